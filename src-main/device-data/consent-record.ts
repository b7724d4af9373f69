import path from "node:path";
import { z } from "zod";
import { instant, opaqueId } from "../../src-contract/api/identifiers.ts";
import { AppError } from "../app-error.ts";
import { removeFile, writeDurably } from "../files/durable-file.ts";
import { readSmallJson } from "../files/small-file.ts";
import { createOneAtATime } from "../one-at-a-time.ts";

/** The consents whose withdrawal the bank has not confirmed yet, the newest first. */
interface Untold {
  readonly untold?: readonly string[] | undefined;
}
/** What was answered on this computer. Times are RFC 3339, by the bank's clock. */
export type ConsentAnswer =
  /** A consent that the bank has. */
  | (Untold & { readonly consent_id: string; readonly given_at?: string | undefined })
  /** A no. */
  | (Untold & { readonly refused_at: string })
  /** Nothing, or nothing any more. */
  | Untold;

/** More withdrawals in a row than these are unconfirmed only if nobody confirms any. */
export const MOST_UNTOLD = 8;

/** The consents that may still count at the bank, the newest first. */
export function consentsOf(said: ConsentAnswer): readonly string[] {
  const { untold = [] } = said;
  return "consent_id" in said ? [said.consent_id, ...untold] : untold;
}

const version = z.literal(1);
const untold = z.array(opaqueId).min(1).max(MOST_UNTOLD).optional();
const given = z.strictObject({ version, consent_id: opaqueId, given_at: instant.optional(), untold });
const refused = z.strictObject({ version, refused_at: instant, untold });
const unanswered = z.strictObject({ version, untold });
const consentRecord = z.union([given, refused, unanswered]);

export type ConsentRecords = ReturnType<typeof openConsentRecords>;

/**
 * What was answered on this computer to the question for device data, by customer: a small file without secrets. Solaris has a
 * consent for each device (docs/solaris-api.md §9), so that of another computer is none here. The bank knows whether it still
 * counts.
 * @param folder the app's own; created if missing
 */
export function openConsentRecords(folder: string) {
  const inTurn = createOneAtATime().after; // so that nothing is written between what is read and what is written for it
  const fileOf = (scope: string) => path.join(folder, `${scope}.json`);
  const inFolder = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (cause) {
      throw new AppError("ERR_FOLDER_UNUSABLE", { cause, folder });
    }
  };
  const answer = (scope: string): ConsentAnswer => {
    const record = consentRecord.safeParse(readSmallJson(fileOf(scope)));
    if (!record.success) return {};
    const { version: _, ...said } = record.data;
    return said;
  };
  const writeNow = (scope: string, { untold = [], ...rest }: ConsentAnswer) =>
    inFolder(async () => {
      const said = { ...rest, ...(untold.length > 0 && { untold }) };
      if (Object.keys(said).length === 0) await removeFile(fileOf(scope));
      else await writeDurably(fileOf(scope), JSON.stringify(consentRecord.parse({ version: 1, ...said })));
    });
  return {
    /** Null without one, and if it cannot be read: then nothing is collected. */
    read(scope: string): string | null {
      const said = answer(scope);
      return "consent_id" in said ? said.consent_id : null;
    },
    /** What was said; nothing if it cannot be read. */
    answer,
    /** @param said nothing at all: there is no file then @throws AppError ERR_FOLDER_UNUSABLE if it is not safely on disk */
    write: (scope: string, said: ConsentAnswer) => inTurn(() => writeNow(scope, said)),
    /** Forgets a consent that the bank says counts no more, unless something else was said since. @throws as `write` */
    forget: (scope: string, consentId: string) =>
      inTurn(async () => {
        const said = answer(scope);
        if ("consent_id" in said && said.consent_id === consentId) await writeNow(scope, { untold: said.untold });
      }),
  };
}
