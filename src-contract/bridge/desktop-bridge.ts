import type { Result } from "../errors/result.ts";
import type { PinChangeRoute } from "../rules/pin-change-route.ts";
import type { BridgeMethod } from "./bridge-methods.ts";
import type { DiagnosisView } from "./diagnosis-view.ts";
import type { BridgeEvent } from "./events.ts";
import type { Settings, SettingsView } from "./settings-view.ts";
import type { CardListView, DeviceListView, Overview, PinChangeEnd, PinChangeStep, ProxyQuestion } from "./views.ts";

/**
 * What the window may ask of main: use cases, and nothing else. No method takes a channel, an address, a key's name or
 * bytes to sign (docs/threat-model.md#nothing-signed-on-demand). Secrets go as bytes, and every copy is wiped where it was
 * made (docs/threat-model.md#bytes-over-the-bridge).
 */
export interface DesktopBridge extends Record<BridgeMethod, (...args: never) => Promise<Result<unknown>>> {
  /** Who is signed in, and how this computer stands. Changes nothing of either. */
  getOverview(): Promise<Result<Overview>>;
  /**
   * Says that this page listens. Main sends the events again that still hold and that the page may have missed, and forgets
   * what the page before it was told of a PIN change: `Overview.hasOpenChange` says whether there is one to ask about.
   */
  replayEvents(): Promise<Result<null>>;
  /** Signs a demonstration customer in; development builds only. */
  signIn(name: string): Promise<Result<Overview>>;
  /** Signs out; the window starts afresh. */
  signOut(): Promise<Result<null>>;
  /** For how many milliseconds main has seen nothing of the cardholder: the quiet time that ends in a lock. */
  getQuietTime(): Promise<Result<number>>;
  /**
   * Says that the cardholder acts, or has answered the warning. Believed where main sees somebody, too: then the quiet time
   * begins anew. @returns as `getQuietTime`
   */
  noteActivity(): Promise<Result<number>>;

  /** The settings of this computer. Asked before anything is drawn, so it is answered from memory. */
  getSettings(): Promise<Result<SettingsView>>;
  /** Keeps the settings, and puts into effect at once what can be. */
  changeSettings(settings: Settings): Promise<Result<SettingsView>>;

  /** Asks for a one-time code for this computer under the given name. Again: a new code. */
  requestCode(computerName: string): Promise<Result<Overview>>;
  /** Verifies the computer with the code that was sent. @param code six ASCII digits; wiped by the receiver */
  confirmCode(code: Uint8Array): Promise<Result<Overview>>;
  /** Completes the binding: makes the key that only this passcode unlocks. @param passcode wiped by the receiver */
  setPasscode(passcode: Uint8Array): Promise<Result<Overview>>;
  /** Takes an interrupted binding, or an interrupted removal, as far as it goes without the cardholder. */
  continueDevice(): Promise<Result<Overview>>;
  /** Gives a binding up that has not been completed. */
  abandonBinding(): Promise<Result<Overview>>;
  /** Takes the key that was found into use, once Solaris has said that it knows its device. */
  adoptDevice(): Promise<Result<Overview>>;
  /** Leads to a computer that can be bound anew, from whatever state. Deletes nothing that could still be used. */
  startAnew(): Promise<Result<Overview>>;

  /** The customer's bound devices, this one marked. */
  listDevices(): Promise<Result<DeviceListView>>;
  /** Removes another of the customer's devices. */
  removeDevice(deviceId: string): Promise<Result<DeviceListView>>;
  /** Removes this computer: at Solaris first, then its key here. */
  removeThisComputer(): Promise<Result<Overview>>;

  /** Unlocks the restricted key for the next PIN change only. @param passcode wiped by the receiver */
  enterPasscode(passcode: Uint8Array): Promise<Result<null>>;
  /** Changes the device passcode. @param current, next wiped by the receiver */
  changePasscode(current: Uint8Array, next: Uint8Array): Promise<Result<null>>;

  /** The customer's cards, and what is missing of them. */
  listCards(): Promise<Result<CardListView>>;
  /** The cardholder begins to enter a PIN, and has seen how an earlier change ended. */
  beginPinEntry(): Promise<Result<null>>;
  /**
   * Changes a card's PIN, once. By `sms` it goes as far as the TAN; the other routes need the key unlocked.
   * @param pin four ASCII digits; wiped by the receiver
   */
  changePin(cardId: string, pin: Uint8Array, route: PinChangeRoute): Promise<Result<PinChangeStep>>;
  /** Has a new TAN sent; where the change request has ended, for a new one with the same encrypted PIN. */
  resendTan(): Promise<Result<PinChangeStep>>;
  /** Confirms the change. @param tan six ASCII digits; wiped by the receiver */
  confirmTan(tan: Uint8Array): Promise<Result<PinChangeEnd>>;
  /** Asks the backend what became of the change that `Overview.openChange` names. */
  settleOpenChange(): Promise<Result<PinChangeEnd>>;
  /** Leaves the PIN steps, outcome seen: the window starts afresh, so that nothing of them stays in its memory. */
  endPinChange(): Promise<Result<null>>;

  /** Which proxy on the way to the bank asks for a name and a password; null where none did when last looked. */
  getProxyQuestion(): Promise<Result<ProxyQuestion | null>>;
  /**
   * Answers it, for as long as the program runs. What failed for it is not repeated.
   * @param password ISO 8859-1, a byte for each character; wiped by the receiver
   */
  signInToProxy(name: string, password: Uint8Array): Promise<Result<null>>;

  /** Looks at the program and its surroundings, whether or not somebody is signed in. Changes nothing. */
  runDiagnosis(): Promise<Result<DiagnosisView>>;
  /** Copies the newest diagnosis as a text for support. */
  copyReport(): Promise<Result<null>>;
  /** Has the cardholder save it as a file. `saved` is false where they would rather not. */
  saveReport(): Promise<Result<{ readonly saved: boolean }>>;
}

/** What the preload gives the window: the methods of main, and a way to hear its events. */
export interface WindowBridge extends DesktopBridge {
  /** Calls this listener, and no earlier one any more, with each event. What it returns is dropped. */
  onEvent(listener: (event: BridgeEvent) => void): void;
}
