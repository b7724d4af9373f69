import { useEffect } from "preact/hooks";
import type { CardView } from "../../src-preload/contract/views.ts";
import { choosePinChange, loadCards } from "../actions.ts";
import { cardKind, cardName, maskedNumber } from "../card-words.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The cards, with what each is and whether its PIN can be changed here. */
export function CardsScreen({ computerName }: { readonly computerName: string }) {
  const { cards, failure, busy } = useWindowState();
  useEffect(() => {
    void loadCards();
  }, []);
  return (
    <Page title={words.cards.title}>
      <FailureNotice failure={failure} />
      {cards === null && failure === null && <p role="status">{words.cards.loading}</p>}
      {cards === null && !busy && failure !== null && (
        <div class="actions">
          <Button primary onClick={loadCards}>
            {words.common.tryAgain}
          </Button>
        </div>
      )}
      {cards?.length === 0 && <p>{words.cards.none}</p>}
      {cards !== null && cards.length > 0 && (
        <ul class="cards" aria-label={words.cards.title}>
          {cards.map((card) => (
            <CardItem key={card.id} card={card} />
          ))}
        </ul>
      )}
      <p class="footnote">{words.cards.connected(computerName)}</p>
    </Page>
  );
}

function CardItem({ card }: { readonly card: CardView }) {
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
      {card.pinChange !== "not-allowed" && (
        <Button label={words.cards.changePinOf(cardName(card))} onClick={() => choosePinChange(card)}>
          {words.cards.changePin}
        </Button>
      )}
    </li>
  );
}
