import { must } from "./cardholder.ts";
import { type CaseResult, createFindings } from "./case-result.ts";
import { type Fault, strikeAll } from "./fault.ts";
import type { Ground } from "./ground.ts";

/** Signing in at an app that was just started, with faults. */
export interface SignInCase {
  readonly faults: readonly Fault[];
  /** `done`, or the code that the window is told. */
  readonly told: string;
}

export function nameOfSignIn({ faults }: SignInCase): string {
  return `signing in, ${faults.map((fault) => fault.words).join(", then ")}`;
}

/** Runs one case; afterwards signing in works. */
export async function runSignInCase(ground: Ground, one: SignInCase): Promise<CaseResult> {
  const { findings, expectSame } = createFindings(nameOfSignIn(one));
  const { desk, person } = ground;
  desk.restart();
  const pass = await strikeAll(ground, one.faults);
  const result = await desk.bridge.signIn(person);
  expectSame("told", result.ok ? "done" : result.code, one.told);
  expectSame("struck", await pass(), true);
  must(await desk.bridge.signIn(person));
  return findings;
}
