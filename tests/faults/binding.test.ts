// Each step of binding this computer, and of removing it, meets each thing that can go wrong with it.

import { startServersHere } from "../../src-testing/servers-here.ts";
import { bindingAnswersTable } from "./answers-table.ts";
import { bindingTable } from "./binding-table.ts";
import { testCases } from "./test-cases.ts";

testCases((folder) => startServersHere(folder), { bindings: [...bindingTable, ...bindingAnswersTable] });
