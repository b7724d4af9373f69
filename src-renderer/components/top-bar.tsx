import { signOut } from "../actions.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

/** Whose program this is, and who is signed in. */
export function TopBar() {
  const { overview } = useWindowState();
  return (
    <header>
      <span class="product">{__PRODUCT_NAME__}</span>
      {overview?.customer && (
        <span class="customer">
          <span>{words.common.signedInAs(overview.customer.name)}</span>
          <Button onClick={signOut}>{words.common.signOut}</Button>
        </span>
      )}
    </header>
  );
}
