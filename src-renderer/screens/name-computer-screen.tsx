import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { CardListView } from "../../src-contract/bridge/views.ts";
import { DEVICE_NAME_LONGEST } from "../../src-contract/rules/device-name.ts";
import { abandonBinding, lookBeforeLinking, requestCode } from "../actions.ts";
import { missingCards } from "../card-words.ts";
import { Button } from "../components/button.tsx";
import { CheckedAgain } from "../components/checked-again.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { describedByHint, FieldHint } from "../components/field-hint.tsx";
import { HelpButton } from "../components/help-button.tsx";
import { KeyPlace, type KeyPlaceChoice, useKeyPlace } from "../components/key-place.tsx";
import { NoRoom } from "../components/no-room.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { useWait, WaitNotice } from "../components/rate-limited.tsx";
import { Safe } from "../components/safe.tsx";
import { Waiting } from "../components/waiting.tsx";
import { WhatLinkingGives } from "../components/what-linking-gives.tsx";
import { WithoutLinking } from "../components/without-linking.tsx";
import { nameComputerState } from "../screen-states.ts";
import { bindingSteps } from "../screen-steps.ts";
import { useWindowState } from "../store.ts";
import { labelInWords } from "../token-words.ts";
import { words } from "../words/words.ts";

interface NameComputerProps {
  /** `lost`: the marker names a binding, and there is no key. `resumed`: a binding was begun, and no code is awaited. */
  readonly why: "new" | "lost" | "resumed";
  /** Null if the system suggests none. */
  readonly name: string | null;
}

/**
 * The first step of binding: names the computer and requests a code. Checks the device limit first, because at the limit a
 * code would be useless.
 */
export function NameComputerScreen({ why, name }: NameComputerProps) {
  const failure = useWindowState((state) => state.failure);
  const devices = useWindowState((state) => state.devices);
  const [looking, setLooking] = useState(true);
  const [empty, setEmpty] = useState(false);
  const [isAgain, setAgain] = useState(false);
  const [isAnyway, setAnyway] = useState(false);
  const cards = useWindowState((state) => state.cards);
  const offersLetters = useWindowState(({ overview }) => overview !== null && overview.letters !== null);
  const keyLeftOn = useWindowState((state) => state.overview?.keyLeftOn ?? null);
  const isRemovedWithKey = useWindowState((state) => state.isRemovedWithKey);
  const place = useKeyPlace();
  const wait = useWait(["binding", "code"]);
  const noRoom = failure?.code === "ERR_DEVICE_LIMIT";
  useEffect(() => {
    if (looking || noRoom) void lookBeforeLinking().then(() => setLooking(false));
  }, [noRoom, looking]);

  const state = nameComputerState({
    why,
    isLooking: looking,
    isFull: devices !== null && devices.devices.length >= devices.limit,
    hasFailed: failure !== null,
    hasNoCards: why === "new" && !isAnyway && cards !== null && hasNone(cards),
    isEmpty: empty,
    hasToWait: wait !== null,
    hasChoice: place !== null && place.tokens.length > 0,
    isKeyLeft: keyLeftOn !== null,
  });
  const title = why === "lost" ? words().keychain.lost.title : words().binding.nameTitle;
  const isOnToken = place !== null && place.chosen !== "keychain";
  const steps = bindingSteps("name", isOnToken);
  if (state === "name-looking") {
    return (
      <Page title={title} state={state} steps={steps}>
        <Waiting text={words().common.working} />
      </Page>
    );
  }
  if (state === "limit" && devices !== null) {
    return <NoRoom list={devices} steps={steps} />;
  }
  if (state === "name-no-cards") {
    const lookAgain = () => {
      setLooking(true);
      setAgain(true);
    };
    return <NoCards isAgain={isAgain} onAnyway={() => setAnyway(true)} onLook={lookAgain} />;
  }
  // Both ways out would need the number, and a sentence about a code that comes would be wrong.
  const hasNoNumber = failure?.code === "ERR_NO_MOBILE_NUMBER";
  return (
    <Page title={title} state={state} steps={steps}>
      <FailureNotice failure={failure} />
      {why === "lost" && (
        <Notice kind="information">
          <p>{words().keychain.lost.what}</p>
          <p>{words().keychain.lost.next}</p>
        </Notice>
      )}
      {keyLeftOn !== null && (
        <Notice kind="uncertain" testId="key-left">
          <p>{words().token.left({ label: labelInWords(keyLeftOn) })}</p>
        </Notice>
      )}
      {isRemovedWithKey && (
        <Notice kind="success" testId="removed-with-key">
          <p>{words().token.removed}</p>
        </Notice>
      )}
      <NameForm
        place={place}
        name={name ?? words().binding.ownName}
        mayStartOver={why === "resumed"}
        empty={empty}
        onEmpty={setEmpty}
        wait={wait}
        hasNoNumber={hasNoNumber}
      >
        {/* In the form, so that its button can stay in sight over all of it. */}
        {!hasNoNumber &&
          (why === "resumed" ? <p>{words().binding.nameResume}</p> : <WhatLinkingGives isOnToken={isOnToken} />)}
        {offersLetters && !hasNoNumber && <p>{words().letter.instead}</p>}
      </NameForm>
      {!hasNoNumber && <Safe>{words().binding.neverAsk}</Safe>}
    </Page>
  );
}

