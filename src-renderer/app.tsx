import type { JSX } from "preact";
import { loadAnew, start } from "./actions.ts";
import { Content } from "./components/content.tsx";
import { CoveredByPanel } from "./components/covered-by-panel.ts";
import { IdleWarning } from "./components/idle-warning.tsx";
import { KeychainAsks } from "./components/keychain-asks.tsx";
import { LeftEntryWarning } from "./components/left-entry-warning.tsx";
import { StatusLine } from "./components/status-line.tsx";
import { TopBar } from "./components/top-bar.tsx";
import { BrowserWaitScreen } from "./screens/browser-wait-screen.tsx";
import { CardsScreen } from "./screens/cards-screen.tsx";
import { CodeScreen } from "./screens/code-screen.tsx";
import { FailedScreen } from "./screens/failed-screen.tsx";
import { FinishingScreen } from "./screens/finishing-screen.tsx";
import { FolderScreen } from "./screens/folder-screen.tsx";
import { KeychainScreen } from "./screens/keychain-screen.tsx";
import { LoadingScreen } from "./screens/loading-screen.tsx";
import { NameComputerScreen } from "./screens/name-computer-screen.tsx";
import { NoLongerLinkedScreen } from "./screens/no-longer-linked-screen.tsx";
import { OpenChangeScreen } from "./screens/open-change-screen.tsx";
import { PausedChangeScreen } from "./screens/paused-change-screen.tsx";
import { RemovingScreen } from "./screens/removing-screen.tsx";
import { SetPasscodeScreen } from "./screens/set-passcode-screen.tsx";
import { SignInAgainScreen } from "./screens/sign-in-again-screen.tsx";
import { SignInScreen } from "./screens/sign-in-screen.tsx";
import { UnconfirmedScreen } from "./screens/unconfirmed-screen.tsx";
import { closePanel, type Panel, useWindowState, type WindowState } from "./store.ts";
import { type Reading, useLater } from "./use-later.ts";
import { type Screen, screenOf } from "./which-screen.ts";

export function App() {
  const overview = useWindowState((state) => state.overview);
  const failure = useWindowState((state) => state.failure);
  const pinChange = useWindowState((state) => state.pinChange);
  const looksLater = useWindowState((state) => state.looksLater);
  const place = useWindowState((state) => state.place);
  const browserWait = useWindowState((state) => state.browserWait);
  const signInAgain = useWindowState((state) => state.signInAgain);
  const open = useWindowState((state) => state.panel);
  // A change of language redraws everything.
  const settings = useWindowState((state) => state.settings);
  const update = useWindowState((state) => state.update);
  const reading = useLater();
  const panel = open === null ? null : drawPanel(open, { settings, update }, reading);
  const shown = screenOf({ overview, failure, pinChange, looksLater, place, browserWait, signInAgain });
  return (
    <>
      <TopBar />
      <Content>
        <KeychainAsks />
        <LeftEntryWarning />
        {panel}
        <CoveredByPanel.Provider value={panel !== null}>
          <div hidden={panel !== null}>{drawScreen(shown, reading)}</div>
        </CoveredByPanel.Provider>
      </Content>
      <StatusLine />
      {overview?.customer && <IdleWarning lock={overview.lock} />}
    </>
  );
}

function drawPanel(
  open: Panel,
  known: Pick<WindowState, "settings" | "update">,
  { later, failure }: Reading,
): JSX.Element | null {
  if (later !== null) return later.drawPanel(open, known);
  return failure && <FailedScreen failure={failure} onTryAgain={loadAnew} onBack={closePanel} />;
}

function drawScreen(shown: Screen, { later, failure }: Reading): JSX.Element {
  switch (shown.screen) {
    case "loading":
      return <LoadingScreen />;
    case "failed":
      return <FailedScreen failure={shown.failure} onTryAgain={start} />;
    case "browser-wait":
      return <BrowserWaitScreen isLong={shown.isLong} />;
    case "sign-in-again":
      return <SignInAgainScreen />;
    case "sign-in":
      return (
        <SignInScreen names={shown.names} lockedBecause={shown.lockedBecause} notice={later?.drawUpdateNotice()} />
      );
    case "paused-change":
      return <PausedChangeScreen paused={shown.paused} />;
    case "open-change":
      return <OpenChangeScreen />;
    case "folder":
      return <FolderScreen holds={shown.holds} folder={shown.folder} />;
    case "cards":
      return <CardsScreen computerName={shown.computerName} route={shown.route} notice={later?.drawUpdateNotice()} />;
    case "keychain":
      return <KeychainScreen state={shown.state} />;
    case "name-computer":
      return <NameComputerScreen why={shown.why} name={shown.name} />;
    case "code":
      return <CodeScreen binding={shown.binding} />;
    case "set-passcode":
      return <SetPasscodeScreen />;
    case "finishing":
      return <FinishingScreen />;
    case "no-longer-linked":
      return <NoLongerLinkedScreen state={shown.state} />;
    case "unconfirmed":
      return <UnconfirmedScreen device={shown.device} />;
    case "removing":
      return <RemovingScreen />;
    default:
      if (later !== null) return later.drawLaterScreen(shown);
      return failure === null ? <LoadingScreen /> : <FailedScreen failure={failure} onTryAgain={loadAnew} />;
  }
}
