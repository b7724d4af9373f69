import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { opaqueId } from "../../src-backend/api/identifiers.ts";
import { writeDurably } from "../durable-file.ts";

const enrolmentMarker = z.strictObject({
  version: z.literal(1),
  device_id: opaqueId,
  removing: z.boolean(),
  /** With `removing`, and only where it is so: version 0.1 knows no such field. */
  replaced: z.literal(true).optional(),
});

/**
 * Why a device is being removed. `for-good`: the cardholder wants this computer removed, so its key is deleted. `replaced`:
 * another binding is to take its place, so its key is kept until that is done.
 */
export type Removal = "for-good" | "replaced";

/** What a marker says. One that cannot be read still says that there was an enrolment. */
export type EnrolmentMarker =
  | { readonly state: "none" }
  | { readonly state: "present"; readonly deviceId: string; readonly removing: Removal | null }
  | { readonly state: "unreadable" };

/**
 * A small file, without any secret, that says "here a computer was bound, as this device". It makes an empty keychain two
 * things: `absent` where there is no marker, `lost` where there is one (checklist row 65); and it tells a key that was
 * made here from one that came with a keychain from elsewhere (row 66). It also remembers a removal that was begun.
 */
export interface EnrolmentMarkers {
  read(scope: string): Promise<EnrolmentMarker>;
  /** In full or not at all, and on the disk when it returns. */
  write(scope: string, deviceId: string, removing?: Removal): Promise<void>;
  remove(scope: string): Promise<void>;
}

/** @param folder the app's own; made when missing */
export function openEnrolmentMarkers(folder: string): EnrolmentMarkers {
  const fileOf = (scope: string) => path.join(folder, `${scope}.json`);
  return {
    async read(scope) {
      let text: string;
      try {
        text = await readFile(fileOf(scope), "utf8");
      } catch (error) {
        const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
        return { state: isMissing ? "none" : "unreadable" };
      }
      return parse(text);
    },

    async write(scope, deviceId, removing) {
      const replaced = removing === "replaced" ? true : undefined;
      const marker = enrolmentMarker.parse({
        version: 1,
        device_id: deviceId,
        removing: removing !== undefined,
        replaced,
      });
      await writeDurably(fileOf(scope), JSON.stringify(marker));
    },

    async remove(scope) {
      await rm(fileOf(scope), { force: true });
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
