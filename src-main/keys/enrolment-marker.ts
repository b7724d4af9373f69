import path from "node:path";
import { z } from "zod";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { AppError } from "../app-error.ts";
import { removeFile, writeDurably } from "../files/durable-file.ts";
import { isTaken, saysAbsent } from "../files/file-presence.ts";
import { readSmallFile } from "../files/small-file.ts";

const enrolmentMarker = z.strictObject({
  version: z.literal(1),
  device_id: opaqueId,
  removing: z.boolean(),
  /** Only with `removing`, and only if true, because version 0.1 does not know the field. */
  replaced: z.literal(true).optional(),
});

/**
 * Why a device is being removed. `for-good`: the cardholder removes this computer, so its key is deleted. `replaced`: a new
 * binding will replace it, so its key is kept until then.
 */
export type Removal = "for-good" | "replaced";

/** What a marker says. Even an unreadable one says that there was an enrolment. */
export type EnrolmentMarker =
  | { readonly state: "none" }
  | { readonly state: "present"; readonly deviceId: string; readonly removing: Removal | null }
  | { readonly state: "unreadable" }
  /** The folder cannot be read, so nothing is known. */
  | { readonly state: "unusable-folder"; readonly folder: string };

/**
 * A small file without secrets that says "this computer was bound as this device". An empty keychain is `absent` without a
 * marker and `lost` with one. The marker also tells a key made here from one that came with a foreign keychain
 * (docs/threat-model.md#key-from-elsewhere), and remembers a removal that was begun.
 */
export type EnrolmentMarkers = ReturnType<typeof openEnrolmentMarkers>;

/** @param folder the app's own; created if missing */
export function openEnrolmentMarkers(folder: string) {
  const fileOf = (scope: string) => path.join(folder, `${scope}.json`);
  const inFolder = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (cause) {
      throw new AppError("ERR_FOLDER_UNUSABLE", { cause, folder });
    }
  };
  return {
    /** Returns file system errors as a state. */
    async read(scope: string): Promise<EnrolmentMarker> {
      try {
        return parse(readSmallFile(fileOf(scope)));
      } catch (error) {
        if (isTaken(fileOf(scope))) return { state: "unreadable" };
        return saysAbsent(error, folder) ? { state: "none" } : { state: "unusable-folder", folder };
      }
    },

    /**
     * Writes it completely or not at all, and on disk when it returns. @throws AppError ERR_FOLDER_UNUSABLE with the marker
     * unchanged
     */
    async write(scope: string, deviceId: string, removing?: Removal): Promise<void> {
      const replaced = removing === "replaced" ? true : undefined;
      const marker = enrolmentMarker.parse({
        version: 1,
        device_id: deviceId,
        removing: removing !== undefined,
        replaced,
      });
      await inFolder(() => writeDurably(fileOf(scope), JSON.stringify(marker)));
    },

    /** @throws AppError ERR_FOLDER_UNUSABLE if it may still be there */
    async remove(scope: string): Promise<void> {
      await inFolder(() => removeFile(fileOf(scope)));
    },
  };
}

function parse(text: string): EnrolmentMarker {
  try {
    const { device_id: deviceId, removing, replaced } = enrolmentMarker.parse(JSON.parse(text));
    return { state: "present", deviceId, removing: removing ? (replaced ? "replaced" : "for-good") : null };
  } catch {
    return { state: "unreadable" };
  }
}
