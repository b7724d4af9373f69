// Each step of binding this computer, and of removing it, meets each thing that can go wrong with it.
import { bindingAnswersTable } from "./answers-table.ts";
import { bindingTable } from "./binding-table.ts";
import { startServersHere } from "./servers.ts";
import { testCases } from "./test-cases.ts";

testCases((folder) => startServersHere(folder), { bindings: [...bindingTable, ...bindingAnswersTable] });
