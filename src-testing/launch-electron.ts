import { _electron, type ElectronApplication, errors } from "playwright";
import { STARTED_ONCE_MORE } from "./started-once-more.ts";

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

/** Of each of two starts: four times what one takes beside much else (7 s at a load of 12). */
export const START_LIMIT_MS = 30_000;

/** What our app logs once its page is there (src-main/log.ts). Playwright's error has all that the program has written. */
const PAGE_IS_THERE = '"event":"app_started"';

/**
 * Starts Electron with Chromium's sandbox on, and attaches Playwright to it. Playwright waits for answers to what it asks each
 * page, and what it asks while the page is on its way is now and then never answered (about once in 200 starts beside much
 * else), although the program says that its page is there. Only such a program is ended and started once more.
 * @param say is told of a second start
 * @throws Playwright's error, if the program does not start, or cannot be attached to the second time either
 */
export async function launchElectron(
  options: LaunchOptions,
  limitMs = START_LIMIT_MS,
  say: (line: string) => unknown = (line) => process.stderr.write(line),
): Promise<ElectronApplication> {
  const launch = () => _electron.launch({ ...options, chromiumSandbox: true, timeout: limitMs });
  try {
    return await launch();
  } catch (error) {
    if (!(error instanceof errors.TimeoutError) || !error.message.includes(PAGE_IS_THERE)) throw error;
    say(`${STARTED_ONCE_MORE}: its page was there, and Playwright had not attached to it after ${limitMs} ms.\n`);
    return launch();
  }
}
