// Each step of binding this computer, and of removing it, meets each thing that can go wrong with it.

import { startServersHere } from "../../src-testing/servers-here.ts";
import { bindingAnswersTable } from "./answers-table.ts";
import { bindingTable } from "./binding-table.ts";
import { letterTable } from "./letter-table.ts";
import { testCases } from "./test-cases.ts";

const withLetters = { backend: { ACTIVATION_LETTERS: "yes", LIMIT_LETTERS: "1000/60" } };
const bindings = [...bindingTable, ...bindingAnswersTable, ...letterTable];
testCases((folder) => startServersHere(folder, {}, withLetters), { bindings });
