// Each exchange of each way of changing a PIN meets each thing that can go wrong with it. The tables say what the window
// is then told, and which PIN the card has.

import { startServersHere } from "../../src-testing/servers-here.ts";
import { answersTable } from "./answers-table.ts";
import { deviceSigningTable } from "./device-signing-table.ts";
import { signedTable } from "./signed-table.ts";
import { smsTable } from "./sms-table.ts";
import { testCases } from "./test-cases.ts";

const changes = [...signedTable, ...deviceSigningTable, ...smsTable, ...answersTable];

testCases((folder) => startServersHere(folder), { changes });
