import { abandonBinding } from "../actions.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { RemoveWithQuestion } from "./remove-with-question.tsx";

/**
 * Gives up a binding whose code was accepted. Where that may have been a letter's it asks first: a code counts once, and
 * another letter takes days (docs/api.md#binding-by-letter).
 */
export function StartOver({ kind }: { readonly kind?: "quiet" }) {
  const offersLetters = useWindowState(({ overview }) => overview !== null && overview.letters !== null);
  const { startOver } = words().binding;
  const { ask, not } = words().letter.startOver;
  if (offersLetters) {
    const answers = { yes: startOver, no: not };
    return <RemoveWithQuestion button={startOver} question={ask} answers={answers} onRemove={abandonBinding} />;
  }
  return (
    <Button kind={kind} onClick={abandonBinding}>
      {startOver}
    </Button>
  );
}
