import type { Settings, SettingsView } from "../../src-contract/bridge/settings-view.ts";
import type {
  CardListView,
  CardView,
  DeviceListView,
  DeviceView,
  Overview,
  RemovedDevicesView,
  SentCode,
  TokenLabel,
  TokenView,
} from "../../src-contract/bridge/views.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import type { Failure, FailureDetails, Result } from "../../src-contract/errors/result.ts";
import type { Language } from "../../src-contract/rules/languages.ts";
import type { SpokenLanguage } from "../../src-renderer/words/words.ts";
import type { Answers } from "./scene.ts";

/** When all scenes play: the window's clock stands still, so that no picture depends on when it was taken. */
export const now = new Date("2027-03-08T09:30:00Z");

/** A moment in the scenes, as main and the servers write it. */
export const inSeconds = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (code: ErrorCode, details: FailureDetails = {}): Failure => ({ ok: false, code, ...details });

/** An id such as Solaris gives, for support. */
export const supportId = "b8a5f2d0-6c1e-4c1b-9d57-3f0e2a41c7d9";

const nobody: Overview = {
  version: "1.0.0",
  signInBy: "names",
  demoCustomers: ["Ada Single", "Victor Many", "Finn Five"],
  customer: null,
  device: null,
  lockedBecause: null,
  lock: { quietMs: 240_000, warningMs: 60_000 },
  codeCoolDownMs: 30_000,
  browserHintMs: 20_000,
  hasOpenChange: false,
  pausedChange: null,
  unusableFolder: null,
  pinChangeRoutes: [],
  waits: { pin_change: null, binding: null, code: null },
  letters: null,
  deviceConsent: null,
  protection: "keychain_passcode",
  bankTime: now.getTime(),
};

/** Nobody is signed in. */
export const signedOut = (more: Partial<Overview> = {}) => ok({ ...nobody, ...more });

/** Somebody is signed in, at a computer in this state. */
export const signedIn = (device: DeviceView, more: Partial<Overview> = {}) =>
  ok<Overview>({
    ...nobody,
    customer: { name: "Ada Single", number: 0 },
    device,
    pinChangeRoutes: ["signed", "sms"],
    ...more,
  });

export const computerName = "Ada’s ThinkPad";
export const absent: Extract<DeviceView, { state: "absent" }> = { state: "absent", suggestedName: computerName };
export const bound: Extract<DeviceView, { state: "bound" }> = { state: "bound", computerName, passcodeAttemptsLeft: 5 };
/** A token, as it names itself. */
export const onToken: TokenLabel = { label: "Ada’s YubiKey" };
export const token: TokenView = { id: "9b2f1c04-5a5e-4c0f-8d11-6f1f5a3e7d20", ...onToken };
/** The same computer, with its key on that. */
export const boundToToken: DeviceView = { ...bound, onToken };
/** @param secondsLeft how long it still counts */
export const sentCode = (secondsLeft: number): SentCode => ({ id: "a-code", validForMs: secondsLeft * 1000 });
/** @param secondsLeft how long the code is still valid, by the record */
export const awaitingCode = (secondsLeft: number, said: Pick<SentCode, "isOver"> = {}): DeviceView => ({
  state: "binding",
  step: "code",
  computerName,
  sent: { ...sentCode(secondsLeft), ...said },
});

/** An ordinary card, and one of each kind that is shown in another way. */
export const cards: readonly [CardView, ...CardView[]] = [
  card("1234", { type: "MASTERCARD_DEBIT" }),
  card("0815", { type: "VIRTUAL_VISA_CREDIT", expires: "11/29" }),
  card("4711", { type: "MASTERCARD_BUSINESS_DEBIT", status: "BLOCKED", pinChange: "with-note" }),
  card("9002", { type: "VISA_DEBIT", status: "STOLEN", pinChange: "not-allowed" }),
  card("5566", { type: "VISA_DEBIT", expires: "04/27" }),
  card("2290", { type: "MASTERCARD_FREELANCE_DEBIT", status: "INACTIVE", pinChange: "with-note" }),
  card("6071", { type: "VIRTUAL_VISA_DEBIT", status: "CLOSED", pinChange: "not-allowed" }),
  card("3318", { type: "GIROCARD_DEBIT", expires: "01/27" }),
];

function card(lastDigits: string, more: Partial<CardView>): CardView {
  return {
    id: `card-${lastDigits}`,
    maskedNumber: `550000******${lastDigits}`,
    nameOnCard: "ADA SINGLE",
    type: "",
    expires: "04/30",
    status: "ACTIVE",
    pinChange: "allowed",
    ...more,
  };
}

/** As a whole list, where nothing else is said. */
export const cardList = (listed: readonly CardView[], missing: Partial<CardListView> = {}): CardListView => ({
  cards: listed,
  cardsLeftOut: 0,
  accountsLeftOut: 0,
  isCutShort: false,
  ...missing,
});

type ListedDevice = DeviceListView["devices"][number];
export const thisComputer: ListedDevice = {
  id: "device-1",
  name: computerName,
  boundAt: "2026-11-02T08:00:00Z",
  lastUsedAt: "2027-03-06T18:20:00Z",
  isThisComputer: true,
};
export const oldPhone: ListedDevice = {
  id: "device-2",
  name: "Old phone",
  boundAt: "2024-05-17T12:00:00Z",
  lastUsedAt: "2024-12-23T09:12:00Z",
  isThisComputer: false,
};

export const deviceList = (devices: readonly ListedDevice[], leftOut = 0): DeviceListView => ({
  devices,
  limit: 5,
  leftOut,
});

/** As a whole list, where nothing else is said. */
export const removedDevices = (missing: Partial<RemovedDevicesView> = {}): RemovedDevicesView => ({
  devices: [
    { id: "device-3", name: "Tablet in the kitchen", removedAt: "2027-01-19T11:00:00Z" },
    { id: "device-4", name: "Work laptop", removedAt: "2025-08-30T07:45:00Z" },
  ],
  leftOut: 0,
  isCutShort: false,
  ...missing,
});

/** As at the first start, on a computer that can do everything. */
export const firstSettings: Settings = {
  language: "system",
  theme: "system",
  textSize: 100,
  keypad: "off",
  hidesFromCapture: true,
  softwareRendering: false,
};

/** What main says where a scene does not say otherwise: a linked computer, and one card. */
export function ordinaryAnswers(language: SpokenLanguage, settings: Partial<SettingsView> = {}): Answers {
  return {
    getSettings: ok({
      settings: firstSettings,
      language: language as Language, // main itself has no pseudo-languages, and the window of a development build has
      captureHiding: "works",
      screenReader: false,
      rendering: { now: "hardware", because: null, changesAtNextStart: false },
      keychain: "secret-service",
      ...settings,
    }),
    getOverview: signedIn(bound),
    replayEvents: ok(null),
    getQuietTime: ok(0),
    noteActivity: ok(0),
    listDevices: ok(deviceList([thisComputer, oldPhone])),
    listRemovedDevices: ok(removedDevices()),
    listCards: ok(cardList(cards.slice(0, 1))),
    beginPinEntry: ok(null),
    enterPasscode: ok(null),
    getUpdate: ok(null),
  };
}
