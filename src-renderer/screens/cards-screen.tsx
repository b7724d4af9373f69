import { useEffect } from "preact/hooks";
import type { CardView, PinChangeRoute } from "../../src-preload/contract/views.ts";
import { choosePinChange, go, loadCards } from "../actions.ts";
import { cardKind, cardName, maskedNumber } from "../card-words.ts";
import { useWait, WaitNotice } from "../components/after-wait.tsx";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { useWindowState } from "../store.ts";
import { limitsOf } from "../waits.ts";
import { words } from "../words/words.ts";

interface CardsProps {
  /** Null where this computer is not connected. */
  readonly computerName: string | null;
  /** The way that a PIN change would take; null where there is none. */
  readonly route: PinChangeRoute | null;
}

/** The cards, with what each is and whether its PIN can be changed here. */
export function CardsScreen({ computerName, route }: CardsProps) {
  const { cards, failure, busy } = useWindowState();
  useEffect(() => {
    void loadCards();
  }, []);
  const text = words.cards;
  return (
    <Page title={text.title}>
      <FailureNotice failure={failure} />
      {cards === null && failure === null && <p role="status">{text.loading}</p>}
      {cards === null && !busy && failure !== null && (
        <div class="actions">
          <Button kind="primary" onClick={loadCards}>
            {words.common.tryAgain}
          </Button>
        </div>
      )}
      {cards?.length === 0 && <p>{text.none}</p>}
      {cards !== null && cards.length > 0 && <CardList cards={cards} route={route} />}
      <div class="actions footer">
        <p class="footnote">{computerName === null ? text.notConnected : text.connected(computerName)}</p>
        {computerName === null ? (
          <Button onClick={() => go("home")}>{text.connect}</Button>
        ) : (
          <Button onClick={() => go("devices")}>{text.devices}</Button>
        )}
      </div>
    </Page>
  );
}

interface CardListProps {
  readonly cards: readonly CardView[];
  readonly route: PinChangeRoute | null;
}

function CardList({ cards, route }: CardListProps) {
  const wait = useWait(route === null ? [] : limitsOf(route));
  return (
    <>
      {wait !== null && <WaitNotice text={wait} />}
      <ul class="cards" aria-label={words.cards.title}>
        {cards.map((card) => (
          <CardItem key={card.id} card={card} route={wait === null ? route : null} />
        ))}
      </ul>
    </>
  );
}

/** @param props.route null where the PIN cannot be changed at the moment, whatever the card */
function CardItem({ card, route }: { readonly card: CardView; readonly route: PinChangeRoute | null }) {
  const kind = cardKind(card);
  return (
    <li class="card" data-testid="card" data-card-id={card.id}>
      <div class="card-text">
        <p class="card-number">{maskedNumber(card)}</p>
        <p>
          {kind}
          {card.expires !== "" && <>, {words.cards.expires(card.expires)}</>}
        </p>
        <p class={card.pinChange === "allowed" ? "status in-use" : "status"}>{words.cards.status(card.status)}</p>
        {card.pinChange === "with-note" && <p class="hint">{words.cards.withNote}</p>}
        {card.pinChange === "not-allowed" && <p class="hint">{words.cards.notAllowed}</p>}
      </div>
      {card.pinChange !== "not-allowed" && route !== null && (
        <Button label={words.cards.changePinOf(cardName(card))} onClick={() => choosePinChange(card, route)}>
          {words.cards.changePin}
        </Button>
      )}
    </li>
  );
}
