import { expect, it } from "vitest";
import type { DeviceView, Overview, WhyUnconfirmed } from "../../src-contract/bridge/views.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import { type PinChange, type Place, store } from "../../src-renderer/store.ts";
import { type LetterScreen, screenOfLetter } from "../../src-renderer/which-letter-screen.ts";
import { type AwaitingDevice, type Screen, screenOf } from "../../src-renderer/which-screen.ts";
import {
  absent,
  bound,
  cards,
  computerName,
  failed,
  sentCode,
  signedIn,
  signedOut,
} from "../screens/ordinary-answers.ts";

type State = Parameters<typeof screenOf>[0];

const overviewIn = (result: Result<Overview>) => (result.ok ? result.value : null);
const nothing: State = store.getInitialState();
const at = (device: DeviceView, more: Partial<Overview> = {}, state: Partial<State> = {}): State => ({
  ...nothing,
  overview: overviewIn(signedIn(device, more)),
  ...state,
});
const binding = (step: "request" | "passcode" | "key"): DeviceView => ({ state: "binding", step, computerName });
const awaiting = { state: "binding", step: "code", computerName, sent: sentCode(300) } as const;
const unconfirmed = (why: WhyUnconfirmed) => ({ state: "unconfirmed", why, computerName }) as const;
const [card] = cards;
const entering: PinChange = { stage: "entering", card, route: "signed" };
const changed = { outcome: "changed" } as const;
const failure = failed("ERR_BACKEND_UNREACHABLE");
const cardsBySms: Screen = { screen: "cards", computerName: null, route: "sms" };
const ownCards: Screen = { screen: "cards", computerName, route: "signed" };
const folder = "/home/ada/cardbound";
const noSms = { pinChangeRoutes: ["signed"] } as const;

const letter = { requestedAt: "2027-03-04T09:30:00Z", countsUntil: null, ended: null, linkedSince: null };
const over = { ...letter, ended: "unknown" } as const;
const requested = { state: "binding", step: "request", computerName } as const;
const lost = { state: "lost", suggestedName: null } as const;
const withLetter = (asked: NonNullable<Overview["letters"]>["asked"]) => ({ letters: { asked, waitMs: null } });
const noLetter = withLetter(null);
const onItsWay = withLetter(letter);

const consent = { isRequired: false, answer: null } as const;
const asking = { step: "binding", goOn: async () => undefined } as const;

