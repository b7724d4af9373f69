import type { JSX } from "preact";
import { loadAnew, start } from "./actions.ts";
import { Content } from "./components/content.tsx";
import { CoveredByPanel } from "./components/covered-by-panel.ts";
import { StatusLine } from "./components/status-line.tsx";
import { TopBar } from "./components/top-bar.tsx";
import { FailedScreen } from "./screens/failed-screen.tsx";
import { LoadingScreen } from "./screens/loading-screen.tsx";
import { SignInScreen } from "./screens/sign-in-screen.tsx";
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
  const consentFor = useWindowState((state) => state.consentFor);
  const open = useWindowState((state) => state.panel);
  // A change of language redraws everything.
  const settings = useWindowState((state) => state.settings);
  const update = useWindowState((state) => state.update);
  const reading = useLater();
  const panel = open === null ? null : drawPanel(open, { settings, update }, reading);
  const shown = screenOf({ overview, failure, pinChange, looksLater, place, browserWait, signInAgain, consentFor });
  return (
    <>
      <TopBar />
      <Content>
        {reading.later?.drawNotices()}
        {panel}
        <CoveredByPanel.Provider value={panel !== null}>
          <div hidden={panel !== null}>{drawScreen(shown, reading)}</div>
        </CoveredByPanel.Provider>
      </Content>
      <StatusLine />
      {overview?.customer && reading.later?.drawIdleWarning(overview.lock)}
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
    case "sign-in":
      return (
        <SignInScreen names={shown.names} lockedBecause={shown.lockedBecause} notice={later?.drawUpdateNotice()} />
      );
    default:
      if (later !== null) return later.drawLaterScreen(shown);
      return failure === null ? <LoadingScreen /> : <FailedScreen failure={failure} onTryAgain={loadAnew} />;
  }
}
