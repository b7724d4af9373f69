import { go } from "./actions.ts";
import { asksForConsent } from "./asks-for-consent.ts";
import { bridge } from "./bridge.ts";
import { runAndShow, runStep } from "./run-step.ts";
import type { Secret } from "./secrets/secret-bytes.ts";
import { store } from "./store.ts";

/** Has a letter sent. @param isAnother although there was one, whose code then counts no more */
export async function requestLetter(isAnother: boolean): Promise<void> {
  if (await runAndShow(() => bridge().requestLetter(isAnother))) return go("home");
  if (store.getState().signInAgain !== null)
    store.setState({ signInAgain: { for: "step", goOn: () => requestLetter(isAnother) } });
}

/** @param next where to go then */
export async function cancelLetter(next: "home" | "letter-cancelled"): Promise<void> {
  if (await runAndShow(() => bridge().cancelLetter())) go(next);
}

/** On to the letter's code, if the bank would take one. */
export async function openLetterCode(): Promise<void> {
  if (asksForConsent({ step: "binding", goOn: openLetterCode })) return;
  const begun = await runStep(() => bridge().beginLetterCode());
  if (begun.ok) go("letter-code");
  else if (store.getState().signInAgain !== null)
    store.setState({ signInAgain: { for: "step", goOn: openLetterCode } });
}

/** @param code ASCII letters and digits */
export const confirmLetterCode = (computerName: string, code: Secret) =>
  runAndShow(() => code.use((bytes) => bridge().confirmLetterCode(computerName, bytes)));