const table: readonly [string, State, Screen][] = [
  ["nothing is known", nothing, { screen: "loading" }],
  ["nothing can be known", { ...nothing, failure }, { screen: "failed", failure }],
  [
    "nobody is signed in",
    { ...nothing, overview: overviewIn(signedOut()) },
    { screen: "sign-in", names: ["Ada Single", "Victor Many", "Finn Five"], lockedBecause: null },
  ],
  [
    "nobody is any more, whatever was under way",
    {
      ...nothing,
      overview: overviewIn(signedOut({ lockedBecause: "idle", demoCustomers: null })),
      pinChange: entering,
    },
    { screen: "sign-in", names: null, lockedBecause: "idle" },
  ],

  [
    "a sign-in waits for the browser, whatever else there is",
    at(bound, {}, { pinChange: entering, browserWait: { isLong: true } }),
    { screen: "browser-wait", isLong: true },
  ],
  [
    "a PIN change needs a newer sign-in",
    at(bound, { hasOpenChange: true }, { signInAgain: { for: "pin", card, route: "signed" } }),
    { screen: "sign-in-again" },
  ],
  ["a PIN is entered", at(bound, {}, { pinChange: entering }), { screen: "new-pin", card, route: "signed" }],
  [
    "a PIN is entered, before what else there is to see",
    at(bound, { hasOpenChange: true, unusableFolder: folder }, { pinChange: entering, place: "devices" }),
    { screen: "new-pin", card, route: "signed" },
  ],
  [
    "a PIN is sent",
    at(bound, {}, { pinChange: { stage: "sending", card, route: "sms", done: 2 } }),
    { screen: "sending", card, route: "sms", done: 2 },
  ],
  [
    "its code is awaited",
    at(absent, {}, { pinChange: { stage: "tan", card, sent: sentCode(60) } }),
    { screen: "tan", card, sent: sentCode(60) },
  ],
  [
    "it has ended",
    at(bound, {}, { pinChange: { stage: "ended", card: null, route: null, end: changed } }),
    { screen: "outcome", card: null, route: null, end: changed },
  ],

  [
    "a change waits for a sign-in, which is the newest",
    at(bound, { pausedChange: { cardId: "a-card", route: "sms" }, hasOpenChange: true }),
    { screen: "paused-change", paused: { cardId: "a-card", route: "sms" } },
  ],
  ["an earlier change is open", at(bound, { hasOpenChange: true, unusableFolder: folder }), { screen: "open-change" }],
  [
    "whether one is open is not known",
    at(absent, { unusableFolder: folder }),
    { screen: "folder", holds: "changes", folder },
  ],
  ["both were put off", at(bound, { hasOpenChange: true, unusableFolder: folder }, { looksLater: true }), ownCards],

  ["without connecting", at(absent, {}, { place: "without-linking" }), cardsBySms],
  ["without connecting, on a closed keychain", at({ state: "locked" }, {}, { place: "without-linking" }), cardsBySms],
  [
    "without connecting, where the partner does not offer it",
    at(absent, noSms, { place: "without-linking" }),
    { screen: "name-computer", why: "new", name: computerName },
  ],
  ["without connecting, and connected since", at(bound, {}, { place: "without-linking" }), ownCards],

  ["connected", at(bound), ownCards],
  [
    "connected, and no way to change a PIN",
    at(bound, { pinChangeRoutes: [] }),
    { screen: "cards", computerName, route: null },
  ],
  ["at the devices", at(bound, {}, { place: "devices" }), { screen: "devices", protection: "keychain_passcode" }],
  ["changing the passcode", at(bound, {}, { place: "change-passcode" }), { screen: "change-passcode" }],
  ["the passcode was changed", at(bound, {}, { place: "passcode-changed" }), { screen: "passcode-changed" }],
  ["the passcode is forgotten", at(bound, {}, { place: "forgotten-passcode" }), { screen: "forgotten-passcode" }],

  ...(["locked", "unavailable", "silent", "unreadable"] as const).map((state): [string, State, Screen] => [
    `the keychain is ${state}`,
    at({ state }),
    { screen: "keychain", state },
  ]),
  [
    "whether it was connected is not known",
    at({ state: "unusable-folder", folder }),
    { screen: "folder", holds: "enrolments", folder },
  ],
  ["it has just been linked", at(bound, {}, { place: "linked" }), { screen: "linked", computerName }],
  ["its key is lost", at({ state: "lost", suggestedName: null }), { screen: "name-computer", why: "lost", name: null }],
  ["not connected", at(absent), { screen: "name-computer", why: "new", name: computerName }],
  [
    "not connected, wherever the cardholder was while it was",
    at(absent, {}, { place: "devices" }),
    { screen: "name-computer", why: "new", name: computerName },
  ],
  ["connecting was begun", at(binding("request")), { screen: "name-computer", why: "resumed", name: computerName }],
  [
    "a letter is offered",
    at(absent, noLetter, { place: "letter-offer" }),
    { screen: "letter", device: absent, ...noLetter },
  ],
  [
    "no letter is offered: the bank has none",
    at(absent, {}, { place: "letter-offer" }),
    { screen: "name-computer", why: "new", name: computerName },
  ],
  [
    "letters could be asked for, and nobody needs one",
    at(absent, noLetter),
    { screen: "name-computer", why: "new", name: computerName },
  ],
  ["a letter was asked for", at(requested, onItsWay), { screen: "letter", device: requested, ...onItsWay }],
  [
    "a letter was asked for, and nothing else is there",
    at(absent, onItsWay),
    { screen: "letter", device: absent, ...onItsWay },
  ],
  ["a letter was asked for, and the key is lost", at(lost, onItsWay), { screen: "letter", device: lost, ...onItsWay }],
  [
    "it was cancelled",
    at(absent, noLetter, { place: "letter-cancelled" }),
    { screen: "letter", device: absent, ...noLetter },
  ],
  [
    "a text message came after all",
    at(awaiting, onItsWay, { place: "letter-code" }),
    { screen: "code", binding: awaiting },
  ],
  [
    "the letter's code was accepted",
    at(binding("passcode"), onItsWay, { place: "letter-code" }),
    { screen: "set-passcode" },
  ],
  ["a letter was asked for elsewhere, and this computer is linked", at(bound, onItsWay), ownCards],
  [
    "it is asked for device data",
    at(absent, { deviceConsent: consent }, { consentFor: asking }),
    { screen: "consent", consent, step: "binding" },
  ],
  ["it was to be asked, and the bank wants none by now", at(bound, {}, { consentFor: asking }), ownCards],
  ["a code is awaited", at(awaiting), { screen: "code", binding: awaiting }],
  ["the passcode is to be set", at(binding("passcode")), { screen: "set-passcode" }],
  [
    "the token's PIN is next",
    at({ state: "binding", step: "passcode", computerName, onToken: { label: "card" } }),
    { screen: "set-token-pin", onToken: { label: "card" } },
  ],
  ["the key is to be added", at(binding("key")), { screen: "finishing" }],
  ["its key was erased", at({ state: "erased", computerName }), { screen: "no-longer-linked", state: "erased" }],
  ["it was removed", at({ state: "removed", computerName }), { screen: "no-longer-linked", state: "removed" }],
  [
    "its key may be another's, without a marker",
    at(unconfirmed("no-marker")),
    { screen: "unconfirmed", device: unconfirmed("no-marker") },
  ],
  [
    "its key may be another's, with another marker",
    at(unconfirmed("other-device")),
    { screen: "unconfirmed", device: unconfirmed("other-device") },
  ],
  ["its removal was begun", at({ state: "removing" }), { screen: "removing" }],
];

