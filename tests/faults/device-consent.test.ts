// A yes and a no to device data meet each thing that can go wrong with the two requests that carry them.

import { startServersHere } from "../../src-testing/servers-here.ts";
import { consentTable } from "./consent-table.ts";
import { testCases } from "./test-cases.ts";

const withDeviceData = { backend: { DEVICE_DATA: "optional", LIMIT_CONSENTS: "1000/60" } };
testCases((folder) => startServersHere(folder, {}, withDeviceData), { consents: consentTable });
