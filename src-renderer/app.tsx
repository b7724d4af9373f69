import type { JSX } from "preact";
import { CoveredByPanel } from "./components/covered-by-panel.ts";
import { IdleWarning } from "./components/idle-warning.tsx";
import { KeychainAsks } from "./components/keychain-asks.tsx";
import { LeftEntryWarning } from "./components/left-entry-warning.tsx";
import { TopBar } from "./components/top-bar.tsx";
import { partner } from "./partner.ts";
import { CardsScreen } from "./screens/cards-screen.tsx";
import { ChangePasscodeScreen, PasscodeChangedScreen } from "./screens/change-passcode-screen.tsx";
import { CodeScreen } from "./screens/code-screen.tsx";
import { DevicesScreen } from "./screens/devices-screen.tsx";
import { FailedScreen } from "./screens/failed-screen.tsx";
import { FinishingScreen } from "./screens/finishing-screen.tsx";
import { FolderScreen } from "./screens/folder-screen.tsx";
import { ForgottenPasscodeScreen } from "./screens/forgotten-passcode-screen.tsx";
import { HelpScreen } from "./screens/help-screen.tsx";
import { KeychainScreen } from "./screens/keychain-screen.tsx";
import { LoadingScreen } from "./screens/loading-screen.tsx";
import { LostConnectionScreen } from "./screens/lost-connection-screen.tsx";
import { NameComputerScreen } from "./screens/name-computer-screen.tsx";
import { NewPinScreen } from "./screens/new-pin-screen.tsx";
import { OpenChangeScreen } from "./screens/open-change-screen.tsx";
import { OutcomeScreen } from "./screens/outcome-screen.tsx";
import { ProxyScreen } from "./screens/proxy-screen.tsx";
import { RemovingScreen } from "./screens/removing-screen.tsx";
import { SendingScreen } from "./screens/sending-screen.tsx";
import { SetPasscodeScreen } from "./screens/set-passcode-screen.tsx";
import { SettingsScreen } from "./screens/settings-screen.tsx";
import { SignInScreen } from "./screens/sign-in-screen.tsx";
import { TanScreen } from "./screens/tan-screen.tsx";
import { UnconfirmedScreen } from "./screens/unconfirmed-screen.tsx";
import { useWindowState, type WindowState } from "./store.ts";
import { type Screen, screenOf } from "./which-screen.ts";

export function App() {
  const overview = useWindowState((state) => state.overview);
  const failure = useWindowState((state) => state.failure);
  const pinChange = useWindowState((state) => state.pinChange);
  const looksLater = useWindowState((state) => state.looksLater);
  const place = useWindowState((state) => state.place);
  const open = useWindowState((state) => state.panel);
  // A change of language redraws everything.
  const settings = useWindowState((state) => state.settings);
  const panel = drawPanel(open, settings);
  return (
    <>
      <TopBar />
      <KeychainAsks />
      <LeftEntryWarning />
      {panel}
      <CoveredByPanel.Provider value={panel !== null}>
        <div hidden={panel !== null}>{drawScreen(screenOf({ overview, failure, pinChange, looksLater, place }))}</div>
      </CoveredByPanel.Provider>
      {overview?.customer && <IdleWarning lock={overview.lock} />}
    </>
  );
}

/** Draws the panel over the screen, which stays as it is, with everything that was being entered. */
function drawPanel(panel: WindowState["panel"], settings: WindowState["settings"]): JSX.Element | null {
  switch (panel) {
    case null:
      return null;
    case "proxy":
      return <ProxyScreen />;
    case "help":
    case "findings":
      return <HelpScreen support={partner.support} atFindings={panel === "findings"} />;
    case "settings":
      return settings === null ? null : <SettingsScreen view={settings} />;
  }
}

function drawScreen(shown: Screen): JSX.Element {
  switch (shown.screen) {
    case "loading":
      return <LoadingScreen />;
    case "failed":
      return <FailedScreen failure={shown.failure} />;
    case "sign-in":
      return <SignInScreen names={shown.names} lockedBecause={shown.lockedBecause} />;
    case "new-pin":
      return <NewPinScreen card={shown.card} route={shown.route} />;
    case "sending":
      return <SendingScreen card={shown.card} route={shown.route} done={shown.done} />;
    case "tan":
      return <TanScreen card={shown.card} sent={shown.sent} />;
    case "outcome":
      return <OutcomeScreen card={shown.card} route={shown.route} end={shown.end} />;
    case "open-change":
      return <OpenChangeScreen />;
    case "folder":
      return <FolderScreen holds={shown.holds} folder={shown.folder} />;
    case "cards":
      return <CardsScreen computerName={shown.computerName} route={shown.route} />;
    case "devices":
      return <DevicesScreen protection={shown.protection} />;
    case "change-passcode":
      return <ChangePasscodeScreen />;
    case "passcode-changed":
      return <PasscodeChangedScreen />;
    case "forgotten-passcode":
      return <ForgottenPasscodeScreen />;
    case "keychain":
      return <KeychainScreen state={shown.state} which={shown.which} />;
    case "name-computer":
      return <NameComputerScreen why={shown.why} name={shown.name} />;
    case "code":
      return <CodeScreen binding={shown.binding} />;
    case "set-passcode":
      return <SetPasscodeScreen />;
    case "finishing":
      return <FinishingScreen />;
    case "lost-connection":
      return <LostConnectionScreen state={shown.state} />;
    case "unconfirmed":
      return <UnconfirmedScreen device={shown.device} />;
    case "removing":
      return <RemovingScreen />;
  }
}
