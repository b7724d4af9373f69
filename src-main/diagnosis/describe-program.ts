import type { DiagnosisView, SystemName, VersionNumber } from "../../src-contract/bridge/diagnosis-view.ts";

/** What only Electron knows; its `app` and `process` have this shape. */
export interface ProgramFacts {
  readonly app: {
    getVersion(): string;
    getGPUFeatureStatus(): { readonly gpu_compositing: string };
    isAccessibilitySupportEnabled(): boolean;
  };
  readonly process: {
    readonly platform: NodeJS.Platform;
    readonly versions: Readonly<Record<string, string | undefined>>;
    uptime(): number;
    /** The system's own version, e.g. macOS 15.1, where Node would say Darwin 24.1. */
    getSystemVersion(): string;
  };
}

const systems: Partial<Record<NodeJS.Platform, SystemName>> = { win32: "windows", darwin: "macos", linux: "linux" };

/** Describes the program and the system that it runs on. */
export function describeProgram({
  app,
  process,
}: ProgramFacts): Pick<DiagnosisView, "uptimeSeconds" | "versions" | "system" | "rendering" | "screenReader"> {
  const { electron, chrome, node } = process.versions;
  return {
    uptimeSeconds: Math.round(process.uptime()),
    versions: {
      app: versionNumber(app.getVersion()),
      electron: versionNumber(electron),
      chromium: versionNumber(chrome),
      node: versionNumber(node),
    },
    system: {
      name: systems[process.platform] ?? "other",
      version: versionNumber(process.getSystemVersion()),
    },
    rendering: app.getGPUFeatureStatus().gpu_compositing.startsWith("enabled") ? "hardware" : "software",
    screenReader: app.isAccessibilitySupportEnabled() ? "on" : "off",
  };
}

/** The numbers at the start of a version. What follows can be anything: people name their own kernels. */
function versionNumber(text: string | undefined): VersionNumber {
  return /^\d{1,6}(?:\.\d{1,6}){0,3}(?!\d)/.exec(text ?? "")?.[0] ?? "unknown";
}
