import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BindingCase, nameOf as nameOfBinding, runBindingCase } from "./binding-case.ts";
import { bindByTheWords } from "./cardholder.ts";
import { asExpected, type CaseResult, leaveResult } from "./case-result.ts";
import { type ChangeCase, nameOf, runChangeCase } from "./change-case.ts";
import { closeFixture, type Fixture, keepStderr, openFixture } from "./fixture.ts";
import type { FaultServers } from "./servers.ts";
import { nameOfSignIn, runSignInCase, type SignInCase } from "./sign-in-case.ts";

interface Tables {
  readonly bindings?: readonly BindingCase[];
  readonly signIns?: readonly SignInCase[];
  readonly changes?: readonly ChangeCase[];
}

/**
 * One test for each case of these tables, against servers that they share.
 * @param lookAfter looks at what a case has left behind, and adds what is wrong with it
 */
export function testCases(
  startServers: (folder: string) => Promise<FaultServers>,
  { bindings = [], signIns = [], changes = [] }: Tables,
  lookAfter: (fixture: Fixture, result: CaseResult) => Promise<void> = async () => {},
): void {
  let fixture: Fixture;
  let giveStderrBack: () => void;
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "cardbound-faults-"));
    giveStderrBack = keepStderr(path.join(folder, "core.log"));
    fixture = await openFixture(folder, await startServers(folder));
  });
  afterAll(async () => {
    await closeFixture(fixture);
    giveStderrBack();
    await rm(fixture.folder, { recursive: true, force: true });
  });

  const testEach = <Case>(
    table: readonly Case[],
    name: (one: Case) => string,
    run: (one: Case) => Promise<CaseResult>,
  ) => {
    test.each(table.map((one) => [name(one), one] as const))("%s", async (expected, one) => {
      const result = await run(one);
      await lookAfter(fixture, result);
      await leaveResult(result);
      expect(result).toEqual({ name: expected, ...asExpected });
    });
  };
  testEach(bindings, nameOfBinding, (one) => runBindingCase(fixture, one));
  testEach(signIns, nameOfSignIn, (one) => runSignInCase(fixture, one));
  testEach(changes, nameOf, async (one) => {
    await bindByTheWords(fixture.app.bridge);
    return runChangeCase(fixture, one);
  });
}
