import { describe, expect, it } from "vitest";
import {
  cardsState,
  codeState,
  devicesState,
  helpState,
  letterCodeState,
  letterOverState,
  letterState,
  nameComputerState,
  newPinState,
  passcodeState,
  settingsState,
  updateState,
} from "../../src-renderer/screen-states.ts";
import { signInState } from "../../src-renderer/sign-in-states.ts";

/** Each row has one thing more than those below it: what is above wins over what is below. */
type Rows<Now, State> = readonly [Partial<Now>, State][];
function winsInOrder<Now extends object, State>(
  name: string,
  stateOf: (now: Now) => State,
  usual: Now,
  rows: Rows<Now, State>,
): void {
  describe(name, () => {
    it.each(rows)("%o: %s", (now, state) => {
      expect(stateOf({ ...usual, ...now })).toBe(state);
    });
    it("each of them wins over those that come after it", () => {
      let all = usual;
      for (const [now, state] of [...rows].reverse()) {
        all = { ...all, ...now };
        expect(stateOf(all)).toBe(state);
      }
    });
  });
}

winsInOrder(
  "a one-time code",
  codeState,
  { isBusy: false, isIncomplete: false, isExpired: false, hasFailed: false, isSoonOver: false },
  [
    [{ isBusy: true }, "-busy"],
    [{ isIncomplete: true }, "-incomplete"],
    [{ isExpired: true }, "-expired"],
    [{ hasFailed: true }, "-failed"],
    [{ isSoonOver: true }, "-ending"],
    [{}, ""],
  ],
);

winsInOrder(
  "the code of a letter",
  letterCodeState,
  { isBusy: false, isIncomplete: false, hasFailed: false, hasToWait: false },
  [
    [{ isBusy: true }, "letter-code-busy"],
    [{ isIncomplete: true }, "letter-code-incomplete"],
    [{ hasFailed: true }, "letter-code-failed"],
    [{ hasToWait: true }, "letter-code-waits"],
    [{}, "letter-code"],
  ],
);

const asking = { hasFailed: false, hasToWait: false };
for (const screen of ["letter-offer", "letter-again"] as const) {
  winsInOrder(screen, (now: typeof asking) => letterState(screen, now), asking, [
    [{ hasFailed: true }, `${screen}-failed`],
    [{ hasToWait: true }, `${screen}-waits`],
    [{}, screen],
  ]);
}
winsInOrder("a letter whose code counts no more", (now: typeof asking) => letterOverState("early", now), asking, [
  [{ hasFailed: true }, "letter-over-failed"],
  [{ hasToWait: true }, "letter-over-waits"],
  [{}, "letter-over-early"],
]);

const form = { isBusy: false, hasComplaint: false, hasFailed: false };

describe.each(["set-passcode", "change-passcode"] as const)("%s", (screen) => {
  winsInOrder("the form", (now: typeof form) => passcodeState(screen, now), form, [
    [{ isBusy: true }, `${screen}-busy`],
    [{ hasComplaint: true }, `${screen}-complaint`],
    [{ hasFailed: true }, `${screen}-failed`],
    [{}, screen],
  ]);
});

winsInOrder("a new PIN", newPinState, { ...form, isGuessable: false, hasFewAttemptsLeft: false }, [
  [{ isBusy: true }, "new-pin-busy"],
  [{ hasComplaint: true }, "new-pin-complaint"],
  [{ hasFailed: true }, "new-pin-failed"],
  [{ isGuessable: true }, "new-pin-guessable"],
  [{ hasFewAttemptsLeft: true }, "new-pin-last-attempts"],
  [{}, "new-pin"],
]);

const byName = { byNames: true, isNoCardholder: false, hasFailed: false, isLocked: false };
winsInOrder("signing in", signInState, byName, [
  [{ hasFailed: true }, "sign-in-failed"],
  [{ isLocked: true }, "sign-in-locked"],
  [{}, "sign-in"],
]);

winsInOrder("signing in with the browser", signInState, { ...byName, byNames: false }, [
  [{ isNoCardholder: true }, "sign-in-no-cardholder"],
  [{ hasFailed: true }, "sign-in-browser-failed"],
  [{ isLocked: true }, "sign-in-browser-locked"],
  [{}, "sign-in-browser"],
]);

type Naming = Parameters<typeof nameComputerState>[0];
const naming: Naming = {
  why: "new",
  isLooking: false,
  isFull: false,
  hasNoCards: false,
  hasFailed: false,
  isEmpty: false,
  hasToWait: false,
  hasChoice: false,
  isKeyLeft: false,
};
winsInOrder("the name of a computer", nameComputerState, naming, [
  [{ isLooking: true }, "name-looking"],
  [{ hasNoCards: true }, "name-no-cards"],
  [{ isFull: true }, "limit"],
  [{ hasFailed: true }, "name-failed"],
  [{ isEmpty: true }, "name-empty"],
  [{ hasToWait: true }, "name-waits"],
  [{ why: "lost" }, "name-lost"],
  [{ isKeyLeft: true }, "name-key-left"],
  [{ hasChoice: true }, "name-choice"],
  [{}, "name"],
]);
it("the name of a computer that was begun to be connected", () => {
  expect(nameComputerState({ ...naming, why: "resumed" })).toBe("name-resumed");
});

type CardsNow = Parameters<typeof cardsState>[0];
const some = { count: 2, isWhole: true };
winsInOrder<CardsNow, ReturnType<typeof cardsState>>(
  "cards",
  cardsState,
  { hasFailed: false, list: some, hasToWait: false, isLinked: true },
  [
    [{ hasFailed: true }, "cards-failed"],
    [{ list: null }, "cards-loading"],
    [{ list: { count: 0, isWhole: true } }, "cards-none"],
    [{ list: { count: 0, isWhole: false } }, "cards-none-shown"],
    [{ hasToWait: true }, "cards-wait"],
    [{ isLinked: false }, "cards-not-linked"],
    [{ list: { count: 2, isWhole: false } }, "cards-left-out"],
    [{}, "cards"],
  ],
);

type DevicesNow = Parameters<typeof devicesState>[0];
const devicesNow = { hasFailed: false, list: some, removed: null, isOnToken: false };
winsInOrder<DevicesNow, ReturnType<typeof devicesState>>("devices", devicesState, devicesNow, [
  [{ hasFailed: true }, "devices-failed"],
  [{ list: null }, "devices-loading"],
  [{ removed: "loading" }, "devices-removed-loading"],
  [{ removed: "none" }, "devices-removed-none"],
  [{ removed: "untold" }, "devices-removed-untold"],
  [{ removed: "some" }, "devices-removed"],
  [{ list: { count: 1, isWhole: false } }, "devices-left-out"],
  [{ isOnToken: true }, "devices-on-token"],
  [{}, "devices"],
]);

winsInOrder("help", helpState, { hasFailed: false, hasFindings: true }, [
  [{ hasFailed: true }, "help-failed"],
  [{ hasFindings: false }, "help-checking"],
  [{}, "help"],
]);

winsInOrder("settings", settingsState, { hasFailed: false, wasBlank: false }, [
  [{ hasFailed: true }, "settings-failed"],
  [{ wasBlank: true }, "settings-blank-start"],
  [{}, "settings"],
]);

winsInOrder(
  "a newer version",
  updateState,
  { hasFailed: false, isDownloading: false, isFetched: false, isRequired: false },
  [
    [{ hasFailed: true }, "update-failed"],
    [{ isDownloading: true }, "update-downloading"],
    [{ isFetched: true }, "update-ready"],
    [{ isRequired: true }, "update-required"],
    [{}, "update"],
  ],
);
