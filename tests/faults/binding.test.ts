import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bindingAnswersTable } from "./answers-table.ts";
import { nameOf, runBindingCase } from "./binding-case.ts";
import { bindingTable } from "./binding-table.ts";
import { asExpected, leaveResult } from "./case-result.ts";
import { closeGround, type Ground, keepStderr, openGround } from "./ground.ts";
import { startServerProcesses } from "./servers.ts";

let ground: Ground;
let giveStderrBack: () => void;
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-faults-"));
  giveStderrBack = keepStderr(path.join(folder, "core.log"));
  ground = await openGround(folder, await startServerProcesses(folder));
});
afterAll(async () => {
  await closeGround(ground);
  giveStderrBack();
  await rm(ground.folder, { recursive: true, force: true });
});

test.each([...bindingTable, ...bindingAnswersTable].map((one) => [nameOf(one), one] as const))(
  "%s",
  async (name, one) => {
    const result = await runBindingCase(ground, one);
    await leaveResult(result);
    expect(result).toEqual({ name, ...asExpected });
  },
);
