import type { BridgeMethod } from "../../src-contract/bridge/bridge-methods.ts";
import { wordsIn } from "../../src-testing/app-words.ts";
import { type Screens, screensOf } from "../../src-testing/screens/all-screens.ts";
import { sceneNamed } from "../screens/scenes.ts";
import { expect, test } from "../screens/window-fixture.ts";

// The objects of screens that few tests come to find their screen and its buttons, in another language than the tests' own.

type Act = (screens: Screens) => Promise<void>;

/** The scene; how one sees that its screen is there; what one does, and what main is asked by that. */
const rows: readonly (readonly [string, Act, Act, BridgeMethod])[] = [
  [
    "removed",
    ({ noLongerLinked }) => noLongerLinked.expectRemoved(),
    ({ noLongerLinked }) => noLongerLinked.linkAgain(),
    "startAnew",
  ],
  [
    "erased",
    ({ noLongerLinked }) => noLongerLinked.expectErased(),
    ({ noLongerLinked }) => noLongerLinked.withoutLinking(),
    "listCards",
  ],
  [
    "keychain-locked",
    ({ keychain }) => keychain.expectShown("locked"),
    ({ keychain }) => keychain.tryAgain(),
    "getOverview",
  ],
  [
    "keychain-unavailable",
    ({ keychain }) => keychain.expectShown("unavailable"),
    ({ keychain }) => keychain.tryAgain(),
    "getOverview",
  ],
  [
    "keychain-silent",
    ({ keychain }) => keychain.expectShown("silent"),
    ({ keychain }) => keychain.tryAgain(),
    "getOverview",
  ],
  [
    "keychain-unreadable",
    ({ keychain }) => keychain.expectShown("unreadable"),
    ({ keychain }) => keychain.tryAgain(),
    "getOverview",
  ],
  ["no-marker", ({ foundKey }) => foundKey.expectShown("no-marker"), ({ foundKey }) => foundKey.use(), "adoptDevice"],
  [
    "other-device",
    ({ foundKey }) => foundKey.expectShown("other-device"),
    ({ foundKey }) => foundKey.linkAgain(),
    "startAnew",
  ],
  [
    "open-change-failed",
    ({ openChange }) => openChange.expectShown(),
    ({ openChange }) => openChange.tryAgain(),
    "settleOpenChange",
  ],
  [
    "open-change-failed",
    ({ openChange }) => openChange.expectShown(),
    ({ openChange }) => openChange.notNow(),
    "listCards",
  ],
  [
    "paused-change",
    ({ pausedChange }) => pausedChange.expectShown(),
    ({ pausedChange }) => pausedChange.send(),
    "sendPausedChange",
  ],
  [
    "paused-change-failed",
    ({ pausedChange }) => pausedChange.expectShown(),
    ({ pausedChange }) => pausedChange.send("Rain on 7 roofs"),
    "enterPasscode",
  ],
  [
    "paused-change",
    ({ pausedChange }) => pausedChange.expectShown(),
    ({ pausedChange }) => pausedChange.giveUp(),
    "endPinChange",
  ],
  [
    "sign-in-again",
    ({ signInAgain }) => signInAgain.expectShown(),
    ({ signInAgain }) => signInAgain.withBrowser(),
    "signInWithBrowser",
  ],
  [
    "sign-in-again",
    ({ signInAgain }) => signInAgain.expectShown(),
    ({ signInAgain }) => signInAgain.notNow(),
    "listCards",
  ],
  [
    "forgotten-passcode",
    ({ forgottenPasscode }) => forgottenPasscode.expectShown(),
    ({ forgottenPasscode }) => forgottenPasscode.linkAgain(),
    "startAnew",
  ],
  [
    "change-passcode",
    ({ changePasscode }) => changePasscode.expectShown(),
    ({ changePasscode }) => changePasscode.change("Rain on 7 roofs", "Snow on 9 hills"),
    "changePasscode",
  ],
];

test("each is found by the app's own words, and its button does what it says", async ({ scripted }) => {
  const screens = screensOf({ page: scripted.page, words: wordsIn("fr") });
  for (const [name, isShown, act, method] of rows) {
    await test.step(`${name}: ${method}`, async () => {
      await scripted.play(sceneNamed(name), "fr");
      await isShown(screens);
      const before = (await scripted.asked()).length;
      await act(screens);
      await expect.poll(async () => (await scripted.asked()).slice(before)).toContain(method);
    });
  }
});
