import type { CardView } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { Icon } from "../components/icon.tsx";
import { Page } from "../components/page.tsx";
import { useAnnounced } from "../components/use-announced.ts";
import { pinSteps } from "../screen-steps.ts";
import { type ShownStage, type StageStanding, stagesOf, standingOf } from "../shown-stages.ts";
import { words } from "../words/words.ts";

/** A stage that is over sooner is not told of: the end of the change would have to wait for it. */
const STAGE_RESTS_MS = 300;

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
  const told = useAnnounced(now === undefined ? null : stages[now].now, STAGE_RESTS_MS);
  return (
    <Page card={card} title={title} state="sending" steps={pinSteps("pin", route)}>
      <ol class="stages">
        {shown.map((stage, at) => (
          <Stage key={stage} name={stage} at={at} standing={standingOf(at, done)} />
        ))}
      </ol>
      <p class="unseen" role="status">
        {told}
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
