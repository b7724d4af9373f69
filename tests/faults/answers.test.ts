import { answersTable } from "./answers-table.ts";
import { startServerProcesses } from "./servers.ts";
import { testCases } from "./test-cases.ts";

testCases((folder) => startServerProcesses(folder), { changes: answersTable });
