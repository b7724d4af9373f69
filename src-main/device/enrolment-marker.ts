import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { opaqueId } from "../../src-backend/api/identifiers.ts";

const enrolmentMarker = z.strictObject({ version: z.literal(1), device_id: opaqueId });

/**
 * A small file, without any secret, that says "here a computer was bound". It makes an empty keychain two things:
 * `absent` where there is no marker, `lost` where there is one (checklist row 65).
 */
export interface EnrolmentMarkers {
  exists(scope: string): Promise<boolean>;
  write(scope: string, deviceId: string): Promise<void>;
  remove(scope: string): Promise<void>;
}

/** @param folder the app's own; made when missing */
export function openEnrolmentMarkers(folder: string): EnrolmentMarkers {
  const fileOf = (scope: string) => path.join(folder, `${scope}.json`);
  return {
    /** A marker that cannot be read still says that there was an enrolment. */
    async exists(scope) {
      try {
        await readFile(fileOf(scope));
        return true;
      } catch (error) {
        return !(error instanceof Error && "code" in error && error.code === "ENOENT");
      }
    },

    /** In full or not at all: a new file, on the disk, then moved into place. */
    async write(scope, deviceId) {
      const marker = enrolmentMarker.parse({ version: 1, device_id: deviceId });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const temporary = `${fileOf(scope)}.${randomUUID()}`;
      try {
        await writeDurably(temporary, JSON.stringify(marker));
        await rename(temporary, fileOf(scope));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },

    async remove(scope) {
      await rm(fileOf(scope), { force: true });
    },
  };
}

async function writeDurably(name: string, text: string): Promise<void> {
  const file = await open(name, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
