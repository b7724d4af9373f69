import { bindingAnswersTable } from "./answers-table.ts";
import { bindingTable } from "./binding-table.ts";
import { startServerProcesses } from "./servers.ts";
import { testCases } from "./test-cases.ts";

testCases((folder) => startServerProcesses(folder), { bindings: [...bindingTable, ...bindingAnswersTable] });
