import type { JSX } from "preact";
import { partner } from "./partner.ts";
import { HelpScreen } from "./screens/help-screen.tsx";
import { ProxyScreen } from "./screens/proxy-screen.tsx";
import { SettingsScreen } from "./screens/settings-screen.tsx";
import { UpdateScreen } from "./screens/update-screen.tsx";
import type { Panel, WindowState } from "./store.ts";

/** Draws the panel over the screen, which stays as it is, with everything that was being entered. */
export function drawPanel(
  panel: Panel,
  { settings, update }: Pick<WindowState, "settings" | "update">,
): JSX.Element | null {
  switch (panel) {
    case "proxy":
      return <ProxyScreen />;
    case "help":
    case "findings":
    case "about":
      return <HelpScreen key={panel} partner={partner} at={panel} />;
    case "settings":
      return settings === null ? null : <SettingsScreen view={settings} />;
    case "update":
      return update === null ? null : <UpdateScreen update={update} />;
  }
}
