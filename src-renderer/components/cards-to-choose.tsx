import { useId, useState } from "preact/hooks";
import type { CardView } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { choosePinChange } from "../actions.ts";
import { bankNow } from "../bank-time.ts";
import { expiryOf } from "../card-expiry.ts";
import { cardStatus, cardTitle, changePinLabel, matchesSearch } from "../card-words.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { DrawnCard } from "./drawn-card.tsx";

/** From so many on, one looks for a card rather than reading all. */
const SEARCH_FROM = 8;

interface CardsToChooseProps {
  readonly cards: readonly CardView[];
  /** Null if no card's PIN can be changed at the moment. */
  readonly route: PinChangeRoute | null;
}

/**
 * The cards: first those in use, then those that are not at the moment, and folded away those whose PIN cannot be changed.
 * Where that is all of them, they are not folded.
 */
export function CardsToChoose({ cards, route }: CardsToChooseProps) {
  const [sought, setSought] = useState("");
  const text = words().cards;
  const found = cards.filter((card) => matchesSearch(card, sought));
  const first = (["allowed", "with-note"] as const).flatMap((how) => found.filter((card) => card.pinChange === how));
  const closed = found.filter((card) => card.pinChange === "not-allowed");
  const isOnly = first.length === 1 && cards.length === 1;
  return (
    <>
      {cards.length >= SEARCH_FROM && <Search onSearch={setSought} />}
      <p class="hint" role="status" data-testid="cards-found">
        {sought !== "" && text.found({ count: found.length })}
      </p>
      {first.length > 0 && (
        <ul class="cards" aria-label={text.title}>
          {first.map((card) => (
            <CardItem key={card.id} card={card} route={route} isOnly={isOnly} />
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <details class="closed-cards" open={first.length === 0}>
          <summary>{text.closed({ count: closed.length })}</summary>
          <ul class="cards" aria-label={text.closed({ count: closed.length })}>
            {closed.map((card) => (
              <CardItem key={card.id} card={card} route={null} isOnly={false} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Search({ onSearch }: { readonly onSearch: (sought: string) => void }) {
  const id = useId();
  return (
    <div class="field search">
      <label for={id}>{words().cards.search}</label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        data-testid="card-search"
        onInput={({ currentTarget }) => onSearch(currentTarget.value.trim())}
      />
    </div>
  );
}

interface CardItemProps {
  readonly card: CardView;
  readonly route: PinChangeRoute | null;
  /** Whether its button is the screen's main action. */
  readonly isOnly: boolean;
}

function CardItem({ card, route, isOnly }: CardItemProps) {
  const text = words().cards;
  const expiry = expiryOf(card.expires, bankNow());
  const soon = { soon: text.expiresSoon, over: text.expired, later: null, unknown: null }[expiry];
  const facts = [card.nameOnCard, card.expires === "" ? "" : text.expires({ date: card.expires }), soon];
  return (
    <li class="card" data-testid="card" data-card-id={card.id}>
      <div class="card-small">
        <DrawnCard card={card} />
      </div>
      <div class="card-text">
        <p class="card-name">{cardTitle(card)}</p>
        <p class="card-facts">{facts.filter((fact) => fact !== "" && fact !== null).join(" · ")}</p>
        <p class={card.pinChange === "allowed" ? "status in-use" : "status"}>{cardStatus(card)}</p>
        {card.pinChange === "with-note" && <p class="hint">{text.withNote}</p>}
        {card.pinChange === "not-allowed" && <p class="hint">{text.notAllowed}</p>}
      </div>
      {card.pinChange !== "not-allowed" && route !== null && (
        <Button
          kind={isOnly ? "primary" : undefined}
          label={changePinLabel(card)}
          onClick={() => choosePinChange(card, route)}
        >
          {text.changePin}
        </Button>
      )}
    </li>
  );
}
