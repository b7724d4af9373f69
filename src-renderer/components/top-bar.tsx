import { signOut } from "../actions.ts";
import { partner } from "../partner.ts";
import { openPanel, type Panel, useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";

/** The partner's name, the signed-in customer, and help and settings, on every screen. */
export function TopBar() {
  const customer = useWindowState((state) => state.overview?.customer);
  const { help, settings, signedInAs, signOut: leave } = words().common;
  return (
    <header>
      <span class="brand">
        {partner.hasLogo && <img src="./logo.svg" alt="" />}
        {partner.productName}
      </span>
      {customer && <span class="customer">{signedInAs({ name: customer.name })}</span>}
      <nav class="bar-actions">
        <PanelButton panel="help">{help}</PanelButton>
        <PanelButton panel="settings">{settings}</PanelButton>
        {customer && (
          <Button kind="quiet" onClick={signOut}>
            {leave}
          </Button>
        )}
      </nav>
    </header>
  );
}

/** Works during any step: people want help most when one takes long. */
function PanelButton({ panel, children }: { readonly panel: Panel; readonly children: string }) {
  const isOpen = useWindowState(({ panel: open }) => open === panel || (open === "findings" && panel === "help"));
  return (
    <button type="button" class="quiet" aria-current={isOpen ? "page" : undefined} onClick={() => openPanel(panel)}>
      {children}
    </button>
  );
}
