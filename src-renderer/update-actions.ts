import type { UpdateView } from "../src-contract/bridge/update-view.ts";
import type { Failure, Result } from "../src-contract/errors/result.ts";
import { bridge } from "./bridge.ts";
import { store } from "./store.ts";

// Beside the steps of run-step.ts: a download takes minutes, and whoever does something else meanwhile is not held up by it.

/** Learns what is known of a newer version. Without an answer the window goes on with what it knows. */
export async function lookForUpdate(): Promise<void> {
  const found = await bridge().getUpdate();
  if (found.ok) store.setState({ update: found.value });
}

/** Fetches the newer version's installer; `showEvent` shows how far it is. */
export async function downloadUpdate(): Promise<void> {
  store.setState({ updatePercent: 0, updateFailure: null });
  const fetched = await bridge().downloadUpdate();
  store.setState({ updatePercent: null, ...endOf(fetched) });
}

/** Asks to close the program for the installer. @returns once it closes, or the cardholder has decided otherwise */
export async function installUpdate(): Promise<void> {
  store.setState({ updateFailure: null });
  const installed = await bridge().installUpdate();
  if (!installed.ok) store.setState({ updateFailure: installed });
}

function endOf(fetched: Result<UpdateView>): { update: UpdateView } | { updateFailure: Failure } {
  return fetched.ok ? { update: fetched.value } : { updateFailure: fetched };
}
