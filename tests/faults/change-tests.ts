import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asExpected, leaveResult } from "./case-result.ts";
import { type ChangeCase, nameOf, runChangeCase } from "./change-case.ts";
import { closeGround, type Ground, keepStderr, openBoundGround } from "./ground.ts";
import { startServerProcesses } from "./servers.ts";

/** One test for each case of a table, against real servers that they share. */
export function testChanges(table: readonly ChangeCase[]): void {
  let ground: Ground;
  let giveStderrBack: () => void;
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "cardbound-faults-"));
    giveStderrBack = keepStderr(path.join(folder, "core.log"));
    ground = await openBoundGround(folder, await startServerProcesses(folder));
  });
  afterAll(async () => {
    await closeGround(ground);
    giveStderrBack();
    await rm(ground.folder, { recursive: true, force: true });
  });

  test.each(table.map((one) => [nameOf(one), one] as const))("%s", async (name, one) => {
    const result = await runChangeCase(ground, one);
    await leaveResult(result);
    expect(result).toEqual({ name, ...asExpected });
  });
}
