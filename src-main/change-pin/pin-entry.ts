import type { PinChanges } from "./change.ts";
import type { ChangeJournal } from "./change-journal.ts";

/** Closes the last change, and checks that the journal is usable before the cardholder enters a PIN. */
export async function beginPinEntry(
  { leave }: Pick<PinChanges, "leave">,
  { list }: Pick<ChangeJournal, "list">,
  scope: () => string,
): Promise<void> {
  await leave();
  await list(scope());
}

/**
 * Leaves the PIN screens by reloading the window, so nothing of them stays in its memory
 * (docs/threat-model.md#window-loaded-anew).
 * @param session the signed-in customer's
 */
export async function leavePinChange(
  { leave }: Pick<PinChanges, "leave">,
  session: () => object | null,
  reloadWindow: () => void,
): Promise<void> {
  const before = session();
  await leave();
  if (session() === before) reloadWindow(); // otherwise it has been reloaded already, perhaps for somebody else
}
