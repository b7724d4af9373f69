import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import type { CallRates } from "../../src-main/bridge/call-limits.ts";
import type { Handlers } from "../../src-main/bridge/handlers.ts";
import { defaultSettings } from "../../src-main/settings/settings-file.ts";
import { answer } from "../../src-main/shell/ipc.ts";
import { asContents, FakeContents } from "./fake-electron.ts";

type Method = (typeof bridgeMethods)[number];

/** Use cases that only write down that they were called. */
function recordingHandlers(run: (...args: unknown[]) => Promise<unknown> = async () => null) {
  const called: { method: string; args: unknown[] }[] = [];
  const entries = bridgeMethods.map((method) => [
    method,
    (...args: unknown[]) => {
      called.push({ method, args });
      return run(...args);
    },
  ]);
  return { called, handlers: Object.fromEntries(entries) as Handlers };
}

const unlimited = { enter: () => true, leave: () => undefined };
export const unlimitedRates = Object.fromEntries(bridgeMethods.map((method) => [method, unlimited])) as CallRates;

/** The door, with the window that it trusts in front of it. */
export function createDoor(run?: (...args: unknown[]) => Promise<unknown>, rates = unlimitedRates) {
  const { called, handlers } = recordingHandlers(run);
  const contents = new FakeContents();
  const trusted = { sender: contents, senderFrame: contents.mainFrame };
  const knock = (method: Method, args: readonly unknown[], event: object = trusted) =>
    answer({ contents: asContents(contents), handlers, rates }, method, event as never, args);
  return { called, contents, handlers, trusted, knock };
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "ascii"));

/** Arguments that each method accepts. */
export const goodArguments: Record<Method, () => unknown[]> = {
  getOverview: () => [],
  replayEvents: () => [],
  signIn: () => ["Ada Single"],
  signInWithBrowser: () => ["any"],
  openBrowserAgain: () => [],
  copySignInLink: () => [],
  cancelSignIn: () => [],
  signOut: () => [],
  getQuietTime: () => [],
  noteActivity: () => [],
  loadAnew: () => [],
  getSettings: () => [],
  changeSettings: () => [defaultSettings],
  requestCode: () => ["A computer"],
  listTokens: () => [],
  chooseToken: () => ["3f2c1b0a-7d4e-4c5b-9a8f-0e1d2c3b4a59"],
  confirmCode: () => [bytes("212212")],
  lookForLetter: () => [],
  requestLetter: () => [true],
  cancelLetter: () => [],
  beginLetterCode: () => [],
  confirmLetterCode: () => ["A computer", bytes("k7m2npq49wxt")],
  giveDeviceConsent: () => [],
  refuseDeviceConsent: () => [],
  setPasscode: () => [bytes("Rain on 7 roofs")],
  setTokenPin: () => [bytes("604213")],
  continueDevice: () => [],
  abandonBinding: () => [],
  adoptDevice: () => [],
  startAnew: () => [],
  listDevices: () => [true],
  listRemovedDevices: () => [],
  removeDevice: () => ["a-device"],
  removeThisComputer: () => [],
  removeWithToken: () => [bytes("604213")],
  enterPasscode: () => [bytes("Rain on 7 roofs"), "a-card"],
  enterTokenPin: () => [bytes("604213"), "a-card"],
  changePasscode: () => [bytes("Rain on 7 roofs"), bytes("Snow on 9 hills")],
  listCards: () => [],
  beginPinEntry: () => [],
  changePin: () => ["a-card", bytes("1928"), "signed"],
  sendPausedChange: () => [],
  resendTan: () => [],
  confirmTan: () => [bytes("212212")],
  settleOpenChange: () => [],
  copyReference: () => [],
  endPinChange: () => [],
  getProxyQuestion: () => [],
  signInToProxy: () => ["ada", bytes("a password")],
  runDiagnosis: () => [],
  copyReport: () => [],
  saveReport: () => [],
  copyErrorNumber: () => ["an-id"],
  copyContact: () => ["phone"],
  openContact: () => ["email"],
  getUpdate: () => [],
  downloadUpdate: () => [],
  installUpdate: () => [],
};
