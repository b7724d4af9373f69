import { readFileSync } from "node:fs";
import { z } from "zod";
import { NAME_LONGEST, opaqueId } from "../../src-contract/api/identifiers.ts";

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

type ReadResult = { ok: true; customers: readonly DemoCustomer[] } | { ok: false; fault: string };

/** Reads the file that DEMO_CUSTOMERS names. */
export function readDemoCustomers(path: string): ReadResult {
  const expected = 'expected the path of a JSON file: [{"name": "…", "person_id": "…", "accounts": ["…"]}]';
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return { ok: false, fault: `names a file that cannot be read; ${expected}` };
  }
  try {
    const parsed = demoCustomersFile.safeParse(JSON.parse(text));
    if (parsed.success) return { ok: true, customers: parsed.data };
    const issue = parsed.error.issues[0];
    const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
    return { ok: false, fault: `names a file with something wrong in it${where}; ${expected}` };
  } catch {
    return { ok: false, fault: `names a file that is not JSON; ${expected}` };
  }
}
