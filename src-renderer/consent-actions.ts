import type { CardView, DeviceConsentView } from "../src-contract/bridge/views.ts";
import type { Result } from "../src-contract/errors/result.ts";
import { bridge } from "./bridge.ts";
import { runStep } from "./run-step.ts";
import { closePanel, openPanel, store } from "./store.ts";

/** Says yes. @returns whether the bank has answered so */
export const giveConsent = () => answer(() => bridge().giveDeviceConsent());

/** Says no, or withdraws, or has the bank told once more. @returns whether it holds */
export const refuseConsent = () => answer(() => bridge().refuseDeviceConsent());

async function answer(ask: () => Promise<Result<DeviceConsentView>>): Promise<boolean> {
  const said = await runStep(ask);
  if (said.ok) showConsent(said.value);
  return said.ok;
}

/** Withdraws beside a step that runs: what it collects ends. @returns why it failed; null if it did not */
export async function withdrawConsent() {
  const said = await bridge().refuseDeviceConsent();
  if (!said.ok) return said;
  showConsent(said.value);
  return null;
}

function showConsent(deviceConsent: DeviceConsentView): void {
  const { overview } = store.getState();
  if (overview?.customer != null) store.setState({ overview: { ...overview, deviceConsent } });
}

/** From the settings to the question, and back. */
export function openConsent(): void {
  closePanel();
  store.setState({ failure: null, consentFor: { step: "none", goOn: async () => openPanel("settings") } });
}

/** Goes on with what waited for the answer; to the settings also without one. */
export async function leaveConsent(goesOn: boolean): Promise<void> {
  const { consentFor } = store.getState();
  store.setState({ consentFor: null, failure: null });
  if (goesOn || consentFor?.step === "none") await consentFor?.goOn();
}

/** What is being done instead, for which nothing is collected. */
export async function withoutConsent(goOn: (card: CardView | null) => unknown): Promise<void> {
  const { consentFor } = store.getState();
  store.setState({ consentFor: null, failure: null });
  await goOn(consentFor?.step === "change" ? consentFor.card : null);
}
