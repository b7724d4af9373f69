import type { JSX } from "preact";
import type { DeviceView, Overview } from "../src-contract/bridge/views.ts";
import { AreYouThere } from "./components/are-you-there.tsx";
import { Covered } from "./components/covered.ts";
import { KeychainAsks } from "./components/keychain-asks.tsx";
import { LeftAlone } from "./components/left-alone.tsx";
import { TopBar } from "./components/top-bar.tsx";
import { partner } from "./partner.ts";
import { canChangeWithoutConnecting, chooseRoute } from "./pin-routes.ts";
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
import { type PinChange, type Place, useWindowState, type WindowState } from "./store.ts";

export function App() {
  const state = useWindowState();
  const panel = panelOf(state);
  return (
    <>
      <TopBar />
      <KeychainAsks />
      <LeftAlone />
      {panel}
      <Covered.Provider value={panel !== null}>
        <div hidden={panel !== null}>{screenOf(state)}</div>
      </Covered.Provider>
      {state.overview?.customer && <AreYouThere lock={state.overview.lock} />}
    </>
  );
}

/** What lies over the screen. That stays as it is under it, with whatever was being entered. */
function panelOf({ panel, settings }: WindowState): JSX.Element | null {
  if (panel === "proxy") return <ProxyScreen />;
  if (panel === "help" || panel === "findings")
    return <HelpScreen support={partner.support} atFindings={panel === "findings"} />;
  return panel === "settings" && settings !== null ? <SettingsScreen view={settings} /> : null;
}

/** Which screen shows: always follows from the state, so that no two can disagree. */
function screenOf({ overview, failure, pinChange, looksLater, place }: WindowState): JSX.Element {
  if (overview === null) return failure === null ? <LoadingScreen /> : <FailedScreen failure={failure} />;
  const { customer, device, demoCustomers, lockedBecause } = overview;
  if (customer === null || device === null) return <SignInScreen names={demoCustomers} lockedBecause={lockedBecause} />;
  if (pinChange !== null) return pinScreen(pinChange);
  if (overview.hasOpenChange && !looksLater) return <OpenChangeScreen />;
  if (overview.unusableFolder !== null && !looksLater) {
    return <FolderScreen holds="changes" folder={overview.unusableFolder} />;
  }
  if (place === "without-connecting" && canChangeWithoutConnecting(overview)) {
    return <CardsScreen computerName={null} route="sms" />;
  }
  return device.state === "bound" ? boundScreen(overview, device.computerName, place) : deviceScreen(overview, device);
}

function pinScreen(pinChange: PinChange): JSX.Element {
  switch (pinChange.stage) {
    case "entering":
      return <NewPinScreen card={pinChange.card} route={pinChange.route} />;
    case "sending":
      return <SendingScreen card={pinChange.card} route={pinChange.route} done={pinChange.done} />;
    case "tan":
      return <TanScreen card={pinChange.card} sent={pinChange.sent} />;
    case "ended":
      return <OutcomeScreen card={pinChange.card} route={pinChange.route} end={pinChange.end} />;
  }
}

function boundScreen(overview: Overview, computerName: string, place: Place): JSX.Element {
  switch (place) {
    case "devices":
      return <DevicesScreen protection={overview.protection} />;
    case "change-passcode":
      return <ChangePasscodeScreen />;
    case "passcode-changed":
      return <PasscodeChangedScreen />;
    case "forgotten-passcode":
      return <ForgottenPasscodeScreen />;
    default:
      return <CardsScreen computerName={computerName} route={chooseRoute(overview)} />;
  }
}

/** While this computer is not connected. */
function deviceScreen(overview: Overview, device: Exclude<DeviceView, { state: "bound" }>): JSX.Element {
  switch (device.state) {
    case "locked":
    case "unavailable":
    case "silent":
    case "unreadable":
      return <KeychainScreen state={device.state} which={overview.keychain} />;
    case "unusable-folder":
      return <FolderScreen holds="enrolments" folder={device.folder} />;
    case "lost":
      return <NameComputerScreen why="lost" name={device.suggestedName} />;
    case "absent":
      return <NameComputerScreen why="new" name={device.suggestedName} />;
    case "binding":
      if (device.step === "request") return <NameComputerScreen why="resumed" name={device.computerName} />;
      if (device.step === "code") return <CodeScreen binding={device} />;
      return device.step === "passcode" ? <SetPasscodeScreen /> : <FinishingScreen />;
    case "erased":
    case "removed":
      return <LostConnectionScreen state={device.state} />;
    case "unconfirmed":
      return <UnconfirmedScreen device={device} />;
    case "removing":
      return <RemovingScreen />;
  }
}
