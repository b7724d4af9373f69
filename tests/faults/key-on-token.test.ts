// The exchanges that carry a key which a token has: how it is told to the bank, added, and signs, each with what can go wrong. The
// tables are those of a key in the keychain: nothing else is told, and no other PIN stays.

import { startServersHere } from "../../src-testing/servers-here.ts";
import { runs } from "../long-form.ts";
import { bindingTable } from "./binding-table.ts";
import { deviceSigningTable } from "./device-signing-table.ts";
import { signedTable } from "./signed-table.ts";
import { testCases } from "./test-cases.ts";
import { createTokenInMemory } from "./token-in-memory.ts";

/** Every so many; the long form has all. */
const some = <Case>(table: readonly Case[]) => table.filter((_, at) => at % runs(7, 1) === 0);

const bindings = bindingTable.filter(({ step }) => step === "setPasscode" || step === "removeThisComputer");
const changes = [...signedTable, ...deviceSigningTable];

testCases(
  (folder) =>
    startServersHere(folder, {}, { backend: { ACCEPTED_PROTECTION_LEVELS: "keychain_passcode,hardware_passcode" } }),
  { bindings: [...bindings.slice(0, 4), ...some(bindings.slice(4))], changes: some(changes) },
  undefined,
  createTokenInMemory(),
);
