import type { LockTimes } from "../src-contract/bridge/views.ts";
import type { WeakPinRule } from "../src-contract/rules/entry-policy.ts";
import { type DeviceDataProfile, readDeviceDataOption } from "./device-data/device-data-profile.ts";
import { currentCost, type KeyCost } from "./keys/key-wrapping.ts";
import { KEYCHAIN_PATIENCE_MS } from "./keys/keychain-queue.ts";
import { readSignInOption, type SignInProfile } from "./sign-in/browser/sign-in-profile.ts";
import type { TokenModule } from "./token/token-modules.ts";
import { readUpdatesOption, type UpdateProfile } from "./updates/update-profile.ts";

/** The app's configuration, from the build or the command line. */
export interface Config {
  /** The partner backend's origin, e.g. `https://cards.partner.example`. */
  readonly backendOrigin: string;
  /** Public keys of which the backend's certificates must have one; empty: any that the system trusts. */
  readonly backendPins: readonly string[];
  readonly callTimeoutMs: number;
  readonly lockTimes: LockTimes;
  /** How long the window waits after a code before it offers another. */
  readonly codeCoolDownMs: number;
  /** How long to wait for the keychain. */
  readonly keychainPatienceMs: number;
  /** The vendor's script that makes device data; null where there is none. */
  readonly deviceData: DeviceDataProfile | null;
  /** The scrypt cost for wrapping the restricted key. */
  readonly passcodeCost: KeyCost;
  /** How cardholders sign in with the browser; null where the demonstration's names sign in. */
  readonly signIn: SignInProfile | null;
  /** How long a sign-in waits for the browser in all. */
  readonly signInPatienceMs: number;
  /** Used instead of the system's; null asks the system. */
  readonly systemLanguages: readonly string[] | null;
  /** PKCS#11 modules of this system that may be loaded (docs/hardware-key.md); none: the key is in the keychain. */
  readonly tokenModules: readonly TokenModule[];
  /** Where newer versions are; null where the partner brings them to computers by a way of its own. */
  readonly updates: UpdateProfile | null;
  /** The partner's policy for easily guessed PINs. The window does the warning. */
  readonly weakPins: WeakPinRule;
}

/** Four quiet minutes and one of warning: five in all (PSD2 RTS article 4(3)(d)). */
const lockTimes: LockTimes = { quietMs: 240_000, warningMs: 60_000 };
const codeCoolDownMs = 30_000;
/** As long as a session may be quiet. */
const signInPatienceMs = 300_000;

/**
 * Reads the configuration. A release has one fixed address and takes none from outside
 * (docs/threat-model.md#no-security-switches).
 * @param argv the command line; development builds read `--backend=ORIGIN` from it, and `--call-timeout-ms`,
 *   `--lock-quiet-ms`, `--lock-warning-ms`, `--code-cool-down-ms`, `--keychain-patience-ms`, `--passcode-cost=N` (scrypt's
 *   N: tests wrap hundreds of keys), `--language=de` as the system's language, `--sign-in=JSON` as the profile's `sign_in`
 *   and `--sign-in-patience-ms`, `--backend-pins=PIN,PIN`, `--updates=JSON` with the update server's address and the built-in root,
 *   `--device-data=JSON` with the folder of a vendor's script and its domains in place of the profile's,
 *   `--hardware-key=JSON` with a list of modules in place of the profile's, each with `name`, `path` and `sha256`
 * @throws Error after telling the developer who started the app what is wrong
 */
