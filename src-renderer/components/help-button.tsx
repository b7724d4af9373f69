import { openPanel } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

/** Leads on where nothing here helps: to Help, which says how to reach the bank. */
export function HelpButton({ kind }: { readonly kind?: "primary" }) {
  return (
    <Button kind={kind} onClick={() => openPanel("help")}>
      {words().common.helpAndContact}
    </Button>
  );
}
