import type { JSX } from "preact";
import { UpdateNotice } from "./components/update-notice.tsx";
import { ChangePasscodeScreen, PasscodeChangedScreen } from "./screens/change-passcode-screen.tsx";
import { DevicesScreen } from "./screens/devices-screen.tsx";
import { ForgottenPasscodeScreen } from "./screens/forgotten-passcode-screen.tsx";
import { LinkedScreen } from "./screens/linked-screen.tsx";
import { NewPinScreen } from "./screens/new-pin-screen.tsx";
import { OutcomeScreen } from "./screens/outcome-screen.tsx";
import { SendingScreen } from "./screens/sending-screen.tsx";
import { TanScreen } from "./screens/tan-screen.tsx";
import type { Screen } from "./which-screen.ts";

/** Those that only what the cardholder does in this window leads to. */
type LaterScreen = Extract<
  Screen,
  {
    readonly screen:
      | "new-pin"
      | "sending"
      | "tan"
      | "outcome"
      | "linked"
      | "devices"
      | "change-passcode"
      | "passcode-changed"
      | "forgotten-passcode";
  }
>;

/** Draws what is told of a newer version where one begins. */
export function drawUpdateNotice(): JSX.Element {
  return <UpdateNotice />;
}

/** Draws a screen that cannot be the first. */
export function drawLaterScreen(shown: LaterScreen): JSX.Element {
  switch (shown.screen) {
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
