import path from "node:path";
import { z } from "zod";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { AppError } from "../app-error.ts";
import { removeFile, writeDurably } from "../files/durable-file.ts";
import { readSmallJson } from "../files/small-file.ts";

const consentRecord = z.strictObject({ version: z.literal(1), consent_id: opaqueId });

export type ConsentRecords = ReturnType<typeof openConsentRecords>;

/**
 * Which consent to device data was given on this computer, by customer: a small file without secrets. Solaris has a consent for
 * each device (docs/solaris-api.md §9), so that of another computer is none here. The bank knows whether it still counts.
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
  return {
    /** Null without one, and if it cannot be read: then nothing is collected. */
    read(scope: string): string | null {
      const record = consentRecord.safeParse(readSmallJson(fileOf(scope)));
      return record.success ? record.data.consent_id : null;
    },
    /** @throws AppError ERR_FOLDER_UNUSABLE if it is not safely on disk */
    write: (scope: string, consentId: string) =>
      inFolder(() =>
        writeDurably(fileOf(scope), JSON.stringify({ version: 1, consent_id: opaqueId.parse(consentId) })),
      ),
    /** @throws AppError ERR_FOLDER_UNUSABLE if it may still be there */
    remove: (scope: string) => inFolder(() => removeFile(fileOf(scope))),
  };
}
