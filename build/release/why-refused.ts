import type { RefusalReason } from "../../src-main/updates/update-refusal.ts";
import { Refusal } from "../say.mjs";

/** What an app's refusal means for whoever publishes, and what mends it. */
const reasons: Record<RefusalReason, readonly [what: string, next: string]> = {
  "too-large": ["a file is larger than an app reads, or too many roots follow", "Publish a smaller one."],
  malformed: ["something in it has another form than expected", "Make it anew with these commands."],
  "not-signed": [
    "too few of the keys that count have signed it",
    "Sign it with two keys that the root names; a new root with two of the root before it and with two of its own. `show` lists them.",
  ],
  "root-not-next": ["a root does not follow the one before it", "Leave every root that was published where it is."],
  "root-older": ["a newer root was published before", "Put the newest root back into the folder."],
  "root-expired": ["the root has expired", "Publish a new root, then a release under it."],
  "root-missing": ["the release is of a newer root, which the folder does not have", "Publish that root first."],
  "release-older": ["a newer release was published before", "Make a new one with `release`."],
  "release-replaced": ["another release has this number", "Make a new one with `release`."],
  "release-expired": ["the release has expired", "Publish the same version anew."],
  length: [
    "a package has another length than the release says",
    "Name the folder with the right one: --packages FOLDER.",
  ],
  hash: ["a package is another than the release says", "Name the folder with the right one: --packages FOLDER."],
};

/** An error of a command, told to whoever typed it; one that only a developer can mend stays as it is. @param usage the command's */
export function whyRefused(error: unknown, usage: string): unknown {
  if (!(error instanceof Error)) return error;
  const { reason, code, path } = error as { reason?: RefusalReason; code?: string; path?: string };
  if (reason !== undefined && reason in reasons) {
    const [what, next] = reasons[reason];
    return new Refusal(`An app would refuse it (${reason}): ${what}.`, next);
  }
  if (code?.startsWith("ERR_PARSE_ARGS") === true) {
    const [sentence = ""] = error.message.split(". ");
    return new Refusal(`${sentence}.`, `npm run release-manifest -- ${usage}`);
  }
  if (path !== undefined && code === "ENOENT") {
    return new Refusal(`There is no ${path}.`, "Names of files count from the folder in which you type.");
  }
  return error;
}
