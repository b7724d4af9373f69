// Removes from the keychain what the app keeps there for these backends and customers. Called by world.mjs.
import path from "node:path";
import keytar from "keytar";
import { customerIdOf } from "../../src-backend/sign-in/customer-identity.ts";
import { enrolmentScope } from "../../src-main/device/enrolment-scope.ts";
import { developmentService } from "../../src-main/device/keychain-service.ts";
import { isNameOf } from "../../src-main/device/replaced-entry.ts";
import { en } from "../../src-renderer/words/en.ts";
import { readProfile } from "../partner-profile/read-profile.ts";

const { origins, personIds } = JSON.parse(process.argv[2] ?? "") as { origins: string[]; personIds: string[] };
const profile = readProfile(process.env.CARDBOUND_PROFILE || path.resolve("build/partner.json"), en);
const service = developmentService(profile.identity.productName);
const scopes = origins.flatMap((origin) => personIds.map((id) => enrolmentScope(origin, customerIdOf(id))));

async function ownAccounts(): Promise<string[]> {
  const accounts = (await keytar.findCredentials(service)).map(({ account }) => account);
  return accounts.filter((account) => scopes.some((scope) => isNameOf(scope, account)));
}

const found = await ownAccounts();
for (const account of found) await keytar.deletePassword(service, account);
if ((await ownAccounts()).length > 0) throw new Error("the keychain still has entries that it was to delete");
process.stdout.write(String(found.length));
