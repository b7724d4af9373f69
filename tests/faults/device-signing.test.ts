import { deviceSigningTable } from "./device-signing-table.ts";
import { startServerProcesses } from "./servers.ts";
import { testCases } from "./test-cases.ts";

testCases((folder) => startServerProcesses(folder), { changes: deviceSigningTable });
