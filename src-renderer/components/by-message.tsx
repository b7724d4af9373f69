import { requestCode } from "../actions.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

/** For who has given the bank a number meanwhile. @param computerName null if none is known */
export function ByMessage({ computerName }: { readonly computerName: string | null }) {
  return (
    <Button onClick={() => requestCode(computerName ?? words().binding.ownName)}>{words().letter.byMessage}</Button>
  );
}
