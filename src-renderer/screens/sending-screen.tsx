import type { CardView } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { CardLabel } from "../components/card-label.tsx";
import { Icon } from "../components/icon.tsx";
import { Page } from "../components/page.tsx";
import { pinSteps } from "../screen-steps.ts";
import { stagesOf } from "../shown-stages.ts";
import { words } from "../words/words.ts";

interface SendingProps {
  readonly card: CardView;
  readonly route: PinChangeRoute;
  /** How many of the way's stages are over. */
  readonly done: number;
}

/** The PIN was handed over to main; the digits are gone from here. Each stage is ticked when main says that it is done. */
export function SendingScreen({ card, route, done }: SendingProps) {
  const { title, stages, ...states } = words().sending;
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
