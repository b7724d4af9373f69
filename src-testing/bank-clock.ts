import type { Page } from "playwright";
import type { SandboxControl } from "./sandbox-control.ts";

/**
 * Solaris' clock, and the window's timers. The computer's own clock is left alone, and the backend's, which is compared with it when
 * somebody proves who they are.
 */
export interface ClockControl {
  /** Holds the window's timers from now on: they run as `advance` tells them, so that a countdown takes no time. */
  readonly holdWindow: (page: Page) => Promise<void>;
  /** Moves Solaris' clock, by which codes expire (after 300 seconds), and the held windows' timers. */
  readonly advance: (seconds: number) => Promise<void>;
}

export function controlClock(sandbox: SandboxControl): ClockControl {
  const held = new Set<Page>();
  return {
    holdWindow: async (page) => {
      await page.clock.install();
      held.add(page);
    },
    advance: async (seconds) => {
      await sandbox.advanceClock(seconds);
      for (const page of held) if (!page.isClosed()) await page.clock.runFor(seconds * 1000);
    },
  };
}
