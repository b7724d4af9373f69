import type { ErrorCode } from "../errors/error-codes.ts";
import type { FailureDetails } from "../errors/result.ts";
import type { LimitedAction } from "../rules/limited-actions.ts";
import type { PinChangeRoute } from "../rules/pin-change-route.ts";
import type { ProtectionLevel } from "../rules/protection-levels.ts";

/** What the window draws its first screen from. */
export interface Overview {
  readonly version: string;
  /** The demonstration's customers; null where one signs in with the browser. */
  readonly demoCustomers: readonly string[] | null;
  readonly signInBy: "browser" | "names";
  /** `number` tells customers of one name apart. */
  readonly customer: { readonly name: string; readonly number: number } | null;
  /** Null until somebody is signed in: keys belong to a person. */
  readonly device: DeviceView | null;
  /** Why the cardholder was signed out automatically; null after the next sign-in. */
  readonly lockedBecause: LockReason | null;
  readonly lock: LockTimes;
  /** How long to wait after a code before requesting another: the message needs time to arrive. */
  readonly codeCoolDownMs: number;
  /** How long to wait for the browser before offering what may help. */
  readonly browserHintMs: number;
  /** This customer began a change here and has not seen how it ended: see `settleOpenChange`. */
  readonly hasOpenChange: boolean;
  /** A change that waits, since the last sign-in, for `sendPausedChange` or `endPinChange`; it is not among the open ones. */
  readonly pausedChange: { readonly cardId: string; readonly route: PinChangeRoute } | null;
  /** The folder of the PIN change journal, if it cannot be read: then it is not known whether a change is open. */
  readonly unusableFolder: string | null;
  /** How the partner lets PINs be changed, the preferred way first. Empty until somebody is signed in. */
  readonly pinChangeRoutes: readonly PinChangeRoute[];
  /** Milliseconds from this answer until each action is allowed again; null if it is allowed now. */
  readonly waits: Readonly<Record<LimitedAction, number | null>>;
  /** Binding by letter; null where the bank does not offer it, and until somebody is signed in. */
  readonly letters: LettersView | null;
  /** Null where nobody is asked for device data: not in this build, or not by the bank; and until somebody is signed in. */
  readonly deviceConsent: DeviceConsentView | null;
  /** How the key is kept, or would be, on this computer. */
  readonly protection: ProtectionLevel;
  /** Whether the key could be kept on a token, as far as this program and the bank go; absent: no. */
  readonly offersTokens?: boolean;
  /** The token on which the key of this computer, which was just removed, was left; absent if there is none. */
  readonly keyLeftOn?: TokenLabel;
  /** The time of this answer by the bank's clock, in milliseconds since 1970: this computer's may be wrong. */
  readonly bankTime: number;
}

/** `idle`: nobody used it for a while. `screen`: the screen was locked. `suspend`: the computer went to sleep. */
export type LockReason = "idle" | "screen" | "suspend";

/** Whom a sign-in in the browser is for. `other`: not the account with which the browser is signed in. */
export const signInAccounts = ["any", "other"] as const;
export type SignInAccount = (typeof signInAccounts)[number];

/** After `quietMs` without the cardholder a warning is due, and after `warningMs` more they are signed out. */
export interface LockTimes {
  readonly quietMs: number;
  readonly warningMs: number;
}

/** A proxy on the way to the bank that requires sign-in. Shown, and stored nowhere. */
export interface ProxyQuestion {
  /** `host:port`, as this computer's settings name it. */
  readonly address: string;
  /** The network in between can read the password (Basic without TLS, RFC 7617 §4). */
  readonly isReadable: boolean;
}

/**
 * The state of this computer for the signed-in customer. It distinguishes the keychain's states
 * (docs/threat-model.md#keychain-absent-vs-locked).
 */
