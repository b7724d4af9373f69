import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { CardListView } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { go, loadCards } from "../actions.ts";
import { missingCards } from "../card-words.ts";
import { Button } from "../components/button.tsx";
import { CardsToChoose } from "../components/cards-to-choose.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { HelpButton } from "../components/help-button.tsx";
import { LeftOutNotice } from "../components/left-out-notice.tsx";
import { Page } from "../components/page.tsx";
import { useWait, WaitNotice } from "../components/rate-limited.tsx";
import { Waiting } from "../components/waiting.tsx";
import { limitedActionsOf } from "../longest-wait.ts";
import { cardsState } from "../screen-states.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface CardsProps {
  /** Null if this computer is not linked. */
  readonly computerName: string | null;
  /** The route that a PIN change would take; null if there is none. */
  readonly route: PinChangeRoute | null;
  /** What is told of a newer version. */
  readonly notice: ComponentChildren;
}

/** The cards, and whether each card's PIN can be changed here. */
export function CardsScreen({ computerName, route, notice }: CardsProps) {
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
    isLinked: computerName !== null,
  });
  return (
    <Page title={text.title} state={state}>
      {computerName === null ? (
        <div class="offer">
          <p>{text.notLinked}</p>
          <Button onClick={() => go("home")}>{text.link}</Button>
        </div>
      ) : (
        <div class="page-tools">
          <p>{wait === null && cards !== null && cards.cards.length > 0 && text.intro}</p>
          <Button onClick={() => go("devices")}>{text.devices}</Button>
        </div>
      )}
      {notice}
      <FailureNotice failure={failure} />
      {state === "cards-loading" && <Waiting text={text.loading} />}
      {state === "cards-failed" && cards === null && !busy && <TryAgain />}
      {cards !== null && <Cards list={cards} route={route} wait={wait} />}
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
  if (cards.length === 0 && missing.length === 0) {
    return (
      <>
        <p>{words().cards.none}</p>
        <div class="actions">
          <HelpButton />
        </div>
      </>
    );
  }
  return (
    <>
      <LeftOutNotice what={missing} />
      {cards.length === 0 && <TryAgain />}
      {cards.length > 0 && wait !== null && <WaitNotice text={wait} />}
      {cards.length > 0 && <CardsToChoose cards={cards} route={wait === null ? route : null} />}
    </>
  );
}
