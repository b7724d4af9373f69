import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";

/** What was made last: of which content, and when, in seconds since 1970. */
interface Made {
  readonly digest: string;
  readonly at: number;
}

/**
 * Makes a package whose version is a time. The one made before stays as long as it says the same; after that comes a higher version, also where a key was only
 * dropped or lives longer: apt, dnf and reprepro take no other content under a version that they know.
 * @param record the file that remembers what was made last
 * @param content all that is in the package but its version
 * @param fileOf the package's file, by its time in seconds since 1970
 * @returns that file
 */
export async function makeNumberedPackage(
  record: string,
  content: unknown,
  fileOf: (at: number) => string,
  make: (at: number) => Promise<unknown>,
): Promise<string> {
  const digest = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const last: Made = existsSync(record) ? JSON.parse(await readFile(record, "utf8")) : { digest: "", at: 0 };
  if (last.digest === digest && existsSync(fileOf(last.at))) return fileOf(last.at);
  const at = Math.max(Math.floor(Date.now() / 1000), last.at + 1);
  await writeFile(record, JSON.stringify({ digest, at } satisfies Made)); // first, so that no other package ever gets this version
  await make(at);
  await rm(fileOf(last.at), { force: true });
  return fileOf(at);
}
