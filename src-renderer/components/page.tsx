import type { ComponentChildren } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { CardView } from "../../src-contract/bridge/views.ts";
import { cardTitle } from "../card-words.ts";
import { partner } from "../partner.ts";
import type { ScreenState } from "../screen-states.ts";
import { firstWords } from "../words/words.ts";
import { CardLabel } from "./card-label.tsx";
import { CoveredByPanel } from "./covered-by-panel.ts";
import { DrawnCard } from "./drawn-card.tsx";
import { Icon } from "./icon.tsx";
import { Steps, type StepsProps, stepInWords } from "./steps.tsx";
import { backButton, useBackKeys } from "./use-back-keys.ts";

interface PageProps {
  readonly title: string;
  readonly state: ScreenState;
  /** The screen's step in a sequence. */
  readonly steps?: StepsProps;
  /** Leaves the screen, by a button above its heading or by the keys for it. */
  readonly onBack?: () => void;
  /** A new value moves the focus to the heading again, because the element that had it is gone. */
  readonly changes?: number;
  /** The card that the screen is about, drawn beside it; null if it is not known. */
  readonly card?: CardView | null;
  /**
   * What good news means, where that is what the screen is: large, in the middle, with a tick. Told with the heading: a live
   * region that comes with it would be told before or after, as it happens.
   */
  readonly goodNews?: string;
  /** Whether its first field takes the focus, and not its heading. */
  readonly isFieldFirst?: boolean;
  /** What went wrong, over the whole width. Only beside a card; elsewhere it stands above the rest of the screen. */
  readonly notice?: ComponentChildren;
  /** What is worth knowing besides: below the card, or at the end where the window is narrow. */
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * A screen with one heading, which takes the focus when the screen appears, so screen readers begin there, and go on with the
 * step and the card. Where a field takes it, they tell all of that of the region that they have come into. After a panel
 * closes, the element that had the focus before gets it back.
 */
export function Page(props: PageProps) {
  const { title, state, steps, onBack, changes, card = null, isFieldFirst = false, notice, note } = props;
  const { goodNews, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const isCovered = useContext(CoveredByPanel);
  useBackKeys(isCovered);
  const left = useRef<{ wasCovered: boolean; at: EventTarget | null }>({ wasCovered: false, at: null });
  useEffect(() => {
    const { wasCovered, at } = left.current;
    left.current.wasCovered = isCovered;
    if (isCovered) return;
    const inField = document.activeElement instanceof HTMLInputElement;
    const goesBack = wasCovered && at instanceof HTMLElement && at.isConnected;
    if (!inField) (goesBack ? at : heading.current)?.focus();
    document.title = `${title} – ${partner.productName}`;
  }, [title, changes, isCovered]);
  // Chromium would move the caret of a field that goes into what comes in its place, and Orca take that for all there is to
  // tell of the new screen.
  useLayoutEffect(() => () => getSelection()?.removeAllRanges(), []);
  // The focused element may be gone, and keyboard users must not start again at the top of the window.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  });
  const about = [
    ...(steps === undefined || steps.isOver ? [] : [stepInWords(steps)]),
    ...(card === null ? [] : [cardTitle(card)]),
    ...(goodNews === undefined ? [] : [goodNews]),
  ];
  return (
    <main
      aria-label={isFieldFirst ? [title, ...about].join(". ") : undefined}
      data-state={isCovered ? undefined : state}
      onFocusIn={({ target }) => {
        left.current.at = target;
      }}
    >
      {onBack !== undefined && (
        <button type="button" class="quiet back" {...backButton} onClick={onBack}>
          <Icon name="back" />
          {firstWords().common.goBack}
        </button>
      )}
      {steps !== undefined && <Steps {...steps} />}
      <div class={goodNews !== undefined ? "moment" : card === null ? undefined : "beside"}>
        {card !== null && <DrawnCard card={card} />}
        <div class="beside-head">
          {goodNews !== undefined && (
            <span class="big-tick" aria-hidden="true">
              <Icon name="tick" />
            </span>
          )}
          <h1
            ref={heading}
            tabIndex={-1}
            aria-description={isFieldFirst || about.length === 0 ? undefined : about.join(". ")}
          >
            {title}
          </h1>
          <CardLabel card={card} />
        </div>
        {notice !== undefined && <div class="beside-notice">{notice}</div>}
        <div class="beside-body">
          {goodNews !== undefined && <p>{goodNews}</p>}
          {children}
        </div>
        {note !== undefined && <div class="beside-note">{note}</div>}
      </div>
    </main>
  );
}
