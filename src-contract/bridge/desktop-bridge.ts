import type { Result } from "../errors/result.ts";
import type { PinChangeRoute } from "../rules/pin-change-route.ts";
import type { BridgeMethod } from "./bridge-methods.ts";
import type { DiagnosisView } from "./diagnosis-view.ts";
import type { BridgeEvent } from "./events.ts";
import type { CopiedContact, OpenedContact } from "./partner-identity.ts";
import type { Settings, SettingsView } from "./settings-view.ts";
import type { UpdateView } from "./update-view.ts";
import type {
  CardListView,
  DeviceConsentView,
  DeviceListView,
  Overview,
  PinChangeEnd,
  PinChangeStep,
  ProxyQuestion,
  RemovedDevicesView,
  SignInAccount,
  TokenView,
} from "./views.ts";

/**
 * What the window may ask main to do: use cases only. No method takes a channel, an address, a key's name or bytes to sign
 * (docs/threat-model.md#nothing-signed-on-demand). Secrets are passed as bytes, and whoever makes a copy wipes it
 * (docs/threat-model.md#bytes-over-the-bridge).
 */
interface Signatures {
  /** Who is signed in, and the state of this computer. Changes neither. */
  getOverview(): Promise<Result<Overview>>;
  /**
   * Tells main that this page now listens. Main resends the events that still apply, and forgets what it told the previous
   * page about a PIN change: `Overview.hasOpenChange` says whether one is open.
   */
  replayEvents(): Promise<Result<null>>;
  /** Signs a demonstration customer in; development builds only. */
  signIn(name: string): Promise<Result<Overview>>;
  /**
   * Signs in through the bank's page in the system browser. Answers once the browser has come back, or the wait has ended.
   * While somebody is signed in, it asks for a newer or stronger sign-in of the same person.
   * @param account `other`: the bank lets the cardholder choose another account
   */
  signInWithBrowser(account: SignInAccount): Promise<Result<Overview>>;
  /** Opens the bank's page once more for the sign-in that waits. */
  openBrowserAgain(): Promise<Result<null>>;
  /** Copies a link to the bank's page for the sign-in that waits, for another browser. */
  copySignInLink(): Promise<Result<null>>;
  /** Gives up the sign-in that waits, which then fails with ERR_SIGN_IN_CANCELLED. */
  cancelSignIn(): Promise<Result<null>>;
  /** Signs out; the window starts afresh. */
  signOut(): Promise<Result<null>>;
  /** Milliseconds since main last saw the cardholder act. After long enough it locks. */
  getQuietTime(): Promise<Result<number>>;
  /**
   * Says that the cardholder is active, or has answered the warning. Main resets the quiet time only if it sees activity
   * itself. @returns as `getQuietTime`
   */
  noteActivity(): Promise<Result<number>>;
  /**
   * Loads the window anew, still signed in, because a file of it could not be read: Chromium remembers that for as long as a
   * page lives (measured), and pages may not load themselves.
   */
  loadAnew(): Promise<Result<null>>;

  /** The settings of this computer, answered from memory because the window needs them before it draws. */
  getSettings(): Promise<Result<SettingsView>>;
  /** Stores those that are named, and applies at once those that need no restart. The others stay as they are. */
  changeSettings(change: Partial<Settings>): Promise<Result<SettingsView>>;

