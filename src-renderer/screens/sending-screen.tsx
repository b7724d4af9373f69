import type { CardView } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { CardLabel } from "../components/card-label.tsx";
import { Icon } from "../components/icon.tsx";
import { Page } from "../components/page.tsx";
import { pinSteps } from "../screen-steps.ts";
import { type ShownStage, type StageStanding, stagesOf, standingOf } from "../shown-stages.ts";
import { words } from "../words/words.ts";

interface SendingProps {
  readonly card: CardView;
  readonly route: PinChangeRoute;
  /** How many of the route's stages are done. */
  readonly done: number;
}

/** Main has the PIN, and its digits are gone from here. Each stage is ticked when main says that it is done. */
export function SendingScreen({ card, route, done }: SendingProps) {
  const { title, stages } = words().sending;
  const shown = stagesOf[route];
  const now = shown[done];
  return (
    <Page title={title} state="sending" steps={pinSteps("pin", route)}>
      <CardLabel card={card} />
      <ol class="stages">
        {shown.map((stage, at) => (
          <Stage key={stage} name={stage} at={at} standing={standingOf(at, done)} />
        ))}
      </ol>
      <p class="unseen" role="status">
        {now !== undefined && stages[now].now}
      </p>
    </Page>
  );
}

interface StageProps {
  readonly name: ShownStage;
  /** The stage's index in the route, from 0. */
  readonly at: number;
  readonly standing: StageStanding;
}

function Stage({ name, at, standing }: StageProps) {
  const { stages, ...states } = words().sending;
  const isDone = standing === "done";
  return (
    <li class={standing === "waiting" ? undefined : standing} data-testid={`stage-${name}`}>
      <span class="step-mark" aria-hidden="true">
        {isDone ? <Icon name="tick" /> : at + 1}
      </span>
      <span>{isDone ? stages[name].done : stages[name].now}</span>
      <span class="unseen">{states[standing]}</span>
    </li>
  );
}
