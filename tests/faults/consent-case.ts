import type { DeviceConsentView } from "../../src-contract/bridge/views.ts";
import { bindByTheWords, must, wordOfDevice } from "./cardholder.ts";
import { type CaseResult, createFindings } from "./case-result.ts";
import { type Fault, strikeAll } from "./fault.ts";
import type { Fixture } from "./fixture.ts";

/** A yes or a no to device data that meets faults, or the end of its computer, and how it has to end. These come after a yes. */
export interface ConsentCase {
  readonly step: "giveDeviceConsent" | "refuseDeviceConsent" | "removeThisComputer";
  readonly faults: readonly Fault[];
  /** What the window is told: `done`, or an error code. */
  readonly told: string;
  /** What the window shows right after it. */
  readonly shown: "no answer" | "given" | "refused" | "refused, untold";
  /** What Solaris has right after it. */
  readonly atSolaris: "nothing" | "APPROVED" | "REJECTED";
}

export const nameOfConsent = ({ step, faults }: ConsentCase) =>
  `device data, ${step}, ${faults.map((fault) => fault.words).join(", then ")}`;

function wordsOf(consent: DeviceConsentView | null): string {
  const answer = consent?.answer ?? null;
  if (answer === null) return "no answer";
  return answer.is === "refused" && !answer.isTold ? "refused, untold" : answer.is;
}

/**
 * Runs one case. Afterwards the cardholder starts the app again, says yes, and withdraws it: then nothing counts here, nor at
 * Solaris what the bank has ever heard of.
 */
export async function runConsentCase(fixture: Fixture, one: ConsentCase): Promise<CaseResult> {
  const { findings, expectSame } = createFindings(nameOfConsent(one));
  const { app, line, person, sandbox } = fixture;
  const { bridge } = app;
  const shown = async () => wordsOf(must(await bridge.getOverview()).deviceConsent);
  const before = (await sandbox.deviceConsents()).map(({ id }) => id);
  const atSolaris = async () => {
    const since = (await sandbox.deviceConsents()).filter(({ id }) => !before.includes(id));
    return since.map((consent) => consent.event_type);
  };
  try {
    if (one.step !== "giveDeviceConsent") must(await bridge.giveDeviceConsent());
    if (one.step === "removeThisComputer") await bindByTheWords(bridge);
    line.sent.length = 0;
    const pass = await strikeAll(fixture, one.faults);
    const result = await bridge[one.step]();
    // A removal does not wait for the bank to be told.
    if (one.step === "removeThisComputer" && result.ok) await line.quietAfter("dcon");
    expectSame("told", result.ok ? "done" : result.code, one.told);
    expectSame("shown", await shown(), one.shown);
    expectSame("struck", await pass(), true);
    const left = await atSolaris();
    expectSame("at Solaris", left.join() || "nothing", one.atSolaris);

    app.restart();
    const { device } = must(await bridge.signIn(person));
    if (wordOfDevice(device) === "removing") must(await bridge.continueDevice());
    must(await bridge.giveDeviceConsent());
    expectSame("given at last", await shown(), "given");
    must(await bridge.refuseDeviceConsent());
    expectSame("withdrawn at last", await shown(), "refused");
    // A consent whose id was lost with its answer can be withdrawn by nobody (docs/solaris-api.md Q27).
    const lost = one.step === "giveDeviceConsent" ? left : [];
    const known = one.step === "giveDeviceConsent" ? ["REJECTED"] : ["REJECTED", "REJECTED"];
    expectSame("at Solaris at last", await atSolaris(), [...lost, ...known]);
  } catch (error) {
    findings.wrong.push(`did not come to its end: ${error instanceof Error ? error.message : error}`);
  }
  await sandbox.clearFaults();
  await app.restartAfresh();
  must(await bridge.signIn(person));
  return findings;
}
