import type { DeviceView } from "../../src-contract/bridge/views.ts";
import type { ScreenState } from "../../src-renderer/screen-states.ts";
import {
  bound,
  boundToToken,
  computerName,
  deviceList,
  failed,
  ok,
  oldPhone,
  removedDevices,
  signedIn,
  thisComputer,
} from "./ordinary-answers.ts";
import type { Answers, Cardholder, Scene } from "./scene.ts";

type EnrolmentState = Extract<
  ScreenState,
  | `keychain-${string}`
  | `folder-${string}`
  | "erased"
  | "removed"
  | "no-marker"
  | "other-device"
  | `removing${string}`
  | `devices${string}`
  | `change-passcode${string}`
  | "passcode-changed"
  | `forgotten-passcode${string}`
>;

const standing = (device: DeviceView): Answers => ({ getOverview: signedIn(device) });

/** Where one of the program's folders can be, in a home whose name is long. */
const ownFolder = (name: string) => `/home/wolfeschlegelsteinhausen/.config/Cardbound/${name}`;

/** A computer that is not, or not for certain, connected any more; and what there is to do about a connected one. */
export const deviceScenes: Record<EnrolmentState, Scene> = {
  "keychain-locked": { answers: standing({ state: "locked" }) },
  "keychain-unavailable": { answers: standing({ state: "unavailable" }) },
  "keychain-silent": { answers: standing({ state: "silent" }) },
  "keychain-unreadable": { answers: standing({ state: "unreadable" }) },
  "folder-changes": { answers: { getOverview: signedIn(bound, { unusableFolder: ownFolder("changes") }) } },
  "folder-enrolments": { answers: standing({ state: "unusable-folder", folder: ownFolder("enrolments") }) },
  erased: { answers: standing({ state: "erased", computerName }) },
  removed: { answers: standing({ state: "removed", computerName }) },
  "no-marker": { answers: standing({ state: "unconfirmed", why: "no-marker", computerName }) },
  "other-device": { answers: standing({ state: "unconfirmed", why: "other-device", computerName }) },
  removing: { answers: { ...standing({ state: "removing" }), continueDevice: "never" } },
  "removing-failed": {
    answers: { ...standing({ state: "removing" }), continueDevice: failed("ERR_BACKEND_UNREACHABLE") },
  },

  devices: { steps: toDevices },
  "devices-left-out": {
    answers: {
      listDevices: ok(deviceList([thisComputer, { ...oldPhone, name: "", boundAt: null, lastUsedAt: null }], 1)),
    },
    steps: toDevices,
  },
  "devices-loading": { answers: { listDevices: "never" }, steps: toDevices },
  "devices-on-token": {
    answers: { getOverview: signedIn(boundToToken, { protection: "hardware_passcode" }) },
    steps: toDevices,
  },
  "devices-removed": { steps: toRemovedDevices },
  "devices-removed-loading": { answers: { listRemovedDevices: "never" }, steps: toRemovedDevices },
  "devices-removed-none": {
    answers: { listRemovedDevices: ok(removedDevices({ devices: [] })) },
    steps: toRemovedDevices,
  },
  "devices-removed-untold": { answers: { listRemovedDevices: ok(null) }, steps: toRemovedDevices },
  "devices-failed": { answers: { listDevices: failed("ERR_SOLARIS_UNAVAILABLE") }, steps: toDevices },

  "change-passcode": { steps: toChangePasscode },
  "change-passcode-complaint": {
    async steps(cardholder) {
      await toChangePasscode(cardholder);
      await changePasscode(cardholder, "Snow on 7 roofs", "Snow on 8 roofs");
    },
  },
  "change-passcode-failed": {
    answers: { changePasscode: failed("ERR_PASSCODE_WRONG", { attemptsLeft: 3 }) },
    async steps(cardholder) {
      await toChangePasscode(cardholder);
      await changePasscode(cardholder);
    },
  },
  "change-passcode-busy": {
    answers: { changePasscode: "never" },
    async steps(cardholder) {
      await toChangePasscode(cardholder);
      await changePasscode(cardholder);
    },
  },
  "passcode-changed": {
    answers: { changePasscode: ok(null) },
    async steps(cardholder) {
      await toChangePasscode(cardholder);
      await changePasscode(cardholder);
    },
  },

  "forgotten-passcode": { steps: toForgottenPasscode },
  "forgotten-passcode-failed": {
    answers: { startAnew: failed("ERR_KEYCHAIN_UNAVAILABLE"), getOverview: signedIn(bound) },
    async steps(cardholder) {
      await toForgottenPasscode(cardholder);
      await cardholder.press(cardholder.words.state.linkAgain);
    },
  },
};

export async function toDevices({ press, words }: Cardholder): Promise<void> {
  await press(words.cards.devices);
}

export async function toRemovedDevices(cardholder: Cardholder): Promise<void> {
  await toDevices(cardholder);
  await cardholder.page.getByText(cardholder.words.devices.removedOnes).click();
}

async function toChangePasscode(cardholder: Cardholder): Promise<void> {
  await toDevices(cardholder);
  await cardholder.press(cardholder.words.devices.changePasscode);
}

async function toForgottenPasscode(cardholder: Cardholder): Promise<void> {
  await toDevices(cardholder);
  await cardholder.press(cardholder.words.devices.forgotten);
}

async function changePasscode({ type, words }: Cardholder, next = "Snow on 7 roofs", again = next): Promise<void> {
  await type(words.passcode.current, "Rain on 7 roofs");
  await type(words.passcode.next, next);
  await type(words.passcode.nextAgain, again, "enter");
}
