import { createDiagnosis, type ReportHandOver } from "../../../src-main/diagnosis/diagnosis.ts";
import { type DiagnosisSubjects, runDiagnosis } from "../../../src-main/diagnosis/run-diagnosis.ts";

export const atNoon = Date.parse("2031-01-01T12:00:00.000Z");

/** The backend's own answer, as fetch gives it. */
export const healthy = (headers: Record<string, string> = {}) =>
  new Response('{"status":"ok"}', {
    headers: { "content-type": "application/json", date: new Date(atNoon).toUTCString(), ...headers },
  });

/** A computer on which everything works. A test replaces what it is about. */
export function fakeSubjects(changes: Partial<DiagnosisSubjects> = {}): DiagnosisSubjects {
  return {
    program: {
      app: {
        getVersion: () => "1.2.3",
        getGPUFeatureStatus: () => ({ gpu_compositing: "enabled" }),
        isAccessibilitySupportEnabled: () => false,
      },
      process: {
        platform: "linux",
        versions: { electron: "33.2.1", chrome: "130.0.6723.137", node: "20.18.1" },
        uptime: () => 61.4,
        getSystemVersion: () => "6.1.0-13-amd64",
      },
    },
    origin: "https://cards.partner.example",
    timeoutMs: 200,
    fetch: async () => healthy(),
    resolveProxy: async () => "DIRECT",
    keychain: { read: async () => ({ state: "empty" }) },
    language: () => "en",
    protection: () => "keychain_passcode",
    now: () => atNoon,
    ...changes,
  };
}

/** Takes reports as the clipboard and the disk would. */
export function fakeHandOver() {
  const copied: string[] = [];
  const saved: { report: string; fileName: string }[] = [];
  const handOver: ReportHandOver = {
    copy: async (report) => void copied.push(report),
    save: async (report, fileName) => saved.push({ report, fileName }) > 0,
  };
  return { handOver, copied, saved };
}

/** The diagnosis of such a computer. */
export const fakeDiagnosis = (subjects = fakeSubjects(), handOver = fakeHandOver().handOver) =>
  createDiagnosis(() => runDiagnosis(subjects), handOver);
