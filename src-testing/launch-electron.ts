import { _electron, type ElectronApplication, errors } from "playwright";

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

/** Four times what a start takes at most on a busy machine, and less than a test's limit: then Playwright says where it stands. */
export const LAUNCH_LIMIT_MS = 60_000;

/** Four times what a start takes beside much else (7 s at a load of 12); with a second one it is still less than a test's limit. */
const FIRST_LIMIT_MS = LAUNCH_LIMIT_MS / 2;

/** What Chromium writes once somebody can attach to it; Playwright's error has all that was written. */
const CAN_BE_ATTACHED_TO = "DevTools listening on ";

/**
 * Starts Electron with Chromium's sandbox on, and attaches Playwright to it. Playwright waits for its questions to each page, and
 * one that it asks while the page is on its way may never be answered (seen about once in 200 starts beside much else; the
 * program itself had said that its page was there). Such a program is ended and started once more, and that is said.
 * @throws Playwright's error, if the program does not start, or cannot be attached to the second time either
 */
export async function launchElectron(
  options: LaunchOptions,
  firstLimitMs = FIRST_LIMIT_MS,
): Promise<ElectronApplication> {
  const launch = (timeout: number) => _electron.launch({ ...options, chromiumSandbox: true, timeout });
  try {
    return await launch(firstLimitMs);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError) || !error.message.includes(CAN_BE_ATTACHED_TO)) throw error;
    process.stderr.write(`Playwright had not got hold of Electron after ${firstLimitMs} ms: starting it once more.\n`);
    return launch(LAUNCH_LIMIT_MS);
  }
}
