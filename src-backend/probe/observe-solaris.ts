import { randomBytes } from "node:crypto";
import { z } from "zod";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import type { Read, ReadOnlySolaris, Seen } from "./read-only-solaris.ts";

/** Of whom a probe reads. Without a person it reads only what is nobody's. */
export interface Operands {
  readonly personId?: string | undefined;
  readonly cardId?: string | undefined;
}

/** Everything that a probe has seen, by what it asked. A `nobody…` was asked with an id that was made up. */
export type Observations = Readonly<Partial<Record<Observation, Seen>>>;
type Observation =
  | "token"
  | Exclude<Read, "devices" | "change_request">
  | "pin_key_again"
  | "devices_by_filter"
  | "devices_by_parameter"
  | "nobodys_devices_by_filter"
  | "nobodys_devices_by_parameter"
  | "nobodys_accounts"
  | "nobodys_keys"
  | "nobodys_change_request";

const accessToken = z.object({ access_token: z.string().regex(/^[\x21-\x7e]{1,4096}$/) });
/** With an id of another form nothing more can be asked (read-only-solaris.ts). */
const ids = z.array(z.object({ id: opaqueId }));

/** Reads from Solaris what answers questions, one request after the other. Without a token there is nothing else to ask. */
export async function observeSolaris(solaris: ReadOnlySolaris, operands: Operands): Promise<Observations> {
  const seen: Partial<Record<Observation, Seen>> = {};
  seen.token = await solaris.getToken();
  const parsed = accessToken.safeParse(seen.token.reply?.json);
  if (!parsed.success) return seen;
  const { access_token: token } = parsed.data;
  const look = async (as: Observation, name: Read, id?: string, query?: Readonly<Record<string, string>>) => {
    const one = await solaris.read(name, token, id, query);
    seen[as] = one;
    return ids.safeParse(one.reply?.json).data?.[0]?.id;
  };
  const [onePage, nobody] = [{ "page[number]": "1", "page[size]": "1" }, madeUpId("cper")];
  const byFilter = (id: string) => ({ ...onePage, "filter[person_id]": id });
  const byParameter = (id: string) => ({ ...onePage, person_id: id });
  await look("pin_key", "pin_key");
  await look("pin_key_again", "pin_key");
  await look("nobodys_accounts", "accounts", nobody, onePage);
  await look("nobodys_keys", "keys", madeUpId(""));
  await look("nobodys_change_request", "change_request", madeUpId("csc"));
  await look("nobodys_devices_by_filter", "devices", undefined, byFilter(nobody));
  await look("nobodys_devices_by_parameter", "devices", undefined, byParameter(nobody));
  const { personId, cardId } = operands;
  let card = cardId;
  if (personId !== undefined) {
    const account = await look("accounts", "accounts", personId, onePage);
    const listed = account && (await look("cards", "cards", account, onePage));
    card ??= listed;
    await look("mobile_number", "mobile_number", personId);
    const device = await look("devices_by_filter", "devices", undefined, byFilter(personId));
    await look("devices_by_parameter", "devices", undefined, byParameter(personId));
    // Of a filter that is ignored it would be anybody's.
    const isFiltered = isNobody(seen.nobodys_devices_by_filter);
    if (device !== undefined && isFiltered) await look("keys", "keys", device);
  }
  if (card !== undefined) {
    await look("card", "card", card);
    await look("pin_key_of_card", "pin_key_of_card", card);
  }
  return seen;
}

/** Whether an answer about an id that was made up has nothing in it, or is a refusal. */
export function isNobody(seen: Seen | undefined): boolean {
  if (!seen?.reply) return false;
  const { status, json } = seen.reply;
  return (status >= 400 && status < 500) || (status === 200 && Array.isArray(json) && json.length === 0);
}

/** An id that nobody has, in the form of Solaris' (docs/solaris-api.md §11). */
function madeUpId(suffix: string): string {
  return randomBytes(16).toString("hex") + suffix;
}
