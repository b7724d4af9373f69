import { startServerProcesses } from "./servers.ts";
import { smsTable } from "./sms-table.ts";
import { testCases } from "./test-cases.ts";

testCases((folder) => startServerProcesses(folder), { changes: smsTable });
