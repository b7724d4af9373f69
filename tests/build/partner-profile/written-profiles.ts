import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { ProfileError } from "../../../build/partner-profile/profile-error.ts";
import { readProfile } from "../../../build/partner-profile/read-profile.ts";

/** Messages that a profile may reword. */
export const catalogue = { outcome: { changed: { next: "What now?" } }, pin: { forCard: "For {card}" } };
const least = { product_name: "Cardbound", backend_origin: "https://cards.partner.example" };

/** A folder for profiles, which is gone after the file's tests. `read` reads the least profile with a change. */
export function writeProfiles() {
  const folder = mkdtempSync(path.join(tmpdir(), "cardbound-profile-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fileOf = (text: string): string => {
    const file = path.join(folder, `${Math.random()}.json`);
    writeFileSync(file, text);
    return file;
  };
  const read = (change: object) => readProfile(fileOf(JSON.stringify({ ...least, ...change })), catalogue);
  return { folder, fileOf, read };
}

export function faultsOf(give: () => unknown): readonly string[] {
  try {
    give();
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.faults;
    throw error;
  }
}