  /** The tokens that are plugged in, on which the key could be kept. */
  listTokens(): Promise<Result<readonly TokenView[]>>;
  /**
   * Says where the key is to be kept of a binding that the next code is for: `keychain`, a token's id, or `before`, which is also
   * what holds where nothing was said.
   */
  chooseToken(place: string): Promise<Result<null>>;
  /** Requests a one-time code for this computer under the given name; each call sends a new code. */
  requestCode(computerName: string): Promise<Result<Overview>>;
  /** Verifies the computer with the code that was sent. @param code six ASCII digits; wiped by the receiver */
  confirmCode(code: Uint8Array): Promise<Result<Overview>>;
  /** Asks the bank what has become of the letter that was asked for. Completes first what Solaris accepted before an interruption. */
  lookForLetter(): Promise<Result<Overview>>;
  /**
   * Has a letter with an activation code sent, or finds the one that was asked for elsewhere.
   * @param isAnother although one was asked for, whose code then counts no more
   */
  requestLetter(isAnother: boolean): Promise<Result<Overview>>;
  /** Ends the code of the letter that was asked for, if it still counts. */
  cancelLetter(): Promise<Result<Overview>>;
  /** Says, before the code of a letter is entered, whether the sign-in will do for it, and whether there is room for this computer. */
  beginLetterCode(): Promise<Result<null>>;
  /**
   * Verifies this computer with the code of a letter.
   * @param computerName its name, if none was recorded yet
   * @param code ASCII letters and digits, as printed; wiped by the receiver
   */
  confirmLetterCode(computerName: string, code: Uint8Array): Promise<Result<Overview>>;
  /** Says at the bank that data about this computer may be sent. Given only if the bank has answered so. */
  giveDeviceConsent(): Promise<Result<DeviceConsentView>>;
  /**
   * Says no, or withdraws what was given: nothing is collected from then on, also in a step that runs. Tells the bank, or
   * tells it again.
   */
  refuseDeviceConsent(): Promise<Result<DeviceConsentView>>;
  /** Completes the binding: makes the key that only this passcode unlocks. @param passcode wiped by the receiver */
  setPasscode(passcode: Uint8Array): Promise<Result<Overview>>;
  /** Completes the binding: the token makes the key. @param pin the token's; wiped by the receiver */
  setTokenPin(pin: Uint8Array): Promise<Result<Overview>>;
  /** Continues an interrupted binding or removal as far as it can without the cardholder. */
  continueDevice(): Promise<Result<Overview>>;
  /** Gives up an incomplete binding. */
  abandonBinding(): Promise<Result<Overview>>;
  /** Adopts the key that was found, if Solaris says that it knows its device. */
  adoptDevice(): Promise<Result<Overview>>;
  /** Makes this computer ready for a new binding, from any state. Deletes no key that could still be used. */
  startAnew(): Promise<Result<Overview>>;

  /** The customer's bound devices, this one marked. @param withLastUse whether to ask for it, which takes longer */
  listDevices(withLastUse: boolean): Promise<Result<DeviceListView>>;
  /** The customer's removed devices; null where the bank's backend does not tell them. */
  listRemovedDevices(): Promise<Result<RemovedDevicesView | null>>;
  /** Removes another of the customer's devices. */
  removeDevice(deviceId: string): Promise<Result<DeviceListView>>;
  /** Removes this computer: at Solaris first, then its key here. One on a token is left there. */
  removeThisComputer(): Promise<Result<Overview>>;
  /** The same, and the key on the token. @param pin the token's; wiped by the receiver */
  removeWithToken(pin: Uint8Array): Promise<Result<Overview>>;

  /**
   * Unlocks the restricted key for the next PIN change only.
   * @param passcode wiped by the receiver
   * @param cardId whose PIN will be changed then: Solaris' key for it is fetched meanwhile. Null for a paused change
   */
  enterPasscode(passcode: Uint8Array, cardId: string | null): Promise<Result<null>>;
  /** As `enterPasscode`, where a token has the key. @param pin the token's; wiped by the receiver */
  enterTokenPin(pin: Uint8Array, cardId: string | null): Promise<Result<null>>;
  /** Changes the device passcode. @param current, next wiped by the receiver */
  changePasscode(current: Uint8Array, next: Uint8Array): Promise<Result<null>>;

