import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServers } from "../../src-testing/servers-here.ts";
import { type BindingCase, nameOf as nameOfBinding, runBindingCase } from "./binding-case.ts";
import { bindByTheWords } from "./cardholder.ts";
import { asExpected, type CaseResult, leaveResult } from "./case-result.ts";
import { type ChangeCase, nameOf, runChangeCase } from "./change-case.ts";
import { type ConsentCase, nameOfConsent, runConsentCase } from "./consent-case.ts";
import type { Fixture } from "./fixture.ts";
import { nameOfSignIn, runSignInCase, type SignInCase } from "./sign-in-case.ts";
import { emptyLogs, openSuite, type Suite } from "./suite.ts";
import type { TokenInMemory } from "./token-in-memory.ts";

interface Tables {
  readonly bindings?: readonly BindingCase[];
  readonly signIns?: readonly SignInCase[];
  readonly changes?: readonly ChangeCase[];
  readonly consents?: readonly ConsentCase[];
}

/**
 * One test for each case of these tables, one after the other, against servers and an app that they share.
 * @param token startCoreApp's
 * @param lookAfter looks at what a case has left behind, and adds what is wrong with it
 */
export function testCases(
  startServers: (folder: string) => Promise<RunningServers>,
  { bindings = [], signIns = [], changes = [], consents = [] }: Tables,
  lookAfter: (fixture: Fixture, result: CaseResult) => Promise<void> = async () => {},
  token: TokenInMemory | null = null,
): void {
  let suite: Suite;
  beforeAll(async () => {
    suite = await openSuite(startServers, token);
  });
  afterAll(() => suite.close());

  const testEach = <Case>(
    table: readonly Case[],
    name: (one: Case) => string,
    run: (fixture: Fixture, one: Case) => Promise<CaseResult>,
  ) => {
    test.each(table.map((one) => [name(one), one] as const))("%s", async (expected, one) => {
      await emptyLogs(suite.fixture);
      const result = await run(suite.fixture, one);
      await lookAfter(suite.fixture, result);
      await leaveResult(result);
      expect(result).toEqual({ name: expected, ...asExpected });
    });
  };
  testEach(bindings, nameOfBinding, runBindingCase);
  testEach(signIns, nameOfSignIn, runSignInCase);
  testEach(consents, nameOfConsent, runConsentCase);
  testEach(changes, nameOf, async (fixture, one) => {
    await bindByTheWords(fixture.app.bridge);
    return runChangeCase(fixture, one);
  });
}
