import type { BindingView } from "../../src-contract/bridge/views.ts";
import type { CodeState, ScreenState } from "../../src-renderer/screen-states.ts";
import {
  absent,
  awaitingCode,
  bound,
  cardList,
  computerName,
  deviceList,
  failed,
  ok,
  oldPhone,
  onToken,
  signedIn,
  supportId,
  token,
} from "./ordinary-answers.ts";
import type { Answers, Scene } from "./scene.ts";

type BindingState = Extract<
  ScreenState,
  | "name"
  | `name-${string}`
  | "limit"
  | `code${CodeState}`
  | `set-passcode${string}`
  | `set-token-pin${string}`
  | `finishing${string}`
  | "linked"
>;

const unbound: Answers = { getOverview: signedIn(absent), listDevices: ok(deviceList([])) };
const five = ["Old phone", "Laptop at home", "Work", "Tablet", "Old laptop"].map((name, at) => ({
  ...oldPhone,
  id: `device-${at}`,
  name,
}));

const awaiting = (secondsLeft: number): Answers => ({
  getOverview: signedIn(awaitingCode(secondsLeft)),
  continueDevice: signedIn(awaitingCode(secondsLeft)),
});
const at = (step: Exclude<BindingView["step"], "code">): Answers => ({
  getOverview: signedIn({ state: "binding", step, computerName }),
});

const atToken: Answers = { getOverview: signedIn({ state: "binding", step: "passcode", computerName, onToken }) };

/** From the name of this computer to the completed connection. */
export const bindingScenes: Record<BindingState, Scene> = {
  name: { answers: unbound },
  "name-looking": { answers: { ...unbound, listDevices: "never" } },
  "name-empty": {
    answers: unbound,
    async steps({ page, press, words }) {
      await page.getByTestId("computer-name").fill("");
      await press(words.binding.send);
    },
  },
  "name-no-cards": { answers: { ...unbound, listCards: ok(cardList([])) } },
  "name-lost": { answers: { ...unbound, getOverview: signedIn({ state: "lost", suggestedName: computerName }) } },
  "name-resumed": { answers: { ...unbound, ...at("request") } },
  "name-failed": {
    answers: { ...unbound, requestCode: failed("ERR_NO_MOBILE_NUMBER", { supportId }) },
    steps: ({ press, words }) => press(words.binding.send),
  },
  "name-waits": {
    answers: {
      ...unbound,
      getOverview: signedIn(absent, { waits: { pin_change: null, binding: null, code: 250_000 } }),
    },
  },
  "name-choice": {
    answers: { ...unbound, getOverview: signedIn(absent, { offersTokens: true }), listTokens: ok([token]) },
  },
  "name-key-left": { answers: { ...unbound, getOverview: signedIn(absent, { keyLeftOn: onToken }) } },
  limit: { answers: { ...unbound, listDevices: ok(deviceList(five)) } },

  code: { answers: awaiting(272) },
  "code-incomplete": {
    answers: awaiting(272),
    steps: ({ type, words }) => type(words.code.label, "212", "enter"),
  },
  "code-failed": {
    answers: { ...awaiting(272), confirmCode: failed("ERR_CODE_REFUSED", { supportId }) },
    steps: ({ type, words }) => type(words.code.label, "000000", "enter"),
  },
  "code-busy": {
    answers: { ...awaiting(272), confirmCode: "never" },
    steps: ({ type, words }) => type(words.code.label, "212212", "enter"),
  },
  "code-ending": { answers: awaiting(48) },
  "code-expired": { answers: awaiting(-5) },

  "set-passcode": { answers: at("passcode") },
  "set-passcode-complaint": {
    answers: at("passcode"),
    steps: ({ type, words }) => type(words.passcode.label, "123456", "enter"),
  },
  "set-passcode-failed": {
    answers: { ...at("passcode"), setPasscode: failed("ERR_SOLARIS_UNAVAILABLE") },
    steps: setPasscode,
  },
  "set-passcode-busy": { answers: { ...at("passcode"), setPasscode: "never" }, steps: setPasscode },

  "set-token-pin": { answers: atToken },
  "set-token-pin-complaint": {
    answers: atToken,
    async steps({ page, press, words }) {
      await press(words.token.set);
      await page.getByText(words.token.empty).first().waitFor();
    },
  },
  "set-token-pin-failed": { answers: { ...atToken, setTokenPin: failed("ERR_TOKEN_UNUSABLE") }, steps: setTokenPin },
  "set-token-pin-busy": {
    answers: { ...atToken, setTokenPin: "never" },
    async steps(cardholder) {
      await setTokenPin(cardholder);
      await cardholder.isTold({ type: "token-waits", value: true }, "set-token-pin-busy");
    },
  },

  linked: { answers: { ...at("passcode"), setPasscode: signedIn(bound) }, steps: setPasscode },

  finishing: { answers: { ...at("key"), continueDevice: "never" } },
  "finishing-failed": { answers: { ...at("key"), continueDevice: failed("ERR_BACKEND_UNREACHABLE") } },
};

async function setPasscode({ type, words }: Parameters<NonNullable<Scene["steps"]>>[0]): Promise<void> {
  await type(words.passcode.label, "Rain on 7 roofs");
  await type(words.passcode.again, "Rain on 7 roofs", "enter");
}

async function setTokenPin({ type, words }: Parameters<NonNullable<Scene["steps"]>>[0]): Promise<void> {
  await type(words.token.label, "604213", "enter");
}
