import { useEffect } from "preact/hooks";
import type { CardListView, CardView } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { choosePinChange, go, loadCards } from "../actions.ts";
import { cardKind, cardStatus, changePinLabel, maskedNumber, missingCards } from "../card-words.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { LeftOutNotice } from "../components/left-out-notice.tsx";
import { Page } from "../components/page.tsx";
import { useWait, WaitNotice } from "../components/rate-limited.tsx";
import { limitedActionsOf } from "../longest-wait.ts";
import { cardsState } from "../screen-states.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface CardsProps {
  /** Null if this computer is not connected. */
  readonly computerName: string | null;
  /** The route that a PIN change would take; null if there is none. */
  readonly route: PinChangeRoute | null;
}

/** The cards, and whether each card's PIN can be changed here. */
export function CardsScreen({ computerName, route }: CardsProps) {
  const cards = useWindowState((state) => state.cards);
  const failure = useWindowState((state) => state.failure);
  const busy = useWindowState((state) => state.busy);
  useEffect(() => {
    void loadCards();
  }, []);
  const wait = useWait(route === null ? [] : limitedActionsOf(route));
  const text = words().cards;
  const state = cardsState({
    hasFailed: failure !== null,
    list: cards && { count: cards.cards.length, isWhole: missingCards(cards).length === 0 },
    hasToWait: wait !== null,
    isConnected: computerName !== null,
  });
  return (
    <Page title={text.title} state={state}>
      <FailureNotice failure={failure} />
      {state === "cards-loading" && <p role="status">{text.loading}</p>}
      {state === "cards-failed" && cards === null && !busy && <TryAgain />}
      {cards !== null && <Cards list={cards} route={route} wait={wait} />}
      <div class="page-foot">
        <p>{computerName === null ? text.notConnected : text.connected({ name: computerName })}</p>
        {computerName === null ? (
          <Button onClick={() => go("home")}>{text.connect}</Button>
        ) : (
          <Button onClick={() => go("devices")}>{text.devices}</Button>
        )}
      </div>
    </Page>
  );
}

function TryAgain() {
  return (
    <div class="actions">
      <Button kind="primary" onClick={loadCards}>
        {words().common.tryAgain}
      </Button>
    </div>
  );
}

interface CardsOfListProps {
  readonly list: CardListView;
  readonly route: PinChangeRoute | null;
  /** How long until a PIN can be changed, in words; null if it can be now. */
  readonly wait: string | null;
}

/** Says that there are no cards only if none was left out. */
function Cards({ list, route, wait }: CardsOfListProps) {
  const { cards } = list;
  const missing = missingCards(list);
  if (cards.length === 0 && missing.length === 0) return <p>{words().cards.none}</p>;
  return (
    <>
      <LeftOutNotice what={missing} />
      {cards.length === 0 && <TryAgain />}
      {cards.length > 0 && <CardList cards={cards} route={route} wait={wait} />}
    </>
  );
}

interface CardListProps extends Omit<CardsOfListProps, "list"> {
  readonly cards: readonly CardView[];
}

function CardList({ cards, route, wait }: CardListProps) {
  return (
    <>
      {wait !== null && <WaitNotice text={wait} />}
      <ul class="cards" aria-label={words().cards.title}>
        {cards.map((card) => (
          <CardItem key={card.id} card={card} route={wait === null ? route : null} isOnly={cards.length === 1} />
        ))}
      </ul>
    </>
  );
}

interface CardItemProps {
  readonly card: CardView;
  /** Null if no card's PIN can be changed at the moment. */
  readonly route: PinChangeRoute | null;
  /** Whether its button is the screen's main action. */
  readonly isOnly: boolean;
}

function CardItem({ card, route, isOnly }: CardItemProps) {
  const kind = cardKind(card);
  return (
    <li class="card" data-testid="card" data-card-id={card.id}>
      <div class="card-text">
        <p class="card-number">
          <bdi dir="ltr">{maskedNumber(card)}</bdi>
        </p>
        <p>
          {kind}
          {card.expires !== "" && <>, {words().cards.expires({ date: card.expires })}</>}
        </p>
        <p class={card.pinChange === "allowed" ? "status in-use" : "status"}>{cardStatus(card)}</p>
        {card.pinChange === "with-note" && <p class="hint">{words().cards.withNote}</p>}
        {card.pinChange === "not-allowed" && <p class="hint">{words().cards.notAllowed}</p>}
      </div>
      {card.pinChange !== "not-allowed" && route !== null && (
        <Button
          kind={isOnly ? "primary" : undefined}
          label={changePinLabel(card)}
          onClick={() => choosePinChange(card, route)}
        >
          {words().cards.changePin}
        </Button>
      )}
    </li>
  );
}
