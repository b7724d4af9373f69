import { useEffect, useState } from "preact/hooks";
import type { CardView, PinChangeStage } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { bridge } from "../bridge.ts";
import { CardLabel } from "../components/card-label.tsx";
import { Icon } from "../components/icon.tsx";
import { Page } from "../components/page.tsx";
import { pinSteps } from "../screen-steps.ts";
import { countDone, stagesOf } from "../shown-stages.ts";
import { words } from "../words/words.ts";

interface SendingProps {
  readonly card: CardView;
  readonly route: PinChangeRoute;
}

/** The PIN was handed over to main; the digits are gone from here. Each stage is ticked when main says that it is done. */
export function SendingScreen({ card, route }: SendingProps) {
  const done = useStagesDone(route);
  const { title, stages, ...states } = words.sending;
  const shown = stagesOf[route];
  const now = shown[done];
  return (
    <Page title={title} state="sending" steps={pinSteps("pin", route)}>
      <CardLabel card={card} />
      <ol class="stages">
        {shown.map((stage, at) => (
          <li key={stage} class={at < done ? "done" : at === done ? "now" : undefined} data-testid={`stage-${stage}`}>
            <span class="step-mark" aria-hidden="true">
              {at < done ? <Icon name="tick" /> : at + 1}
            </span>
            <span>{at < done ? stages[stage].done : stages[stage].now}</span>
            <span class="unseen">{at < done ? states.done : at === done ? states.now : states.waiting}</span>
          </li>
        ))}
      </ol>
      <p class="unseen" role="status">
        {now !== undefined && stages[now].now}
      </p>
    </Page>
  );
}

/** How many stages of the change under way are done: main is asked again and again, because the bridge has no events. */
function useStagesDone(route: PinChangeRoute): number {
  const [done, setDone] = useState(0);
  useEffect(() => {
    let shown = true;
    const follow = async () => {
      let seen: PinChangeStage | null = null;
      do {
        const next = await bridge().followPinChange(seen);
        seen = next.ok ? next.value : null;
        const stage = seen;
        if (shown && stage !== null) setDone((before) => countDone(route, before, stage));
      } while (shown && seen !== null);
    };
    void follow();
    return () => {
      shown = false;
    };
  }, []);
  return done;
}
