import type { ElectronApplication, TestInfo } from "playwright/test";

// Playwright's own recorder knows the browsers that it starts, and no Electron: `trace: "on"` gives a trace without any window in
// it (1.65). So the same option is carried out here, for each app that a test starts. Screenshots it takes of Electron, too.

/** Playwright's option `trace`, by its name or with more. */
type Wanted = string | { readonly mode?: string };

/** What a test leaves for whoever looks into it. */
export interface Evidence {
  /** To be called before the app ends, once it is known how the test went. */
  readonly collect: () => Promise<void>;
}

const modeOf = (wanted: Wanted) => (typeof wanted === "string" ? wanted : (wanted.mode ?? "off"));

/** Whether a trace is recorded in this attempt, as Playwright's modes are documented. */
export function isRecorded(trace: Wanted, { retry }: Pick<TestInfo, "retry">): boolean {
  const mode = modeOf(trace);
  if (mode === "on-first-retry") return retry === 1;
  if (mode === "on-all-retries") return retry > 0;
  if (mode === "retain-on-first-failure") return retry === 0;
  return mode !== "off";
}

/** Whether what was recorded is kept. */
export function isKept(
  trace: Wanted,
  { status, expectedStatus }: Pick<TestInfo, "status" | "expectedStatus">,
): boolean {
  return modeOf(trace).startsWith("retain-on") ? status !== expectedStatus : modeOf(trace) !== "off";
}

/**
 * Begins to record an app, with pictures and snapshots of its window.
 * @param name of the file; one test may start several apps
 */
export async function openEvidence(
  app: ElectronApplication,
  { trace, name, testInfo }: { trace: Wanted; name: string; testInfo: TestInfo },
): Promise<Evidence> {
  const { tracing } = app.context();
  if (!isRecorded(trace, testInfo)) return { collect: async () => undefined };
  await tracing.start({ screenshots: true, snapshots: true, sources: true });
  return {
    collect: async () => {
      if (!isKept(trace, testInfo)) return tracing.stop();
      const file = testInfo.outputPath(`${name}.zip`);
      await tracing.stop({ path: file });
      await testInfo.attach("trace", { path: file, contentType: "application/zip" });
    },
  };
}
