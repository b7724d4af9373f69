import type { SendEvent } from "../src-contract/bridge/events.ts";
import type { OpenedContact } from "../src-contract/bridge/partner-identity.ts";
import type { Language } from "../src-contract/rules/languages.ts";
import type { NetRequest } from "./backend/proxy/head-request.ts";
import type { ContactsOfProfile } from "./bridge/bank-contacts.ts";
import type { ChangeNow } from "./bridge/change-now.ts";
import type { CollectDeviceData } from "./device-data/collect-device-data.ts";
import type { ProgramFacts } from "./diagnosis/describe-program.ts";
import type { ReportHandOver } from "./diagnosis/diagnosis.ts";
import type { Keytar } from "./keys/device-keychain.ts";
import type { DeriveKey } from "./keys/key-wrapping.ts";
import type { Rendering } from "./settings/rendering.ts";
import type { SessionLock } from "./sign-in/session-lock.ts";
import type { Config } from "./start-options.ts";
import type { StartTokenChild } from "./token/tokens.ts";
import type { Installer } from "./updates/open-updates.ts";

/** The outside world: everything that the program needs but does not create itself. `Session` is Electron's session. */
export interface CoreOptions<Session> {
  readonly config: Config;
  /** Where the program keeps its files. */
  readonly folder: string;
  /** The cleaned environment (start-environment.ts). */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  /** sessions.ts says what each is for. */
  readonly sessions: Readonly<Record<"ordinary" | "once" | "signIn" | "updates", Session>>;
  /** Electron's `net.request`. */
  readonly request: NetRequest<Session>;
  readonly keychain: {
    /** The name of the program's keychain entries. */
    readonly service: string;
    /** Loads a keychain other than the system's. */
    readonly load?: () => Promise<Keytar>;
  };
  readonly deriveKey: DeriveKey;
  /** Runs the vendor's script that makes device data; null where the profile names none. */
  readonly collectDeviceData: CollectDeviceData | null;
  /** Starts the process that loads a token's module; absent where this build uses none. */
  readonly startTokenChild?: StartTokenChild;
  readonly app: ProgramFacts["app"] & {
    /** BCP 47 tags, the preferred first. */
    getPreferredSystemLanguages(): readonly string[];
  };
  readonly process: ProgramFacts["process"];
  /** How this start draws. Electron had to know before anything else could begin. */
  readonly rendering: Rendering;
  readonly reports: ReportHandOver;
  /** Opens the provider's page in the system's browser. @throws AppError for any other page (open-browser.ts) */
  readonly openBrowser: (url: string) => Promise<void>;
  /** Brings the window to the front, once the browser has come back. */
  readonly bringToFront: () => void;
  /** What the profile says of how to reach the partner. */
  readonly contacts: ContactsOfProfile;
  /** Opens one of them, if the profile allows it (open-browser.ts). */
  readonly openContact: (contact: OpenedContact) => Promise<boolean>;
  /** How this computer gets another version of the program. */
  readonly installer: (language: () => Language) => Installer;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** Empties the window's memory by reloading it. */
  readonly reloadWindow: () => void;
  /** Tells outside of the window where a PIN change stands (change-notice.ts). */
  readonly noteChange: (now: ChangeNow, language: Language) => void;
  /** Hands an event to the window. */
  readonly send: SendEvent;
  /** Sends a page that begins to listen what it has missed. */
  readonly replayEvents: () => void;
  /** Reports the cardholder's input to the lock. @returns a check whether somebody is active now */
  readonly watchUserActivity: (lock: SessionLock) => () => Promise<boolean>;
}
