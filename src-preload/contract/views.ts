import type { ErrorCode } from "./error-codes.ts";

/** What the window draws its first screen from. */
export interface Overview {
  readonly version: string;
  /** Names to choose from where this is a demonstration; null where sign-in is real. */
  readonly demoCustomers: readonly string[] | null;
  readonly customer: { readonly name: string } | null;
  /** Null until somebody is signed in: keys belong to a person. */
  readonly device: DeviceView | null;
}

/** How this computer stands for the signed-in customer. The keychain's five states are told apart (checklist row 65). */
export type DeviceView =
  | { readonly state: "absent"; readonly suggestedName: string }
  | { readonly state: "lost"; readonly suggestedName: string }
  | { readonly state: "locked" }
  | { readonly state: "unavailable" }
  | { readonly state: "unreadable" }
  | BindingView
  | { readonly state: "bound"; readonly computerName: string };

/**
 * A binding under way. `request`: a key waits, no code was asked for (or no answer seen). `code`: the code is awaited.
 * `key`: the code was accepted and the restricted key is still to be added.
 */
export type BindingView =
  | { readonly state: "binding"; readonly step: "request"; readonly computerName: string }
  | { readonly state: "binding"; readonly step: "code"; readonly computerName: string; readonly expiresAt: string }
  | { readonly state: "binding"; readonly step: "key"; readonly computerName: string };

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

/** How a PIN change ended. Nothing is claimed that was not seen. */
export type PinChangeOutcome =
  | { readonly outcome: "changed" }
  | { readonly outcome: "refused"; readonly code: ErrorCode; readonly supportId?: string }
  /** Sent, and no clear answer came back. */
  | { readonly outcome: "unknown"; readonly supportId?: string };