interface NoCardsProps {
  /** Whether it was just looked again, which would look like nothing. */
  readonly isAgain: boolean;
  readonly onAnyway: () => void;
  readonly onLook: () => void;
}

/** Said before anything is asked: there would be nothing to change here. */
function NoCards({ isAgain, onAnyway, onLook }: NoCardsProps) {
  const text = words().binding.noCards;
  return (
    <Page title={text.title} state="name-no-cards">
      <p>{words().cards.none}</p>
      <p>{text.next}</p>
      {isAgain && <CheckedAgain say={text.checked} />}
      <div class="actions">
        <Button kind="primary" onClick={onLook}>
          {text.look}
        </Button>
        <HelpButton />
        <Button kind="quiet" onClick={onAnyway}>
          {text.anyway}
        </Button>
      </div>
    </Page>
  );
}

/** Whether the list proves that there are no cards. */
const hasNone = (list: CardListView) => list.cards.length === 0 && missingCards(list).length === 0;

interface NameFormProps {
  /** Null where there is nothing to choose. */
  readonly place: KeyPlaceChoice | null;
  readonly name: string;
  readonly mayStartOver: boolean;
  readonly empty: boolean;
  readonly onEmpty: (empty: boolean) => void;
  /** How long until a code can be requested, in words; null if it can be now. */
  readonly wait: string | null;
  /** Whether the bank has no number to send a code to. */
  readonly hasNoNumber: boolean;
  /** What stands above the field. */
  readonly children: ComponentChildren;
}

function NameForm({ place, name, mayStartOver, empty, onEmpty, wait, hasNoNumber, children }: NameFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isAgain, setAgain] = useState(false);
  const id = useId();
  const complaint = empty ? words().binding.nameEmpty : null;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entered = input.current?.value.trim() ?? "";
    onEmpty(entered === "");
    setAgain(hasNoNumber);
    if (entered !== "") void requestCode(entered, place?.keep);
  };

  return (
    <form onSubmit={submit} noValidate>
      {children}
      <div class="field">
        <label for={id}>{words().binding.nameLabel}</label>
        <input
          ref={input}
          id={id}
          type="text"
          maxLength={DEVICE_NAME_LONGEST}
          defaultValue={name}
          autocomplete="off"
          spellcheck={false}
          {...describedByHint(id, complaint)}
          data-testid="computer-name"
        />
        <FieldHint id={id} hint={words().binding.nameHint} complaint={complaint} />
      </div>
      {place !== null && <KeyPlace choice={place} />}
      {hasNoNumber && isAgain && <CheckedAgain say={words().binding.stillNoNumber} />}
      <div class="actions">
        {hasNoNumber && <HelpButton kind="primary" />}
        {wait === null ? (
          <Button kind={hasNoNumber ? undefined : "primary"}>
            {hasNoNumber ? words().common.tryAgain : words().binding.send}
          </Button>
        ) : (
          <WaitNotice text={wait} />
        )}
        {mayStartOver && <Button onClick={abandonBinding}>{words().binding.startOver}</Button>}
        {!hasNoNumber && <WithoutLinking />}
      </div>
    </form>
  );
}
