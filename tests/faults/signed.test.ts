import { startServerProcesses } from "./servers.ts";
import { signedTable } from "./signed-table.ts";
import { testCases } from "./test-cases.ts";

testCases((folder) => startServerProcesses(folder), { changes: signedTable });
