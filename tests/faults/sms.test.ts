import { testChanges } from "./change-tests.ts";
import { smsTable } from "./sms-table.ts";

testChanges(smsTable);
