import { z } from "zod";
import { isLoopback } from "../loopback.ts";

const PLACE = "{sub}";
/** A URL parser drops such a segment, and then asks for another resource (WHATWG URL, "double-dot URL path segment"). */
const dotSegment = /\/\.{1,2}(?=[/?]|$)/;

/** Where to look a person up: an https URL, or an http one on loopback. `{sub}` stands in its path or its query, or nowhere. */
export const lookupUrl = z.string().superRefine((value, context) => {
  const fault = faultOf(value);
  if (fault !== undefined)
    context.addIssue({ code: "custom", message: `${fault}; expected https://…/{sub} or https://…?sub={sub}` });
});

/** The URL for one subject; null for a subject that cannot stand in it. */
export function lookupUrlFor(url: string, subject: string): URL | null {
  if (!url.includes(PLACE)) {
    const asked = new URL(url);
    asked.searchParams.append("sub", subject);
    return asked;
  }
  const address = filled(url, encodeURIComponent(subject));
  return dotSegment.test(address) ? null : new URL(address);
}

function faultOf(value: string): string | undefined {
  const [one, other] = [filled(value, "1"), filled(value, "2")];
  if (/[\s\p{Cc}\\]/u.test(one) || !URL.canParse(one)) return "is not a URL";
  if (/[{}]|%7[bd]/i.test(one)) return "has braces that are not those of {sub}";
  const url = new URL(one);
  if (url.username !== "" || url.password !== "") return "has a user name or password in it";
  if (url.hash !== "") return "has a fragment";
  // A host of digits may be one with the first of them and none with the second.
  if (!URL.canParse(other) || url.host !== new URL(other).host) return "has {sub} in its host";
  if (dotSegment.test(one)) return "has . or .. in its path";
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return undefined;
  return "is not https, nor http on loopback";
}

function filled(url: string, subject: string): string {
  return url.replaceAll(PLACE, () => subject);
}
