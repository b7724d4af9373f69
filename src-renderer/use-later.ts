import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../src-contract/errors/result.ts";
import type { drawIdleWarning, drawLaterScreen, drawNotices, drawUpdateNotice } from "./later-screens.tsx";
import type { drawPanel } from "./panels.tsx";
import { unreadable } from "./unreadable.ts";
import { loadPanelWords } from "./words/words.ts";

/** What draws what cannot be the first screen, and is therefore read after it (docs/architecture.md). */
interface Later {
  readonly drawPanel: typeof drawPanel;
  readonly drawLaterScreen: typeof drawLaterScreen;
  readonly drawUpdateNotice: typeof drawUpdateNotice;
  readonly drawNotices: typeof drawNotices;
  readonly drawIdleWarning: typeof drawIdleWarning;
}

export interface Reading {
  /** Null until it is read. */
  readonly later: Later | null;
  /** Why it cannot be read. */
  readonly failure: Failure | null;
}

/** Reads once the first screen is drawn. */
export function useLater(): Reading {
  const [reading, setReading] = useState<Reading>({ later: null, failure: null });
  useEffect(() => {
    Promise.all([import("./panels.tsx"), import("./later-screens.tsx"), loadPanelWords()]).then(
      ([{ drawPanel }, { drawLaterScreen, drawUpdateNotice, drawNotices, drawIdleWarning }]) => {
        const later = { drawPanel, drawLaterScreen, drawUpdateNotice, drawNotices, drawIdleWarning };
        setReading({ later, failure: null });
      },
      () => setReading({ later: null, failure: unreadable }),
    );
  }, []);
  return reading;
}
