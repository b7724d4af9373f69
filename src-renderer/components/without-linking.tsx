import { go } from "../actions.ts";
import { canChangeWithoutLinking } from "../pin-routes.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

/** The way to continue without linking this computer, if the partner offers it. */
export function WithoutLinking() {
  const isOffered = useWindowState(({ overview }) => overview !== null && canChangeWithoutLinking(overview));
  if (!isOffered) return null;
  return <Button onClick={() => go("without-linking")}>{words().binding.withoutLinking}</Button>;
}
