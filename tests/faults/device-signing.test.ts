import { testChanges } from "./change-tests.ts";
import { deviceSigningTable } from "./device-signing-table.ts";

testChanges(deviceSigningTable);
