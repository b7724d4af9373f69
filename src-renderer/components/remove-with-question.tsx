import { useId, useState } from "preact/hooks";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

interface RemoveWithQuestionProps {
  readonly button: string;
  /** The button's accessible name, if its text alone does not say what is removed. */
  readonly label?: string;
  readonly question: string;
  readonly onRemove: () => unknown;
}

/** A button that first asks, in its own place, with the focus on *Keep*. */
export function RemoveWithQuestion({ button, label = button, question, onRemove }: RemoveWithQuestionProps) {
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
          {words().devices.remove}
        </Button>
        <Button takesFocus goesBack onClick={() => setStage("kept")}>
          {words().devices.keep}
        </Button>
      </div>
    </div>
  );
}