  /** The customer's cards, and what is missing of them. */
  listCards(): Promise<Result<CardListView>>;
  /** Begins PIN entry; the cardholder has seen how an earlier change ended. */
  beginPinEntry(): Promise<Result<null>>;
  /**
   * Changes a card's PIN, once. By `sms` it goes as far as the TAN; the other routes need the key unlocked.
   * @param pin four ASCII digits; wiped by the receiver
   */
  changePin(cardId: string, pin: Uint8Array, route: PinChangeRoute): Promise<Result<PinChangeStep>>;
  /** Sends the change that `Overview.pausedChange` names, once. */
  sendPausedChange(): Promise<Result<PinChangeStep>>;
  /** Sends a new TAN. If the change request has ended, creates a new one with the same encrypted PIN first. */
  resendTan(): Promise<Result<PinChangeStep>>;
  /** Confirms the change. @param tan six ASCII digits; wiped by the receiver */
  confirmTan(tan: Uint8Array): Promise<Result<PinChangeEnd>>;
  /** Asks the backend what became of the change that `Overview.openChange` names. */
  settleOpenChange(): Promise<Result<PinChangeEnd>>;
  /** Copies the reference of the change whose end was told last to the clipboard. */
  copyReference(): Promise<Result<null>>;
  /** Leaves the PIN steps once the outcome was seen. The window reloads, so no trace of them stays in its memory. */
  endPinChange(): Promise<Result<null>>;

  /** The proxy on the way to the bank that asks for a name and a password; null if none did at the last check. */
  getProxyQuestion(): Promise<Result<ProxyQuestion | null>>;
  /**
   * Signs in to that proxy until the program ends. Does not repeat the call that failed.
   * @param password ISO 8859-1, a byte for each character; wiped by the receiver
   */
  signInToProxy(name: string, password: Uint8Array): Promise<Result<null>>;

  /** Examines the program and its environment; nobody has to be signed in. Changes nothing. */
  runDiagnosis(): Promise<Result<DiagnosisView>>;
  /** Copies the newest diagnosis to the clipboard, as text for support. */
  copyReport(): Promise<Result<null>>;
  /** Lets the cardholder save it as a file. `saved` is false if they cancel. */
  saveReport(): Promise<Result<{ readonly saved: boolean }>>;

  /**
   * Copies the code and Solaris' id of an error that the window was told, by this id. Main takes both from what it remembers
   * (`DiagnosisView.recentErrors`).
   */
  copyErrorNumber(supportId: string): Promise<Result<null>>;

  /** Copies one of the partner's contacts, as the profile has it in the window's language, to the clipboard. */
  copyContact(contact: CopiedContact): Promise<Result<null>>;
  /**
   * Asks the system to open the partner's phone number or e-mail address, where the profile allows it. `asked` is false if
   * the system said that it has no program for it; most systems do not say.
   */
  openContact(contact: OpenedContact): Promise<Result<{ readonly asked: boolean }>>;

  /**
   * What is known of a newer version of this program; null where the partner brings it by a way of its own. Looks first if
   * nothing is known yet, or after some hours.
   */
  getUpdate(): Promise<Result<UpdateView | null>>;
  /** Fetches the newer version's installer. Tells how far it is by events, and changes nothing yet. */
  downloadUpdate(): Promise<Result<UpdateView>>;
  /** Asks in a dialog of the system, then opens the installer and ends the program. `isQuitting` is false if they cancel. */
  installUpdate(): Promise<Result<{ readonly isQuitting: boolean }>>;
}

/** Fails to compile if a name in bridge-methods.ts has no signature, or a signature answers no `Result`. */
type Checked<All extends Record<BridgeMethod, (...args: never) => Promise<Result<unknown>>>> = All;

/** What the window may ask main to do, by method. */
export type DesktopBridge = Checked<Signatures>;

/** What the preload gives the window: main's methods, and its events. */
export interface WindowBridge extends DesktopBridge {
  /** Calls this listener with each event, in place of any earlier listener. Its return value is ignored. */
  onEvent(listener: (event: BridgeEvent) => void): void;
}
