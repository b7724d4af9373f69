import type { ErrorCode } from "../errors/error-codes.ts";
import type { FailureDetails } from "../errors/result.ts";
import type { LimitedAction } from "../rules/limited-actions.ts";
import type { PinChangeRoute } from "../rules/pin-change-route.ts";
import type { ProtectionLevel } from "../rules/protection-levels.ts";
import type { KeychainName } from "./diagnosis-view.ts";

/** What the window draws its first screen from. */
export interface Overview {
  readonly version: string;
  /** Names to choose from where this is a demonstration; null where sign-in is real. */
  readonly demoCustomers: readonly string[] | null;
  readonly customer: { readonly name: string } | null;
  /** Null until somebody is signed in: keys belong to a person. */
  readonly device: DeviceView | null;
  /** Why the cardholder was signed out without asking for it; null after the next sign-in. */
  readonly lockedBecause: LockReason | null;
  readonly lock: LockTimes;
  /** How long after a code was sent another can be asked for: a message needs its time. */
  readonly codeCoolDownMs: number;
  /** A change of this customer was begun here and nobody has seen how it ended: see `settleOpenChange`. */
  readonly hasOpenChange: boolean;
  /** Where the notes of PIN changes cannot be read: their folder. Whether a change is open is not known then. */
  readonly unusableFolder: string | null;
  /** How the partner lets PINs be changed, the preferred way first. Empty until somebody is signed in. */
  readonly pinChangeRoutes: readonly PinChangeRoute[];
  /** How long until each may be done again, in milliseconds from the answer on; null where it may be done now. */
  readonly waits: Readonly<Record<LimitedAction, number | null>>;
  /** What keeps keys on this computer. */
  readonly keychain: KeychainName;
  /** How the key is kept, or would be, on this computer. */
  readonly protection: ProtectionLevel;
}

/** `idle`: nobody was there for a while. `screen`: the screen was locked. `suspend`: the computer went to sleep. */
export type LockReason = "idle" | "screen" | "suspend";

/** After `quietMs` without the cardholder a warning is due, and after `warningMs` more they are signed out. */
export interface LockTimes {
  readonly quietMs: number;
  readonly warningMs: number;
}

/** A proxy on the way to the bank that wants to know who asks. Shown, and kept nowhere. */
export interface ProxyQuestion {
  /** `host:port`, as this computer's settings name it. */
  readonly address: string;
  /** It has the password sent so that the network in between can read it (Basic without TLS, RFC 7617 §4). */
  readonly isReadable: boolean;
}

/**
 * How this computer stands for the signed-in customer. The keychain's states are told apart
 * (docs/threat-model.md#keychain-absent-vs-locked).
 */
export type DeviceView =
  /** `suggestedName`: what the system calls this computer; null where that is no name. */
  | { readonly state: "absent"; readonly suggestedName: string | null }
  /** The files speak of a binding and the keychain has no key: it was deleted, or the files came from elsewhere. */
  | { readonly state: "lost"; readonly suggestedName: string | null }
  | { readonly state: "locked" }
  | { readonly state: "unavailable" }
  /** It did not answer in time. */
  | { readonly state: "silent" }
  | { readonly state: "unreadable" }
  /** A folder of this program cannot be used, so that it is not known whether this computer was bound. */
  | { readonly state: "unusable-folder"; readonly folder: string }
  | BindingView
  | { readonly state: "bound"; readonly computerName: string; readonly passcodeAttemptsLeft: number }
  /** Five wrong passcodes: the restricted key is gone. */
  | { readonly state: "erased"; readonly computerName: string }
  /** Solaris says that it no longer knows this computer. */
  | { readonly state: "removed"; readonly computerName: string }
  /** A key that may not be this computer's. */
  | { readonly state: "unconfirmed"; readonly why: WhyUnconfirmed; readonly computerName: string }
  /** Its removal was begun and is not completed. */
  | { readonly state: "removing" };

/**
 * `no-marker`: this program was not set up here, or its files were deleted. `other-device`: its files speak of another
 * device; the keychain, or they, were restored or copied.
 */
export type WhyUnconfirmed = "no-marker" | "other-device";

/**
 * A binding under way. `request`: a key waits, no code was asked for (or no answer seen). `code`: the code is awaited.
 * `passcode`: the code was accepted, the passcode is to be set. `key`: the restricted key is still to be added.
 */
export type BindingView =
  | { readonly state: "binding"; readonly step: "request"; readonly computerName: string }
  | { readonly state: "binding"; readonly step: "code"; readonly computerName: string; readonly sent: SentCode }
  | { readonly state: "binding"; readonly step: "passcode"; readonly computerName: string }
  | { readonly state: "binding"; readonly step: "key"; readonly computerName: string };

/**
 * A code that was sent to the cardholder's phone: which one it is, and for how many milliseconds from the answer on it
 * counts. No point in time, because this computer's clock may be wrong (backend/server-clock.ts).
 */
export interface SentCode {
  readonly id: string;
  readonly validForMs: number;
}

/** A customer's bound devices. One is missing from it for certain only where nothing was left out. */
export interface DeviceListView {
  readonly devices: readonly {
    readonly id: string;
    /** Empty where nobody says it. */
    readonly name: string;
    /** RFC 3339; null where nobody says it. */
    readonly boundAt: string | null;
    readonly isThisComputer: boolean;
  }[];
  /** How many there can be. */
  readonly limit: number;
  /** How many could not be read, at least. */
  readonly leftOut: number;
}

/** A customer's cards, and what is missing of them. */
export interface CardListView {
  readonly cards: readonly CardView[];
  /** How many cards could not be read. */
  readonly cardsLeftOut: number;
  /** Of how many accounts the cards could not be fetched. */
  readonly accountsLeftOut: number;
  /** There can be more than were read. */
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
  /** `with-note`: Solaris decides, and the cardholder is told that the card is not in use at the moment. */
  readonly pinChange: "allowed" | "with-note" | "not-allowed";
}

export const pinChangeStages = ["fetching-key", "encrypted", "requested", "signed", "sent", "settling"] as const;
/**
 * What has truly been done of the change under way, in the order of a change (each route has its own of them):
 * `fetching-key`: the bank is asked for Solaris' newest key. Comes again where that key was changed meanwhile.
 * `encrypted`: the PIN is encrypted, on this computer.
 * `requested`: the encrypted PIN is handed to the network for a change request, by which nothing changes yet.
 * `signed`: signed with the key of this computer.
 * `sent`: what changes the PIN is handed to the network. Whether it has arrived is not known.
 * `settling`: the answer left something open, or did not come; the bank's ledger is asked.
 */
export type PinChangeStage = (typeof pinChangeStages)[number];

/** How far a PIN change got: to its end, or to the TAN. */
export type PinChangeStep = PinChangeEnd | { readonly outcome: "tan-awaited"; readonly sent: SentCode };

/** How a PIN change ended. Nothing is claimed that was not seen. `card`: where the window does not know which it was. */
export type PinChangeEnd = PinChangeOutcome & { readonly card?: CardView };

export type PinChangeOutcome =
  | { readonly outcome: "changed" }
  /** `alternative`: another way that the partner allows, where this one was refused, or may have been, because of the device. */
  | ({ readonly outcome: "refused"; readonly code: ErrorCode; readonly alternative?: PinChangeRoute } & FailureDetails)
  /** Nothing of it arrived at the bank, and nothing will. */
  | { readonly outcome: "not-sent" }
  /** It is being carried out: ask again in a moment. */
  | { readonly outcome: "in-progress" }
  /** Sent, and no clear answer came back. */
  | ({ readonly outcome: "unknown" } & FailureDetails);
