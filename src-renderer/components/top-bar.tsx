import { signOut } from "../actions.ts";
import { partner } from "../partner.ts";
import { openPanel, type Panel, useWindowState } from "../store.ts";
import { firstWords } from "../words/words.ts";
import { Button } from "./button.tsx";

/** The partner's name, the signed-in customer, and help and settings, on every screen. */
export function TopBar() {
  const customer = useWindowState((state) => state.overview?.customer);
  const byBrowser = useWindowState((state) => state.overview?.signInBy === "browser");
  const { help, settings, signedInAs, signOut: leave, notYou } = firstWords().common;
  return (
    <header>
      <span class="brand">
        {partner.hasLogo && <img src="./logo.svg" alt="" />}
        {partner.productName}
      </span>
      {customer && (
        <span class="customer">
          <span class="unseen">{signedInAs({ name: customer.name })}</span>
          <span class="avatar" aria-hidden="true">
            {initialsOf(customer.name)}
          </span>
          <span class="customer-name" aria-hidden="true">
            {customer.name}
          </span>
          {byBrowser && (
            <span class="not-you">
              <Button kind="quiet" onClick={signOut}>
                {notYou}
              </Button>
            </span>
          )}
        </span>
      )}
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

/** The first letters of the first and the last name. */
function initialsOf(name: string): string {
  const names = name.split(/\s+/).filter((part) => part !== "");
  const both = names.length > 1 ? [names[0], names.at(-1)] : names;
  return both.map((part) => [...(part ?? "")][0] ?? "").join("");
}

/** Works during any step: people want help most when one takes long. */
function PanelButton({ panel, children }: { readonly panel: Panel; readonly children: string }) {
  const isOpen = useWindowState(
    ({ panel: open }) => open === panel || (panel === "help" && (open === "findings" || open === "about")),
  );
  return (
    <button type="button" class="quiet" aria-current={isOpen ? "page" : undefined} onClick={() => openPanel(panel)}>
      {children}
    </button>
  );
}
