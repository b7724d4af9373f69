import type { JSX } from "preact";
import { TopBar } from "./components/top-bar.tsx";
import { CardsScreen } from "./screens/cards-screen.tsx";
import { CodeScreen } from "./screens/code-screen.tsx";
import { FailedScreen } from "./screens/failed-screen.tsx";
import { FinishingScreen } from "./screens/finishing-screen.tsx";
import { KeychainScreen } from "./screens/keychain-screen.tsx";
import { LoadingScreen } from "./screens/loading-screen.tsx";
import { NameComputerScreen } from "./screens/name-computer-screen.tsx";
import { NewPinScreen } from "./screens/new-pin-screen.tsx";
import { OutcomeScreen } from "./screens/outcome-screen.tsx";
import { SendingScreen } from "./screens/sending-screen.tsx";
import { SignInScreen } from "./screens/sign-in-screen.tsx";
import { useWindowState, type WindowState } from "./store.ts";

export function App() {
  const state = useWindowState();
  return (
    <>
      <TopBar />
      {screenOf(state)}
    </>
  );
}

/** Which screen shows: always follows from the state, so that no two can disagree. */
function screenOf({ overview, failure, pinChange }: WindowState): JSX.Element {
  if (overview === null) return failure === null ? <LoadingScreen /> : <FailedScreen failure={failure} />;
  const { customer, device } = overview;
  if (customer === null || device === null) return <SignInScreen names={overview.demoCustomers} />;
  switch (device.state) {
    case "locked":
    case "unavailable":
    case "unreadable":
      return <KeychainScreen state={device.state} />;
    case "lost":
      return <NameComputerScreen why="lost" name={device.suggestedName} />;
    case "absent":
      return <NameComputerScreen why="new" name={device.suggestedName} />;
    case "binding":
      if (device.step === "request") return <NameComputerScreen why="resumed" name={device.computerName} />;
      return device.step === "code" ? <CodeScreen binding={device} /> : <FinishingScreen />;
    case "bound":
      if (pinChange === null) return <CardsScreen computerName={device.computerName} />;
      if (pinChange.stage === "entering") return <NewPinScreen card={pinChange.card} />;
      if (pinChange.stage === "sending") return <SendingScreen card={pinChange.card} />;
      return <OutcomeScreen card={pinChange.card} end={pinChange.stage} />;
  }
}
