import { z } from "zod";
import { NAME_LONGEST, opaqueId } from "../../src-contract/api/identifiers.ts";
import { readSettingsFile, type SettingsFile } from "./read-settings-file.ts";

const demoCustomersFile = z
  .array(
    z.object({
      name: z.string().min(1).max(NAME_LONGEST),
      person_id: opaqueId,
      accounts: z.array(opaqueId).max(50),
    }),
  )
  .min(1)
  .max(1000)
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length, "two customers have the same name");

export type DemoCustomer = z.infer<typeof demoCustomersFile>[number];

/** Reads the file that DEMO_CUSTOMERS names. */
export function readDemoCustomers(path: string): SettingsFile<readonly DemoCustomer[]> {
  const expected = 'the path of a JSON file: [{"name": "…", "person_id": "…", "accounts": ["…"]}]';
  return readSettingsFile(path, demoCustomersFile, expected);
}
