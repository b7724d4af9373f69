import { go } from "../actions.ts";
import { canChangeWithoutConnecting } from "../pin-routes.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

/** The way to continue without connecting this computer, if the partner offers it. */
export function WithoutConnecting() {
  const isOffered = useWindowState(({ overview }) => overview !== null && canChangeWithoutConnecting(overview));
  if (!isOffered) return null;
  return <Button onClick={() => go("without-connecting")}>{words().binding.withoutConnecting}</Button>;
}