export type DeviceView =
  /** `suggestedName`: what the system calls this computer; null if that is not a usable name. */
  | { readonly state: "absent"; readonly suggestedName: string | null }
  /** The marker names a binding but the keychain has no key: it was deleted, or the files came from elsewhere. */
  | { readonly state: "lost"; readonly suggestedName: string | null }
  | { readonly state: "locked" }
  | { readonly state: "unavailable" }
  /** It did not answer in time. */
  | { readonly state: "silent" }
  | { readonly state: "unreadable" }
  /** A folder of this program cannot be used, so it is not known whether this computer was bound. */
  | { readonly state: "unusable-folder"; readonly folder: string }
  | BindingView
  | {
      readonly state: "bound";
      readonly computerName: string;
      readonly passcodeAttemptsLeft: number;
      /** The token that keeps the key; absent: the keychain does, and a passcode unlocks it. */
      readonly onToken?: TokenLabel;
    }
  /** Five wrong passcodes: the restricted key is gone. */
  | { readonly state: "erased"; readonly computerName: string }
  /** Solaris says that it no longer knows this computer. */
  | { readonly state: "removed"; readonly computerName: string }
  /** A key that may not be this computer's. */
  | { readonly state: "unconfirmed"; readonly why: WhyUnconfirmed; readonly computerName: string }
  /** Its removal was begun but not completed. */
  | { readonly state: "removing" };

/** What a token calls itself, and the end of its serial number: not unique. Null if it has neither. */
export interface TokenLabel {
  readonly label: string | null;
}

/** A token that is plugged in, and may be able to keep the key. `id` is for `chooseToken`, and of this list only. */
export interface TokenView extends TokenLabel {
  readonly id: string;
  /** Whether it is the one that was chosen before; absent: no. */
  readonly isBefore?: boolean;
}

/**
 * `no-marker`: this program was not set up here, or its files were deleted. `other-device`: its files name another device,
 * because the keychain or the files were restored or copied.
 */
export type WhyUnconfirmed = "no-marker" | "other-device";

/**
 * A binding in progress. `request`: a key exists, and no code was requested (or no answer came). `code`: the code is next.
 * `passcode`: the code was accepted, the passcode is next. `key`: the restricted key has yet to be added. `onToken`: a token
 * will keep the key, and its PIN is next in place of a passcode.
 */
export type BindingView = BindingStep & { readonly onToken?: TokenLabel };
type BindingStep =
  | { readonly state: "binding"; readonly step: "request"; readonly computerName: string }
  | { readonly state: "binding"; readonly step: "code"; readonly computerName: string; readonly sent: SentCode }
  | { readonly state: "binding"; readonly step: "passcode"; readonly computerName: string }
  | { readonly state: "binding"; readonly step: "key"; readonly computerName: string };

/**
 * A code that was sent to the cardholder's phone: its id, and the milliseconds from this answer for which it is valid. Not a
 * time, because this computer's clock may be wrong (backend/server-clock.ts).
 */
export interface SentCode {
  readonly id: string;
  readonly validForMs: number;
  /** Solaris says that it is over, whatever time should be left. */
  readonly isOver?: boolean;
}

/** A letter with an activation code, for who cannot be sent a text message (docs/solaris-api.md §6.6). */
export interface LettersView {
  /** The one that was asked for; null if none is known. Nobody can tell whether it is still on its way. */
  readonly asked: {
    /** RFC 3339, by the bank's clock; null if not known. */
    readonly requestedAt: string | null;
    /** Until when its code counts, likewise. */
    readonly countsUntil: string | null;
    /**
     * Null if its code counts, as far as is known. `expired`: its time is over. `early`: the bank says that it counts no
     * more, and there should be time left. `unknown`: the bank says so, and it is not known how much time there was.
     */
    readonly ended: "expired" | "early" | "unknown" | null;
    /** With `early`: the device that was linked last since then, if any. The code may have been used for it. */
    readonly linkedSince: { readonly name: string; readonly at: string } | null;
  } | null;
  /** Milliseconds from this answer until another one may be asked for; null if it may be now, as far as is known. */
  readonly waitMs: number | null;
}

/** The question whether data about this computer may be sent (docs/device-data.md#the-question). */
export interface DeviceConsentView {
  /** Whether the bank takes no binding and no signed change without. */
  readonly isRequired: boolean;
  /** What was answered on this computer; null if nothing was. Times: RFC 3339, by the bank's clock; null if not known. */
  readonly answer:
    | { readonly is: "given"; readonly since: string | null }
    /** `isTold`: false while the bank has not confirmed the withdrawal of what was given before. */
    | { readonly is: "refused"; readonly since: string; readonly isTold: boolean }
    | null;
}

