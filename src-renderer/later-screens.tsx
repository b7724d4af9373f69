import type { JSX } from "preact";
import type { LockTimes } from "../src-contract/bridge/views.ts";
import { IdleWarning } from "./components/idle-warning.tsx";
import { KeychainAsks } from "./components/keychain-asks.tsx";
import { LeftEntryWarning } from "./components/left-entry-warning.tsx";
import { TokenWaits } from "./components/token-waits.tsx";
import { UpdateNotice } from "./components/update-notice.tsx";
import { BrowserWaitScreen } from "./screens/browser-wait-screen.tsx";
import { CardsScreen } from "./screens/cards-screen.tsx";
import { ChangePasscodeScreen, PasscodeChangedScreen } from "./screens/change-passcode-screen.tsx";
import { CodeScreen } from "./screens/code-screen.tsx";
import { ConsentScreen } from "./screens/consent-screen.tsx";
import { DevicesScreen } from "./screens/devices-screen.tsx";
import { FinishingScreen } from "./screens/finishing-screen.tsx";
import { FolderScreen } from "./screens/folder-screen.tsx";
import { ForgottenPasscodeScreen } from "./screens/forgotten-passcode-screen.tsx";
import { KeychainScreen } from "./screens/keychain-screen.tsx";
import { LetterScreens } from "./screens/letter-screens.tsx";
import { LinkedScreen } from "./screens/linked-screen.tsx";
import { NameComputerScreen } from "./screens/name-computer-screen.tsx";
import { NewPinScreen } from "./screens/new-pin-screen.tsx";
import { NoLongerLinkedScreen } from "./screens/no-longer-linked-screen.tsx";
import { OpenChangeScreen } from "./screens/open-change-screen.tsx";
import { OutcomeScreen } from "./screens/outcome-screen.tsx";
import { PausedChangeScreen } from "./screens/paused-change-screen.tsx";
import { RemovingScreen } from "./screens/removing-screen.tsx";
import { SendingScreen } from "./screens/sending-screen.tsx";
import { SetPasscodeScreen } from "./screens/set-passcode-screen.tsx";
import { SetTokenPinScreen } from "./screens/set-token-pin-screen.tsx";
import { SignInAgainScreen } from "./screens/sign-in-again-screen.tsx";
import { TanScreen } from "./screens/tan-screen.tsx";
import { UnconfirmedScreen } from "./screens/unconfirmed-screen.tsx";
import type { Screen } from "./which-screen.ts";

/** All but the first that can be drawn in a window that opens. */
type LaterScreen = Exclude<Screen, { readonly screen: "loading" | "failed" | "sign-in" }>;

/** Draws what any step can be in need of, above the screen. */
export function drawNotices(): JSX.Element {
  return (
    <>
      <KeychainAsks />
      <TokenWaits />
      <LeftEntryWarning />
    </>
  );
}

/** Draws the question to somebody who is signed in and does nothing. */
export function drawIdleWarning(lock: LockTimes): JSX.Element {
  return <IdleWarning lock={lock} />;
}

/** Draws what is told of a newer version where one begins. */
export function drawUpdateNotice(): JSX.Element {
  return <UpdateNotice />;
}

/** Draws a screen that cannot be the first. */
export function drawLaterScreen(shown: LaterScreen): JSX.Element {
  switch (shown.screen) {
    case "browser-wait":
      return <BrowserWaitScreen isLong={shown.isLong} />;
    case "sign-in-again":
      return <SignInAgainScreen />;
    case "paused-change":
      return <PausedChangeScreen paused={shown.paused} />;
    case "open-change":
      return <OpenChangeScreen />;
    case "folder":
      return <FolderScreen holds={shown.holds} folder={shown.folder} />;
    case "cards":
      return <CardsScreen computerName={shown.computerName} route={shown.route} notice={<UpdateNotice />} />;
    case "keychain":
      return <KeychainScreen state={shown.state} />;
    case "name-computer":
      return <NameComputerScreen why={shown.why} name={shown.name} />;
    case "code":
      return <CodeScreen binding={shown.binding} />;
    case "letter":
      return <LetterScreens letters={shown.letters} device={shown.device} />;
    case "consent":
      return <ConsentScreen consent={shown.consent} step={shown.step} />;
    case "set-passcode":
      return <SetPasscodeScreen />;
    case "set-token-pin":
      return <SetTokenPinScreen onToken={shown.onToken} />;
    case "finishing":
      return <FinishingScreen />;
    case "no-longer-linked":
      return <NoLongerLinkedScreen state={shown.state} />;
    case "unconfirmed":
      return <UnconfirmedScreen device={shown.device} />;
    case "removing":
      return <RemovingScreen />;
    case "new-pin":
      return <NewPinScreen card={shown.card} route={shown.route} />;
    case "sending":
      return <SendingScreen card={shown.card} route={shown.route} done={shown.done} />;
    case "tan":
      return <TanScreen card={shown.card} sent={shown.sent} />;
    case "outcome":
      return <OutcomeScreen card={shown.card} route={shown.route} end={shown.end} />;
    case "linked":
      return <LinkedScreen computerName={shown.computerName} />;
    case "devices":
      return <DevicesScreen protection={shown.protection} />;
    case "change-passcode":
      return <ChangePasscodeScreen />;
    case "passcode-changed":
      return <PasscodeChangedScreen />;
    case "forgotten-passcode":
      return <ForgottenPasscodeScreen />;
  }
}