export function readConfig(argv: readonly string[]): Config {
  if (__RELEASE__)
    return {
      backendOrigin: __BACKEND_ORIGIN__,
      backendPins: __BACKEND_PINS__,
      callTimeoutMs: __CALL_TIMEOUT_MS__,
      lockTimes,
      codeCoolDownMs,
      keychainPatienceMs: KEYCHAIN_PATIENCE_MS,
      deviceData: __DEVICE_DATA__,
      passcodeCost: currentCost,
      signIn: __SIGN_IN__,
      signInPatienceMs,
      systemLanguages: null,
      tokenModules: __TOKEN_MODULES__[process.platform] ?? [],
      updates: __UPDATES__,
      weakPins: __POLICY__.weakPins,
    };
  const backend = option(argv, "--backend=");
  if (backend === undefined) throw refusal("--backend=ORIGIN is missing: `npm start` gives it.");
  return {
    backendOrigin: developmentOrigin(backend),
    backendPins: option(argv, "--backend-pins=")?.split(",") ?? [],
    callTimeoutMs: milliseconds(argv, "--call-timeout-ms", __CALL_TIMEOUT_MS__),
    lockTimes: {
      quietMs: milliseconds(argv, "--lock-quiet-ms", lockTimes.quietMs),
      warningMs: milliseconds(argv, "--lock-warning-ms", lockTimes.warningMs),
    },
    codeCoolDownMs: milliseconds(argv, "--code-cool-down-ms", codeCoolDownMs),
    keychainPatienceMs: milliseconds(argv, "--keychain-patience-ms", KEYCHAIN_PATIENCE_MS),
    deviceData: readJsonOption(argv, "--device-data=", readDeviceDataOption) ?? __DEVICE_DATA__,
    passcodeCost: { ...currentCost, N: scryptN(argv) },
    signIn: readJsonOption(argv, "--sign-in=", readSignInOption),
    signInPatienceMs: milliseconds(argv, "--sign-in-patience-ms", signInPatienceMs),
    systemLanguages: readLanguage(argv),
    tokenModules:
      readJsonOption(argv, "--hardware-key=", readModulesOption) ?? __TOKEN_MODULES__[process.platform] ?? [],
    updates: readJsonOption(argv, "--updates=", readUpdatesOption),
    weakPins: __POLICY__.weakPins,
  };
}

/** Languages to use instead of the system's; null asks the system. */
export function readLanguage(argv: readonly string[]): readonly string[] | null {
  const language = __RELEASE__ ? undefined : option(argv, "--language=");
  return language === undefined ? null : [language];
}

/** Null without the option: then the demonstration's names sign in, no newer version is looked for, and script and modules are the profile's. */
function readJsonOption<T>(argv: readonly string[], name: string, read: (text: string) => T): T | null {
  const text = option(argv, name);
  if (text === undefined) return null;
  try {
    return read(text);
  } catch (error) {
    throw refusal((error as Error).message);
  }
}

/** Reads what `--hardware-key=` gives. @throws Error a sentence for the developer */
function readModulesOption(text: string): readonly TokenModule[] {
  try {
    const modules: Record<string, unknown>[] = JSON.parse(text);
    const isWhole = modules.every((one) => ["name", "path", "sha256"].every((field) => typeof one[field] === "string"));
    if (isWhole) return modules as Partial<TokenModule>[] as TokenModule[];
  } catch {}
  throw new Error('--hardware-key takes JSON: [{"name":"…","path":"/…","sha256":"…"}].');
}

function milliseconds(argv: readonly string[], name: string, otherwise: number): number {
  const value = Number(option(argv, `${name}=`) ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw refusal(`${name} takes a number of milliseconds.`);
  return value;
}

/** A power of two (RFC 7914 §2), at most the cardholders' own: a larger one might exceed the memory limit. */
function scryptN(argv: readonly string[]): number {
  const value = Number(option(argv, "--passcode-cost=") ?? currentCost.N);
  if (value < 2 || value > currentCost.N || !Number.isInteger(Math.log2(value)))
    throw refusal(`--passcode-cost takes a power of two, at most ${currentCost.N}.`);
  return value;
}

/** https anywhere, or http on this computer only. */
function developmentOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const allowed = url?.protocol === "https:" || (url?.protocol === "http:" && url.hostname === "127.0.0.1");
  if (!url || !allowed || url.origin !== text)
    throw refusal("--backend takes an https origin, or http://127.0.0.1:PORT.");
  return url.origin;
}

function option(argv: readonly string[], prefix: string): string | undefined {
  return argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

/** For development builds only, so its text may go to the terminal. */
function refusal(text: string): Error {
  process.stderr.write(`${text}\n`);
  return new Error(text);
}
