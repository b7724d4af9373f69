import { useEffect, useState } from "preact/hooks";
import { askOnce, choosePinChange, leavePinChange, settleOpenChange } from "../actions.ts";
import { concernsDevice, nextTryAfter } from "../after-failure.ts";
import { Button } from "../components/button.tsx";
import { CopyErrorNumber } from "../components/copy-error-number.tsx";
import { CopyReference } from "../components/copy-reference.tsx";
import { Facts } from "../components/facts.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { HelpButton } from "../components/help-button.tsx";
import { KeptWhole } from "../components/kept-whole.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { momentOf } from "../moment.ts";
import { chooseRoute } from "../pin-routes.ts";
import { pinSteps } from "../screen-steps.ts";
import { type PinChange, type PinChangeEnding, useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

const ASK_AGAIN_AFTER_MS = 2000;

type Ended = Extract<PinChange, { stage: "ended" }>;
type EndOf<Outcome extends PinChangeEnding["outcome"]> = Extract<PinChangeEnding, { outcome: Outcome }>;

/** How a PIN change ended: what happened, whether the PIN is changed, what to do now. */
export function OutcomeScreen({ card, route, end }: Pick<Ended, "card" | "route" | "end">) {
  const { notSent, refused } = words().outcome;
  switch (end.outcome) {
    case "changed":
      return <Changed card={card} route={route} end={end} />;
    case "unknown":
      return <Unknown card={card} end={end} />;
    case "in-progress":
      return <InProgress card={card} />;
    case "not-sent":
      return <NotChanged card={card} outcome="not-sent" what={notSent.neverArrived} end={null} />;
    case "failed":
      return <NotChanged card={card} outcome="failed" what={notSent.what} end={end} />;
    case "refused":
      return <NotChanged card={card} outcome="refused" what={refused.what} end={end} />;
  }
}

function ToCards({ kind, goesBack }: { readonly kind?: "primary"; readonly goesBack?: true }) {
  return (
    <Button kind={kind} goesBack={goesBack === true} onClick={leavePinChange}>
      {words().outcome.toCards}
    </Button>
  );
}

function Changed({ card, route, end }: Pick<Ended, "card" | "route"> & { readonly end: EndOf<"changed"> }) {
  const computer = useWindowState(({ overview }) =>
    overview?.device?.state === "bound" ? overview.device.computerName : "",
  );
  const { changed } = words().outcome;
  const { moment } = words();
  return (
    <Page
      title={changed.title}
      state="outcome-changed"
      card={card}
      goodNews={changed.what}
      {...(route === null ? {} : { steps: pinSteps("done", route) })}
    >
      <Facts
        rows={[
          [moment.changedAt, end.changedAt === undefined ? "" : momentOf(new Date(end.changedAt))],
          [moment.computer, computer],
          [moment.reference, end.reference === undefined ? "" : <CopyReference reference={end.reference} />],
        ]}
      />
      <div class="actions">
        <ToCards kind="primary" goesBack />
      </div>
      <div class="know">
        <h2>{changed.nextTitle}</h2>
        <ul>
          <li>{changed.next}</li>
          <li>{changed.memorise}</li>
        </ul>
      </div>
    </Page>
  );
}

function Unknown({ card, end }: Pick<Ended, "card"> & { readonly end: EndOf<"unknown"> }) {
  const failure = useWindowState((state) => state.failure);
  const [checked, setChecked] = useState(false);
  const text = words().outcome.unknown;
  const check = async () => {
    setChecked(false);
    await settleOpenChange();
    setChecked(true);
  };
  return (
    <Page card={card} title={text.title} state={checked ? "outcome-unknown-again" : "outcome-unknown"}>
      <FailureNotice failure={failure} />
      <Notice kind="uncertain">
        <p>{text.what}</p>
      </Notice>
      <p>{text.next}</p>
      {checked && failure === null && (
        <p role="status" data-testid="checked">
          {text.sameAsBefore}
        </p>
      )}
      {end.supportId !== undefined && (
        <p class="reference">
          <KeptWhole text={words().support.id({ id: end.supportId })} part={end.supportId} />
        </p>
      )}
      {end.supportId !== undefined && <CopyErrorNumber supportId={end.supportId} />}
      <div class="actions">
        <ToCards kind="primary" />
        <Button onClick={check}>{text.checkAgain}</Button>
      </div>
    </Page>
  );
}

/** Asks again by itself until the outcome is known. */
function InProgress({ card }: Pick<Ended, "card">) {
  const failure = useWindowState((state) => state.failure);
  useEffect(() => {
    let shown = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => {
      timer = setTimeout(async () => {
        await askOnce();
        if (shown) askAgain();
      }, ASK_AGAIN_AFTER_MS);
    };
    askAgain();
    return () => {
      shown = false;
      clearTimeout(timer);
    };
  }, []);
  const text = words().outcome.inProgress;
  return (
    <Page card={card} title={text.title} state="outcome-in-progress">
      <FailureNotice failure={failure} />
      <p>{text.what}</p>
      <p role="status">{text.next}</p>
    </Page>
  );
}

interface NotChangedProps extends Pick<Ended, "card"> {
  readonly outcome: "refused" | "not-sent" | "failed";
  readonly what: string;
  /** Why; null if all that is known is that it never arrived. */
  readonly end: EndOf<"failed" | "refused"> | null;
}

function NotChanged({ card, outcome, what, end }: NotChangedProps) {
  const overview = useWindowState((state) => state.overview);
  const text = words().outcome;
  const next = nextTryAfter(end, overview && chooseRoute(overview), overview?.pinChangeRoutes ?? []);
  const canGoOn = card !== null && next !== null;
  const nextTry = {
    again: words().common.tryAgain,
    "another-pin": text.another,
    "by-sms": text.bySms,
    "other-way": text.otherWay,
  };
  const forDevice = end !== null && concernsDevice(end.code);
  // Another try would fail until the bank has a number.
  const needsBank = end?.code === "ERR_NO_MOBILE_NUMBER";
  return (
    <Page card={card} title={text.refused.title} state={`outcome-${outcome}`}>
      <p>
        <strong>{what}</strong>
      </p>
      <FailureNotice failure={end} />
      <div class="actions">
        {needsBank && <HelpButton kind="primary" />}
        {canGoOn && (
          <Button kind={needsBank ? undefined : "primary"} onClick={() => choosePinChange(card, next.route)}>
            {nextTry[next.as]}
          </Button>
        )}
        <Button kind={canGoOn ? undefined : "primary"} onClick={leavePinChange}>
          {forDevice ? text.toComputer : text.toCards}
        </Button>
      </div>
    </Page>
  );
}
