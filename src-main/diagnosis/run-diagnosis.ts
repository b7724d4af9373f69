import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import type { Language } from "../../src-contract/rules/languages.ts";
import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";
import type { DeviceKeychain } from "../keys/device-keychain.ts";
import { recentErrors } from "../log.ts";
import { withTimeout } from "../with-timeout.ts";
import { type BackendCheck, checkBackend } from "./check-backend.ts";
import { checkKeychain } from "./check-keychain.ts";
import { describeProgram, type ProgramFacts } from "./describe-program.ts";
import { diagnosisSchema } from "./diagnosis-schema.ts";

/** What a diagnosis examines. */
export interface DiagnosisSubjects extends BackendCheck {
  readonly program: ProgramFacts;
  readonly keychain: Pick<DeviceKeychain, "read">;
  /** Chromium's answer (`DIRECT`, or `PROXY host:port; …`). */
  readonly resolveProxy: (url: string) => Promise<string>;
  /** The window's. */
  readonly language: () => Language;
  /** How this computer keeps its key. */
  readonly protection: () => ProtectionLevel;
}

/**
 * Checks everything that a change needs, in parallel and within the time of one call. Works without a sign-in and without a
 * network, when it is needed most.
 */
export async function runDiagnosis(subjects: DiagnosisSubjects): Promise<DiagnosisView> {
  const { program, keychain, resolveProxy, origin, timeoutMs, language, now, protection } = subjects;
  const { platform } = program.process;
  const [backend, way, keychainView] = await Promise.all([
    checkBackend(subjects),
    withTimeout(timeoutMs, resolveProxy(origin).then(wayOf), "unknown" as const),
    checkKeychain(keychain, platform, timeoutMs),
  ]);
  return diagnosisSchema.parse({
    takenAt: new Date(now()).toISOString(),
    ...describeProgram(program),
    keychain: keychainView,
    ...backend,
    way,
    tls: new URL(origin).protocol === "https:" ? "used" : "not-used",
    language: language(),
    protection: protection(),
    recentErrors: recentErrors(),
  });
}

/** The first proxy that is tried. Its address does not leave this function. */
function wayOf(proxies: string): DiagnosisView["way"] {
  return /^\s*DIRECT\b/.test(proxies) ? "direct" : "proxy";
}
