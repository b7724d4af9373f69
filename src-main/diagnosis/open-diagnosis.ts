import type { Language } from "../../src-contract/rules/languages.ts";
import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";
import type { Fetch } from "../backend/http-call.ts";
import type { DeviceKeychain } from "../keys/device-keychain.ts";
import type { Config } from "../start-options.ts";
import type { ProgramFacts } from "./describe-program.ts";
import { createDiagnosis, type ReportHandOver } from "./diagnosis.ts";
import { runDiagnosis } from "./run-diagnosis.ts";

interface RunningProgram extends ProgramFacts {
  readonly config: Config;
  readonly keychain: DeviceKeychain;
  /** Of the backend's ordinary session (sessions.ts). */
  readonly fetch: Fetch;
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly language: () => Language;
  readonly protection: () => ProtectionLevel;
  readonly handOver: ReportHandOver;
}

/** The diagnosis of this program as it runs. */
export function openDiagnosis({
  app,
  process,
  config,
  keychain,
  fetch,
  resolveProxy,
  language,
  protection,
  handOver,
}: RunningProgram) {
  const look = () =>
    runDiagnosis({
      program: { app, process },
      origin: config.backendOrigin,
      timeoutMs: config.callTimeoutMs,
      fetch,
      resolveProxy,
      keychain,
      language,
      protection,
      now: Date.now,
    });
  return createDiagnosis(look, handOver);
}
