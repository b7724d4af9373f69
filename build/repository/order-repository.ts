import { readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { en } from "../../src-renderer/words/en.ts";
import { enPanels } from "../../src-renderer/words/en-panels.ts";
import { packagesFolder } from "../package/order-packages.ts";
import { profileForTests } from "../package/package-identity.ts";
import { readProfile } from "../partner-profile/read-profile.ts";
import { out, root } from "../paths.mjs";
import { isOnPath } from "../prepare/system-libraries.mjs";
import { Refusal } from "../say.mjs";
import { updateAptRepository } from "./apt-repository.ts";
import { findSigningKeys } from "./signing-keys.ts";

/**
 * Does what `npm run repository` is asked for (docs/releasing.md): takes the newest `.deb` of `npm run package` in, or with `--renew` none.
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
  const missing = ["reprepro", "gpg", "dpkg-deb"].filter((program) => !isOnPath(program));
  if (missing.length > 0) {
    throw new Refusal(`${missing.join(", ")} missing.`, "Install Debian's packages reprepro, gnupg and dpkg.");
  }
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
  const folder = values.into ?? path.join(out, "repository");
  const address = `${profile.updates.address}/apt`;
  const identity = { name, maintainer, productName: profile.identity.productName };
  const keys = await findSigningKeys(values.key ?? []);
  const packages = values.renew === true ? [] : packagesOf(name, packagesFolder(forTests));
  await updateAptRepository({ folder, identity, address, keys }, packages);
  return path.join(folder, "public");
}

function packagesOf(name: string, folder: string): readonly string[] {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}_`) && file.endsWith(".deb"));
  if (files.length === 0) throw new Refusal(`There is no ${name} in ${folder}.`, "`npm run package` makes it.");
  return files.map((file) => path.join(folder, file));
}
