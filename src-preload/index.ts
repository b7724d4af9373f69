import { contextBridge, ipcRenderer } from "electron";
import { type BridgeMethod, methodsWithoutArguments } from "../src-contract/bridge/bridge-methods.ts";
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
  ...(Object.fromEntries(methodsWithoutArguments.map((name) => [name, () => invoke(name)])) as Pick<
    WindowBridge,
    (typeof methodsWithoutArguments)[number]
  >),
  onEvent: (next) => {
    listener = next;
  },
  signIn: (name) => invoke("signIn", name),
  signInWithBrowser: (account) => invoke("signInWithBrowser", account),
  changeSettings: (settings) => invoke("changeSettings", settings),
  chooseToken: (place) => invoke("chooseToken", place),
  requestCode: (computerName) => invoke("requestCode", computerName),
  confirmCode: (code) => invokeWiping("confirmCode", code),
  requestLetter: (isAnother) => invoke("requestLetter", isAnother),
  confirmLetterCode: (computerName, code) => invokeWiping("confirmLetterCode", computerName, code),
  setPasscode: (passcode) => invokeWiping("setPasscode", passcode),
  setTokenPin: (pin) => invokeWiping("setTokenPin", pin),
  listDevices: (withLastUse) => invoke("listDevices", withLastUse),
  removeDevice: (deviceId) => invoke("removeDevice", deviceId),
  removeWithToken: (pin) => invokeWiping("removeWithToken", pin),
  enterPasscode: (passcode, cardId) => invokeWiping("enterPasscode", passcode, cardId),
  enterTokenPin: (pin, cardId) => invokeWiping("enterTokenPin", pin, cardId),
  changePasscode: (current, next) => invokeWiping("changePasscode", current, next),
  changePin: (cardId, pin, route) => invokeWiping("changePin", cardId, pin, route),
  confirmTan: (tan) => invokeWiping("confirmTan", tan),
  signInToProxy: (name, password) => invokeWiping("signInToProxy", name, password),
  copyErrorNumber: (supportId) => invoke("copyErrorNumber", supportId),
  copyContact: (contact) => invoke("copyContact", contact),
  openContact: (contact) => invoke("openContact", contact),
} satisfies WindowBridge;

keepOneRealm();
contextBridge.exposeInMainWorld("bridge", bridge);
