import { must } from "./cardholder.ts";
import { type CaseResult, createFindings } from "./case-result.ts";
import { type Fault, strikeAll } from "./fault.ts";
import type { Fixture } from "./fixture.ts";

/** Signing in, right after the app was started, that meets faults, and how it has to end. */
export interface SignInCase {
  readonly faults: readonly Fault[];
  /** What the window is told: `done`, or an error code. */
  readonly told: string;
}

export function nameOfSignIn({ faults }: SignInCase): string {
  return `signing in, ${faults.map((fault) => fault.words).join(", then ")}`;
}

/** Runs one case. Afterwards signing in has to work. */
export async function runSignInCase(fixture: Fixture, one: SignInCase): Promise<CaseResult> {
  const { findings, expectSame } = createFindings(nameOfSignIn(one));
  const { app, person } = fixture;
  app.restart();
  const pass = await strikeAll(fixture, one.faults);
  const result = await app.bridge.signIn(person);
  expectSame("told", result.ok ? "done" : result.code, one.told);
  expectSame("struck", await pass(), true);
  must(await app.bridge.signIn(person));
  return findings;
}
