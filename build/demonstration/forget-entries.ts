// Removes the app's keychain entries for these backends and customers, and prints how many. Without arguments it prints the
// service name that a current build uses. Called by kept-demonstration.mjs.
import path from "node:path";
import { customerIdOf } from "../../src-backend/sign-in/customer-ids.ts";
import { enrolmentScope } from "../../src-main/keys/enrolment-scope.ts";
import { developmentService } from "../../src-main/keys/keychain-service.ts";
import { isNameOf } from "../../src-main/keys/set-aside-entries.ts";
import { en } from "../../src-renderer/words/en.ts";
import { readProfile } from "../partner-profile/read-profile.ts";

interface Asked {
  readonly origins: string[];
  readonly personIds: string[];
  readonly services: string[];
}

/** Used only if the names are not known: the profile they came from may be gone. */
function serviceOfToday(): string {
  const profile = readProfile(process.env.CARDBOUND_PROFILE || path.resolve("build/partner.json"), en);
  return developmentService(profile.identity.productName);
}

async function forget({ origins, personIds, services }: Asked): Promise<number> {
  const { default: keytar } = await import("keytar");
  const scopes = origins.flatMap((origin) => personIds.map((id) => enrolmentScope(origin, customerIdOf(id))));
  const ownAccounts = async (service: string) => {
    const accounts = (await keytar.findCredentials(service)).map(({ account }) => account);
    return accounts.filter((account) => scopes.some((scope) => isNameOf(scope, account)));
  };
  let removed = 0;
  for (const service of services.length > 0 ? services : [serviceOfToday()]) {
    const found = await ownAccounts(service);
    for (const account of found) await keytar.deletePassword(service, account);
    if ((await ownAccounts(service)).length > 0)
      throw new Error("the keychain still has entries that it was to delete");
    removed += found.length;
  }
  return removed;
}

const asked = process.argv[2];
process.stdout.write(asked === undefined ? serviceOfToday() : String(await forget(JSON.parse(asked) as Asked)));
