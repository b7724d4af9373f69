import type { CardView } from "../../src-contract/bridge/views.ts";
import { bankNow } from "../bank-time.ts";
import { expiryOf } from "../card-expiry.ts";
import { cardKind, cardStatus, isVirtual, lastDigits } from "../card-words.ts";
import { partner } from "../partner.ts";
import { words } from "../words/words.ts";
import { Icon, type IconName } from "./icon.tsx";

/**
 * The card as one knows it from the wallet, so that one sees which it is: in the partner's colours, drawn by the style sheet
 * alone. How it differs is told by shape and word, too: a virtual one is dashed and has no chip, one that is not in use is
 * hatched and has a lock, or an hourglass where it waits to be activated. Screen readers skip it: the same stands in words beside it. It is small where its place is.
 */
export function DrawnCard({ card }: { readonly card: CardView }) {
  const virtual = isVirtual(card);
  const mark = markOf(card);
  const looks = ["drawn-card", virtual && "virtual", card.pinChange !== "allowed" && "resting"].filter(Boolean);
  return (
    <div class="card-place" aria-hidden="true">
      <div class={looks.join(" ")}>
        <div class="drawn-line">
          <span class="drawn-brand">{partner.productName}</span>
          <span class="drawn-kind">{cardKind(card)}</span>
        </div>
        <div class="drawn-line">
          {virtual ? <Icon name="virtual" /> : <Chip />}
          {mark !== null && (
            <span class="drawn-mark">
              <Icon name={mark.icon} />
              <span class="drawn-word">{mark.word}</span>
            </span>
          )}
        </div>
        <bdi class="drawn-number" dir="ltr">
          <span class="drawn-dots">••••</span> {lastDigits(card) ?? "••••"}
        </bdi>
        <div class="drawn-line drawn-foot">
          <bdi class="drawn-holder">{card.nameOnCard}</bdi>
          <span class="drawn-expiry">{card.expires}</span>
        </div>
      </div>
    </div>
  );
}

function Chip() {
  return (
    <svg class="drawn-chip" viewBox="0 0 34 26" focusable="false" aria-hidden="true">
      <path d="M5 1h24a4 4 0 014 4v16a4 4 0 01-4 4H5a4 4 0 01-4-4V5a4 4 0 014-4zM1 9h10M1 17h10M23 9h10M23 17h10M11 1v24M23 1v24" />
    </svg>
  );
}

/** What is to be seen at once; null if the card is in use for long. */
function markOf(card: CardView): { readonly icon: IconName; readonly word: string } | null {
  if (card.pinChange === "not-allowed") return { icon: "closed", word: cardStatus(card) };
  if (card.pinChange === "with-note") {
    return { icon: card.status === "BLOCKED" ? "lock" : "waits", word: cardStatus(card) };
  }
  const expiry = expiryOf(card.expires, bankNow());
  if (expiry === "soon") return { icon: "clock", word: words().cards.expiresSoon };
  return expiry === "over" ? { icon: "clock", word: words().cards.expired } : null;
}
