import { z } from "zod";
import type { Answer, Call } from "./call.ts";
import { invalidField } from "./solaris-errors.ts";

// docs/solaris-api.md §11: number from 1, size 10 unless told, at most 1000.
const pageSchema = z.object({
  "page[number]": z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/, "must be a whole number from 1")
    .transform(Number)
    .default(1),
  "page[size]": z
    .string()
    .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, "must be a whole number from 1 to 1000")
    .transform(Number)
    .default(10),
});

/**
 * Answers with one page of a list and the headers of docs/solaris-api.md §11. An invalid size or number is refused with 400,
 * and a page past the end is empty: both are the sandbox's own choice.
 */
export function answerPage(call: Call, items: readonly unknown[]): Answer {
  const parsed = pageSchema.safeParse(Object.fromEntries(call.url.searchParams));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalidField("A", String(issue?.path[0] ?? "page"), issue?.message ?? "is invalid");
  }
  const { "page[number]": number, "page[size]": size } = parsed.data;
  const last = Math.max(1, Math.ceil(items.length / size));
  return {
    status: 200,
    headers: { total: String(items.length), per_page: String(size), link: writeLinks(call.url, number, size, last) },
    body: items.slice((number - 1) * size, number * size),
  };
}

// RFC 5988 §5: targets in angle brackets, relation types in quotes.
function writeLinks(url: URL, number: number, size: number, last: number): string {
  const pages = [
    { rel: "first", page: 1 },
    ...(number > 1 ? [{ rel: "prev", page: Math.min(number - 1, last) }] : []),
    ...(number < last ? [{ rel: "next", page: number + 1 }] : []),
    { rel: "last", page: last },
  ];
  return pages
    .map(({ rel, page }) => {
      const target = new URL(url);
      target.searchParams.set("page[number]", String(page));
      target.searchParams.set("page[size]", String(size));
      return `<${target.href}>; rel="${rel}"`;
    })
    .join(", ");
}