/** A customer's bound devices. The list proves that a device is absent only if nothing was left out. */
export interface DeviceListView {
  readonly devices: readonly {
    readonly id: string;
    /** Empty if unknown. */
    readonly name: string;
    /** RFC 3339; null if unknown. */
    readonly boundAt: string | null;
    /** When its keys were last used, as far as Solaris says it (RFC 3339); null if unknown, or not asked for. */
    readonly lastUsedAt: string | null;
    readonly isThisComputer: boolean;
  }[];
  /** How many there can be. */
  readonly limit: number;
  /** How many could not be read, at least. */
  readonly leftOut: number;
}

/** A customer's removed devices, the newest removal first. */
export interface RemovedDevicesView {
  readonly devices: readonly {
    readonly id: string;
    /** Empty if unknown. */
    readonly name: string;
    /** RFC 3339. */
    readonly removedAt: string;
  }[];
  /** How many could not be read, at least; some of them may be bound. */
  readonly leftOut: number;
  /** There are older ones. */
  readonly isCutShort: boolean;
}

/** A customer's cards, and what is missing of them. */
export interface CardListView {
  readonly cards: readonly CardView[];
  /** How many cards could not be read. */
  readonly cardsLeftOut: number;
  /** Of how many accounts the cards could not be fetched. */
  readonly accountsLeftOut: number;
  /** There may be more than were read. */
  readonly isCutShort: boolean;
}

/** A card as the list shows it. `status` and `type` are Solaris' words, which may be new to us. */
export interface CardView {
  readonly id: string;
  readonly maskedNumber: string;
  readonly nameOnCard: string;
  readonly type: string;
  readonly expires: string;
  readonly status: string;
  /** `with-note`: Solaris decides; the window notes that the card is not in use at the moment. */
  readonly pinChange: "allowed" | "with-note" | "not-allowed";
}

export const pinChangeStages = ["fetching-key", "encrypted", "requested", "signed", "sent", "settling"] as const;
/**
 * The stages of a running change that are done, in order (each route has its own subset): `fetching-key`: main asks the bank
 * for Solaris' newest key; comes again if Solaris changed it meanwhile. `encrypted`: the PIN is encrypted, on this computer.
 * `requested`: the encrypted PIN was handed to the network as a change request, which changes nothing yet. `signed`: this
 * computer's key has signed it. `sent`: the request that changes the PIN was handed to the network; whether it arrived is
 * not known. `settling`: the answer was unclear or did not come, so main asks the bank's ledger.
 */
export type PinChangeStage = (typeof pinChangeStages)[number];

/**
 * How far a PIN change got: to its end, or to the TAN. `sign-in-again`: the bank did not take it, because the sign-in had
 * ended or is not new enough; nothing has changed, and main keeps it for `sendPausedChange`.
 */
export type PinChangeStep =
  | PinChangeEnd
  | { readonly outcome: "tan-awaited"; readonly sent: SentCode }
  | { readonly outcome: "sign-in-again" };

/** How a PIN change ended, as far as it was seen. `card`: present if the window does not know which card it was. */
export type PinChangeEnd = PinChangeOutcome & { readonly card?: CardView };

export type PinChangeOutcome =
  /**
   * `reference`: the id under which the bank's ledger has the change, for support. `changedAt`: when the bank's answer came,
   * by the bank's clock (RFC 3339), or as the ledger has it; absent if that does not say.
   */
  | { readonly outcome: "changed"; readonly reference?: string; readonly changedAt?: string }
  /**
   * `alternative`: another route that the partner allows, if this one was or may have been refused because of the device.
   */
  | ({ readonly outcome: "refused"; readonly code: ErrorCode; readonly alternative?: PinChangeRoute } & FailureDetails)
  /** Nothing of it arrived at the bank, and nothing will. */
  | { readonly outcome: "not-sent" }
  /** The backend is still working on it: ask again in a moment. */
  | { readonly outcome: "in-progress" }
  /** It was sent, and no clear answer came back. */
  | ({ readonly outcome: "unknown" } & FailureDetails);
