import { useEffect } from "preact/hooks";
import { openPanel, useWindowState } from "../store.ts";
import { lookForUpdate } from "../update-actions.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

/** What is known of a newer version, beside the version of this one; nothing where the bank brings it by itself. */
export function NewestVersion() {
  const update = useWindowState((state) => state.update);
  useEffect(() => void lookForUpdate(), []);
  if (update === null) return null;
  const { none, notLooked, lookAgain } = words().update;
  const isSomething = update.newer !== null || update.isRequired;
  const { available, show } = words().updateNotice;
  return (
    <div data-testid="newest-version">
      <p>{isSomething ? available : update.failure === null ? none : notLooked}</p>
      {isSomething && <Button onClick={() => openPanel("update")}>{show}</Button>}
      {!isSomething && update.failure !== null && <Button onClick={showWhy}>{lookAgain}</Button>}
    </div>
  );
}

/** Looks once more where it can say what is in the way. */
function showWhy(): void {
  openPanel("update");
  void lookForUpdate();
}
