import { openPanel, type Panel } from "./store.ts";

const panels: Readonly<Record<string, Panel>> = { "#settings": "settings", "#help": "help" };

/** The menu leads to a place by the fragment of this page's address, because the bridge has no events. */
export function openPanelOfAddress(): void {
  const panel = panels[location.hash];
  if (panel === undefined) return;
  openPanel(panel);
  // So that the same choice counts again.
  history.replaceState(null, "", location.pathname);
}
