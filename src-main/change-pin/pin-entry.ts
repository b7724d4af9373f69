import type { PinChanges } from "./change.ts";
import type { ChangeJournal } from "./change-journal.ts";

/** Closes what is open, and makes sure that no PIN is entered in vain where no note of its change can be taken. */
export async function beginPinEntry(
  { leave }: Pick<PinChanges, "leave">,
  { list }: Pick<ChangeJournal, "list">,
  scope: () => string,
): Promise<void> {
  await leave();
  await list(scope());
}

/**
 * Leaves the change's screens by loading the window anew, so that nothing of them stays in its memory
 * (docs/threat-model.md#window-loaded-anew).
 * @param token of who is signed in
 */
export async function leavePinChange(
  { leave }: Pick<PinChanges, "leave">,
  token: () => string | null,
  reloadWindow: () => void,
): Promise<void> {
  const before = token();
  await leave();
  if (token() === before) reloadWindow(); // else it has been loaded anew, perhaps for somebody else
}
