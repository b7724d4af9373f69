import { z } from "zod";
import type { Observations } from "./observe-solaris.ts";
import type { Seen } from "./read-only-solaris.ts";
import { describeReply, oneOf } from "./shape.ts";

/** What else a probe has seen that the backend goes by (docs/solaris-api.md §§1, 10, 11), a line each. */
export function otherFacts(seen: Observations): readonly string[] {
  return [
    `token: ${describe(seen.token)}`,
    `PIN key (§1): ${pinKey(seen.pin_key, seen.pin_key_again)}`,
    ...(seen.pin_key_of_card ? [`PIN key by card (§1): ${pinKey(seen.pin_key_of_card, seen.pin_key)}`] : []),
    ...(seen.accounts ? [`accounts (§10): ${list(seen.accounts)}`] : []),
    ...(seen.cards ? [`cards (§10): ${list(seen.cards)}`] : []),
    ...(seen.card ? [`one card (§10): ${describe(seen.card)}`] : []),
    ...(seen.devices_by_filter ? [`devices (§6.3): ${list(seen.devices_by_filter)}`] : []),
    `a change request can be read: ${describe(seen.nobodys_change_request)} for one that was made up`,
    `time: ${times(seen)}`,
  ];
}

const jwk = z.looseObject({ kid: z.string(), n: z.string(), e: z.string() });
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

function pinKey(seen: Seen | undefined, other: Seen | undefined): string {
  const parsed = jwk.safeParse(seen?.reply?.json);
  if (!parsed.success) return describe(seen);
  const { kid, n, kty, use, alg } = parsed.data;
  const bits = bitsOf(Buffer.from(n, "base64url"));
  const again = jwk.safeParse(other?.reply?.json);
  const same = again.success ? (again.data.kid === kid ? "the same" : "another") : "unknown";
  const secret = privateMembers.filter((name) => name in parsed.data).length === 0 ? "no" : "HAS";
  return [
    `kty ${oneOf(["RSA", "EC"], kty)}, ${bits} bits, use ${oneOf(["enc", "sig"], use)}`,
    `alg ${oneOf(["RS256", "RSA-OAEP", "RSA-OAEP-256", "RSA1_5"], alg)}, ${secret} private members, kid present`,
    `${same} when read once more`,
  ].join(", ");
}

function bitsOf(modulus: Buffer): number {
  const first = modulus.findIndex((byte) => byte !== 0);
  if (first < 0) return 0;
  return (modulus.length - first) * 8 - Math.clz32(modulus[first] ?? 0) + 24;
}

function list(seen: Seen): string {
  const { reply } = seen;
  if (reply === null) return describe(seen);
  const headers = ["total", "per_page", "link"].filter((name) => reply.headers[name] !== undefined);
  return `${describe(seen)}; headers of its pages: ${headers.length === 0 ? "none" : headers.join(", ")}`;
}

function times(seen: Observations): string {
  const all = Object.values(seen).flatMap((one) => (one.reply === null ? [] : [one]));
  const ms = all.map((one) => one.ms).sort((one, other) => one - other);
  const at = all.map(({ reply }) => Date.parse(reply.headers.date ?? "")).filter((time) => !Number.isNaN(time));
  const ahead = Math.round(((at.at(-1) ?? Date.now()) - Date.now()) / 1000);
  const clock = at.length === 0 ? "no Date header" : `its clock against this one: ${ahead} s`;
  return `${ms.length} answers in ${ms.at(0) ?? 0} to ${ms.at(-1) ?? 0} ms each; ${clock}`;
}

function describe(seen: Seen | undefined): string {
  if (seen === undefined) return "not asked";
  return seen.reply === null ? `no answer (${seen.failed})` : describeReply(seen.reply);
}
