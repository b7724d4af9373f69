import { z } from "zod";
import type { Database } from "../database/open-database.ts";
import { digestOf } from "./audit-digests.ts";

const said = z.object({
  event: z.literal("audit_digest"),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  rows: z.int(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A digest of the log that the audit no longer agrees with. */
export interface Disagreement {
  readonly from: string;
  readonly until: string;
  readonly rowsThen: number;
  readonly rowsNow: number;
}

/** What the comparison with a log has found. */
export interface DigestCheck {
  readonly agreeing: number;
  /** The rows that those which agree are over: a row that two of them are over counts twice. */
  readonly agreeingRows: number;
  readonly disagreeing: readonly Disagreement[];
  /** Those of a time from which rows were removed by age since. */
  readonly cut: number;
}

/** Computes each digest of these lines of a log again. Other lines are skipped. */
export async function checkDigests(database: Database, log: string): Promise<DigestCheck> {
  const cut = await database.selectFrom("audit_cut").select("before").executeTakeFirst();
  const found = { agreeing: 0, agreeingRows: 0, disagreeing: [] as Disagreement[], cut: 0 };
  for (const line of log.split("\n")) {
    const then = read(line);
    if (then === null) continue;
    if (cut !== undefined && then.from < cut.before) {
      found.cut += 1;
      continue;
    }
    const now = await digestOf(database, then);
    if (now.digest === then.digest && now.rows === then.rows) {
      found.agreeing += 1;
      found.agreeingRows += now.rows;
    } else found.disagreeing.push({ from: then.from, until: then.until, rowsThen: then.rows, rowsNow: now.rows });
  }
  return found;
}

/** A line may have something of the log's collector before or behind it. */
function read(line: string): z.infer<typeof said> | null {
  const json = /\{.*"audit_digest".*\}/.exec(line)?.[0];
  if (json === undefined) return null;
  try {
    return said.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
