import type { Language } from "../../src-preload/contract/languages.ts";
import type { HttpSession } from "../backend/once-fetch.ts";
import type { Config } from "../config.ts";
import type { DeviceKeychain } from "../device/device-keychain.ts";
import type { ProgramFacts } from "./describe-program.ts";
import { createDiagnosis, type Diagnosis, type ReportHandOver } from "./diagnosis.ts";
import { runDiagnosis } from "./run-diagnosis.ts";

interface Surroundings extends ProgramFacts {
  readonly config: Config;
  readonly keychain: DeviceKeychain;
  /** The backend's ordinary session (session.ts). */
  readonly session: Pick<HttpSession, "fetch"> & { resolveProxy(url: string): Promise<string> };
  readonly language: () => Language;
  readonly handOver: ReportHandOver;
}

/** The diagnosis of this program as it runs. */
export function openDiagnosis({
  app,
  process,
  config,
  keychain,
  session,
  language,
  handOver,
}: Surroundings): Diagnosis {
  const parts = {
    program: { app, process },
    origin: config.backendOrigin,
    timeoutMs: config.callTimeoutMs,
    fetch: (url: string, init: RequestInit) => session.fetch(url, init),
    resolveProxy: (url: string) => session.resolveProxy(url),
    keychain,
    language,
    now: Date.now,
  };
  return createDiagnosis(() => runDiagnosis(parts), handOver);
}