it.each(table)("%s", (_name, state, screen) => {
  expect(screenOf(state)).toEqual(screen);
});

it("a failure over a screen does not change which it is", () => {
  for (const [, state, screen] of table) {
    if (state.overview !== null) expect(screenOf({ ...state, failure })).toEqual(screen);
  }
});

it("a letter is offered as soon as a text message cannot be sent", () => {
  const refused = failed("ERR_NO_MOBILE_NUMBER");
  expect(screenOf(at(absent, noLetter, { failure: refused })).screen).toBe("letter");
  expect(screenOf(at(absent, {}, { failure: refused })).screen).toBe("name-computer");
});

it.each<[string, Overview["letters"], Place, AwaitingDevice, LetterScreen]>([
  ["offered", noLetter.letters, "home", absent, { screen: "letter-offer", computerName }],
  ["cancelled", noLetter.letters, "letter-cancelled", absent, { screen: "letter-cancelled" }],
  ["on its way", onItsWay.letters, "home", absent, { screen: "letter", letter, computerName }],
  [
    "on its way, and no name is known",
    onItsWay.letters,
    "home",
    lost,
    { screen: "letter", letter, computerName: null },
  ],
  ["to be followed by another", onItsWay.letters, "letter-again", absent, { screen: "letter-again", letter }],
  ["there, with its code", onItsWay.letters, "letter-code", absent, { screen: "letter-code", computerName }],
  [
    "over, while its code is entered",
    withLetter(over).letters,
    "letter-code",
    absent,
    { screen: "letter-over", letter: over, computerName },
  ],
])("a letter is %s", (_name, letters, place, device, screen) => {
  if (letters === null) throw new Error("there is nothing to show");
  expect(screenOfLetter(letters, device, place)).toEqual(screen);
});

it("every screen is in the table", () => {
  const every: Record<Screen["screen"], true> = {
    loading: true,
    failed: true,
    "sign-in": true,
    "new-pin": true,
    sending: true,
    tan: true,
    outcome: true,
    "open-change": true,
    "paused-change": true,
    "browser-wait": true,
    "sign-in-again": true,
    folder: true,
    cards: true,
    linked: true,
    devices: true,
    "change-passcode": true,
    "passcode-changed": true,
    "forgotten-passcode": true,
    keychain: true,
    "name-computer": true,
    code: true,
    letter: true,
    consent: true,
    "set-passcode": true,
    "set-token-pin": true,
    finishing: true,
    "no-longer-linked": true,
    unconfirmed: true,
    removing: true,
  };
  expect(new Set(table.map(([, , { screen }]) => screen))).toEqual(new Set(Object.keys(every)));
});
