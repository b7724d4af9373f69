import { testChanges } from "./change-tests.ts";
import { signedTable } from "./signed-table.ts";

testChanges(signedTable);
