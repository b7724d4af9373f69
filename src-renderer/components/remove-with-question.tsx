import { useId, useState } from "preact/hooks";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

interface RemoveWithQuestionProps {
  readonly button: string;
  /** The button's accessible name, if its text alone does not say what is removed. */
  readonly label?: string;
  readonly question: string;
  /** The answers, where it is no device that is removed. */
  readonly answers?: { readonly yes: string; readonly no: string };
  readonly onRemove: () => unknown;
}

/** A button that first asks, in its own place, with the focus on *Keep*. */
export function RemoveWithQuestion(props: RemoveWithQuestionProps) {
  const { button, label = button, question, onRemove } = props;
  const answers = props.answers ?? { yes: words().devices.remove, no: words().devices.keep };
  const [stage, setStage] = useState<"closed" | "asking" | "kept">("closed");
  const id = useId();
  if (stage !== "asking") {
    return (
      <Button label={label} takesFocus={stage === "kept"} onClick={() => setStage("asking")}>
        {button}
      </Button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and this is a question with two answers
    <div class="question" role="group" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <div class="actions">
        <Button kind="danger" onClick={onRemove}>
          {answers.yes}
        </Button>
        <Button takesFocus goesBack onClick={() => setStage("kept")}>
          {answers.no}
        </Button>
      </div>
    </div>
  );
}
