import { contextBridge, ipcRenderer } from "electron";
import type { BridgeMethod } from "../src-contract/bridge/bridge-methods.ts";
import { createCallRate } from "../src-contract/bridge/call-rate.ts";
import type { WindowBridge } from "../src-contract/bridge/desktop-bridge.ts";
import { type BridgeEvent, eventChannel, readEvent } from "../src-contract/bridge/events.ts";
import { areSmall } from "../src-contract/bridge/small-arguments.ts";
import type { Result } from "../src-contract/errors/result.ts";
import { keepOneRealm } from "./one-realm.ts";

/** For all methods together. Main also limits each; this one stops a flood in the process that makes it. */
const rate = createCallRate({ atOnce: 32, inARow: 300, oneMoreMs: 50 }, () => performance.now());

async function invoke<T>(channel: BridgeMethod, ...args: unknown[]): Promise<Result<T>> {
  if (!areSmall(args)) return { ok: false, code: "ERR_BAD_ARGUMENT" };
  if (!rate.enter()) return { ok: false, code: "ERR_TOO_MANY_CALLS" };
  try {
    return await ipcRenderer.invoke(channel, ...args);
  } finally {
    rate.leave();
  }
}

/** Sends secrets and wipes the copies that the context bridge made for us (docs/threat-model.md#bytes-over-the-bridge). */
function invokeWiping<T>(channel: BridgeMethod, ...args: (string | Uint8Array | null)[]): Promise<Result<T>> {
  try {
    return invoke(channel, ...args);
  } finally {
    for (const arg of args) if (ArrayBuffer.isView(arg)) arg.fill(0);
  }
}

let listener: ((event: BridgeEvent) => void) | null = null;
/**
 * Passes on only events of the contract, without Electron's event object or a way to answer
 * (docs/threat-model.md#closed-events).
 */
ipcRenderer.on(eventChannel, (_event, received: unknown) => {
  const event = readEvent(received);
  if (event !== null) listener?.({ ...event });
});

const bridge = {
  onEvent: (next) => {
    listener = next;
  },
  getOverview: () => invoke("getOverview"),
  replayEvents: () => invoke("replayEvents"),
  signIn: (name) => invoke("signIn", name),
  signInWithBrowser: (account) => invoke("signInWithBrowser", account),
  openBrowserAgain: () => invoke("openBrowserAgain"),
  copySignInLink: () => invoke("copySignInLink"),
  cancelSignIn: () => invoke("cancelSignIn"),
  signOut: () => invoke("signOut"),
  getQuietTime: () => invoke("getQuietTime"),
  noteActivity: () => invoke("noteActivity"),
  loadAnew: () => invoke("loadAnew"),
  getSettings: () => invoke("getSettings"),
  changeSettings: (settings) => invoke("changeSettings", settings),
  listTokens: () => invoke("listTokens"),
  chooseToken: (place) => invoke("chooseToken", place),
  requestCode: (computerName) => invoke("requestCode", computerName),
  confirmCode: (code) => invokeWiping("confirmCode", code),
  lookForLetter: () => invoke("lookForLetter"),
  requestLetter: (isAnother) => invoke("requestLetter", isAnother),
  cancelLetter: () => invoke("cancelLetter"),
  beginLetterCode: () => invoke("beginLetterCode"),
  confirmLetterCode: (computerName, code) => invokeWiping("confirmLetterCode", computerName, code),
  giveDeviceConsent: () => invoke("giveDeviceConsent"),
  refuseDeviceConsent: () => invoke("refuseDeviceConsent"),
  setPasscode: (passcode) => invokeWiping("setPasscode", passcode),
  setTokenPin: (pin) => invokeWiping("setTokenPin", pin),
  continueDevice: () => invoke("continueDevice"),
  abandonBinding: () => invoke("abandonBinding"),
  adoptDevice: () => invoke("adoptDevice"),
  startAnew: () => invoke("startAnew"),
  listDevices: (withLastUse) => invoke("listDevices", withLastUse),
  listRemovedDevices: () => invoke("listRemovedDevices"),
  removeDevice: (deviceId) => invoke("removeDevice", deviceId),
  removeThisComputer: () => invoke("removeThisComputer"),
  removeWithToken: (pin) => invokeWiping("removeWithToken", pin),
  enterPasscode: (passcode, cardId) => invokeWiping("enterPasscode", passcode, cardId),
  enterTokenPin: (pin, cardId) => invokeWiping("enterTokenPin", pin, cardId),
  changePasscode: (current, next) => invokeWiping("changePasscode", current, next),
  listCards: () => invoke("listCards"),
  beginPinEntry: () => invoke("beginPinEntry"),
  changePin: (cardId, pin, route) => invokeWiping("changePin", cardId, pin, route),
  sendPausedChange: () => invoke("sendPausedChange"),
  resendTan: () => invoke("resendTan"),
  confirmTan: (tan) => invokeWiping("confirmTan", tan),
  settleOpenChange: () => invoke("settleOpenChange"),
  copyReference: () => invoke("copyReference"),
  endPinChange: () => invoke("endPinChange"),
  getProxyQuestion: () => invoke("getProxyQuestion"),
  signInToProxy: (name, password) => invokeWiping("signInToProxy", name, password),
  runDiagnosis: () => invoke("runDiagnosis"),
  copyReport: () => invoke("copyReport"),
  saveReport: () => invoke("saveReport"),
  copyErrorNumber: (supportId) => invoke("copyErrorNumber", supportId),
  copyContact: (contact) => invoke("copyContact", contact),
  openContact: (contact) => invoke("openContact", contact),
  getUpdate: () => invoke("getUpdate"),
  downloadUpdate: () => invoke("downloadUpdate"),
  installUpdate: () => invoke("installUpdate"),
} satisfies WindowBridge;

keepOneRealm();
contextBridge.exposeInMainWorld("bridge", bridge);
