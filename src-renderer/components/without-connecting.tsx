import { go } from "../actions.ts";
import { canChangeWithoutConnecting } from "../pin-routes.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

/** The way on for who cannot, or does not want to, connect this computer; only where the partner offers it. */
export function WithoutConnecting() {
  const { overview } = useWindowState();
  if (overview === null || !canChangeWithoutConnecting(overview)) return null;
  return <Button onClick={() => go("without-connecting")}>{words().binding.withoutConnecting}</Button>;
}
