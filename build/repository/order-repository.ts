import path from "node:path";
import { parseArgs } from "node:util";
import { en } from "../../src-renderer/words/en.ts";
import { enPanels } from "../../src-renderer/words/en-panels.ts";
import { packagesFolder } from "../package/order-packages.ts";
import { profileForTests } from "../package/package-identity.ts";
import { readProfile } from "../partner-profile/read-profile.ts";
import { out, root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";
import { chooseRepositories } from "./choose-repositories.ts";
import { findSigningKeys } from "./signing-keys.ts";

/**
 * Does what `npm run repository` is asked for (docs/releasing.md): takes the packages of `npm run package` in, or with `--renew` none, and signs the
 * repositories for apt and dnf.
 * @returns the folder for the web server
 * @throws Refusal
 */
export async function orderRepository(words: string[]): Promise<string> {
  const { values } = parseArgs({
    args: words,
    options: {
      key: { type: "string", multiple: true },
      into: { type: "string" },
      renew: { type: "boolean" },
      "for-tests": { type: "boolean" },
    },
  });
  const forTests = values["for-tests"] === true;
  const file = process.env.CARDBOUND_PROFILE || path.join(root, "build/partner.json");
  const written = readProfile(file, { ...en, ...enPanels });
  const profile = forTests ? profileForTests(written) : written;
  if (profile.package === null || profile.updates === null) {
    throw new Refusal(
      "The partner's profile does not say how the package is called, or where updates are.",
      "Add `package` and `updates` to it (docs/partner-profile.md).",
    );
  }
  const { name, maintainer } = profile.package;
  // npm goes to the clone; a folder is named from where one types.
  const named = values.into && path.resolve(process.env.INIT_CWD ?? ".", values.into);
  const folder = named ?? path.join(out, forTests ? "repository-for-tests" : "repository");
  const made = values.renew === true ? null : { name, folder: packagesFolder(forTests) };
  const chosen = chooseRepositories(folder, made);
  const keys = await findSigningKeys(values.key ?? []);
  const identity = { name, maintainer, productName: profile.identity.productName };
  for (const { kind, files, update } of chosen) {
    await update({ folder, identity, address: `${profile.updates.address}/${kind}`, keys }, files);
    say(`signed the repository for ${kind}`);
  }
  return path.join(folder, "public");
}
