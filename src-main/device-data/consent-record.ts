import path from "node:path";
import { z } from "zod";
import { instant, opaqueId } from "../../src-contract/api/identifiers.ts";
import { AppError } from "../app-error.ts";
import { removeFile, writeDurably } from "../files/durable-file.ts";
import { readSmallJson } from "../files/small-file.ts";

/** What was answered on this computer. Times are RFC 3339, by the bank's clock. */
export type ConsentAnswer =
  /** A consent that the bank has. */
  | { readonly consent_id: string; readonly given_at?: string | undefined }
  /** A no, and the consent whose withdrawal the bank has not confirmed yet. */
  | { readonly refused_at: string; readonly untold: string | null }
  /** Nothing since this computer was removed, but for the consent whose withdrawal the bank has not confirmed yet. */
  | { readonly left_at: string; readonly untold: string };

/** The consent that may still count at the bank. */
export function consentOf(said: ConsentAnswer | null): string | null {
  if (said === null) return null;
  return "consent_id" in said ? said.consent_id : said.untold;
}

const version = z.literal(1);
const given = z.strictObject({ version, consent_id: opaqueId, given_at: instant.optional() });
const refused = z.strictObject({ version, refused_at: instant, untold: opaqueId.nullable() });
const left = z.strictObject({ version, left_at: instant, untold: opaqueId });
const consentRecord = z.union([given, refused, left]);

export type ConsentRecords = ReturnType<typeof openConsentRecords>;

/**
 * What was answered on this computer to the question for device data, by customer: a small file without secrets. Solaris has a
 * consent for each device (docs/solaris-api.md §9), so that of another computer is none here. The bank knows whether it still
 * counts.
 * @param folder the app's own; created if missing
 */
export function openConsentRecords(folder: string) {
  const fileOf = (scope: string) => path.join(folder, `${scope}.json`);
  const inFolder = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (cause) {
      throw new AppError("ERR_FOLDER_UNUSABLE", { cause, folder });
    }
  };
  const answer = (scope: string): ConsentAnswer | null => {
    const record = consentRecord.safeParse(readSmallJson(fileOf(scope)));
    if (!record.success) return null;
    const { version: _, ...said } = record.data;
    return said;
  };
  return {
    /** Null without one, and if it cannot be read: then nothing is collected. */
    read(scope: string): string | null {
      const said = answer(scope);
      return said !== null && "consent_id" in said ? said.consent_id : null;
    },
    /** Null if the question was not answered, or the answer cannot be read. */
    answer,
    /** @throws AppError ERR_FOLDER_UNUSABLE if it is not safely on disk */
    write: (scope: string, said: ConsentAnswer) =>
      inFolder(() => writeDurably(fileOf(scope), JSON.stringify(consentRecord.parse({ version: 1, ...said })))),
    /** @throws AppError ERR_FOLDER_UNUSABLE if it may still be there */
    remove: (scope: string) => inFolder(() => removeFile(fileOf(scope))),
  };
}
