import { answersTable } from "./answers-table.ts";
import { testChanges } from "./change-tests.ts";

testChanges(answersTable);
