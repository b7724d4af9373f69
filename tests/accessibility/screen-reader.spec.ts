import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect } from "playwright/test";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { sceneNamed } from "../screens/scenes.ts";
import { openScriptedWindow, type ScriptedWindow } from "../screens/scripted-window.ts";
import { wordsIn } from "../screens/spoken-words.ts";
import { readAccessibilityTree, type Spoken, whyNotReadable } from "./accessibility-tree.ts";

/** The window as a screen reader has it: not what the page says of itself, but what arrives outside the app. */
interface Heard {
  readonly scripted: ScriptedWindow;
  readonly play: (scene: string) => Promise<void>;
  /** Waits until what is told holds, and answers it. @param holds throws where it does not yet */
  readonly hear: (holds: (tree: readonly Spoken[]) => void) => Promise<readonly Spoken[]>;
}

const test = base.extend<object, { heard: Heard }>({
  heard: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), "cardbound-heard-"));
      const bus = await startSessionKeyring(folder, "test");
      const scripted = await openScriptedWindow({
        env: { ...bus.env, ACCESSIBILITY_ENABLED: "1" },
        args: ["--force-renderer-accessibility"],
      });
      const play = (name: string) => scripted.play(sceneNamed(name), "en");
      const hear: Heard["hear"] = async (holds) => {
        let tree: readonly Spoken[] = [];
        const listen = async () => {
          tree = await readAccessibilityTree(scripted.app, bus.env);
          holds(tree);
        };
        await expect(listen).toPass({ intervals: [0] }); // reading it takes long enough
        return tree;
      };
      await use({ scripted, play, hear });
      await scripted.close();
      await bus.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: "worker" },
  ],
});

test.beforeEach(async () => {
  const why = await whyNotReadable();
  test.skip(why !== null, `SKIPPED: the accessibility tree cannot be read here. ${why}`);
});

const words = wordsIn("en");
const heading = (name: string) => `heading: ${name}`;
const button = (name: string) => `push button: ${name}`;
const password = (name: string) => `password text: ${name}`;
const entry = (name: string) => `entry: ${name}`;
const radio = (name: string) => `radio button: ${name}`;
/** As the scenes name it. */
const tokenOfScenes = "Ada’s YubiKey";
const namesOf = (tree: readonly Spoken[]) => tree.map(({ role, name }) => `${role}: ${name}`);

/** The main job, screen by screen: what has to be told of each, in this order, whatever else there is. */
const mainJob: readonly (readonly [scene: string, expected: readonly string[]])[] = [
  ["sign-in", [heading(words.signIn.title), button("Ada Single"), button("Victor Many")]],
  ["name", [heading(words.binding.nameTitle), entry(words.binding.nameLabel), button(words.binding.send)]],
  ["code", [heading(words.binding.codeTitle), entry(words.code.label), button(words.binding.link)]],
  [
    "set-passcode",
    [
      heading(words.passcode.setTitle),
      password(words.passcode.label),
      password(words.passcode.again),
      button(words.passcode.set),
    ],
  ],
  [
    "name-choice",
    [
      heading(words.binding.nameTitle),
      radio(words.token.inKeychain),
      radio(words.token.on({ label: tokenOfScenes })),
      button(words.token.look),
      button(words.binding.send),
    ],
  ],
  ["set-token-pin", [heading(words.token.setTitle), password(words.token.label), button(words.token.set)]],
  [
    "cards",
    [heading(words.cards.title), button(words.cards.devices), button(words.cards.changePinOf({ lastDigits: "1234" }))],
  ],
  [
    "new-pin",
    [
      heading(words.pin.title),
      password(words.pin.newPin),
      password(words.pin.again),
      password(words.passcode.label),
      button(words.pin.change),
      button(words.common.goBack),
    ],
  ],
  ["sending", [heading(words.sending.title)]],
  ["tan", [heading(words.tan.title), entry(words.code.label), button(words.tan.confirm)]],
  ["outcome-changed", [heading(words.outcome.changed.title), button(words.outcome.toCards)]],
];

for (const [scene, expected] of mainJob) {
  test(`a screen reader is told of ${scene}`, async ({ heard: { play, hear } }) => {
    await play(scene);
    await hear((tree) => expect(inOrder(namesOf(tree), expected)).toEqual(expected));
  });
}

test("a screen reader hears how many digits were entered, and never one of them", async ({ heard }) => {
  await heard.play("new-pin");
  const before = await heard.hear((tree) => expect(namesOf(tree)).toContain(heading(words.pin.title)));
  const typed = ["6", "9", "8", "7"]; // nothing on this screen has one of them
  expect(digitsHeard(before, typed)).toEqual([]);
  for (const [at, digit] of typed.entries()) {
    await heard.scripted.page.keyboard.press(digit);
    const said = words.pin.count({ entered: at + 1, length: 4 });
    const tree = await heard.hear((told) => {
      const field = told.find(({ role, name }) => role === "password text" && name === words.pin.newPin);
      expect(field).toMatchObject({ text: "•".repeat(at + 1), focused: true });
      expect(told.map(({ text }) => text)).toContain(said); // to be read there; what is announced of it: tests/voice
    });
    expect(digitsHeard(tree, typed)).toEqual([]);
  }
  const { show, hide } = words.reveal;
  const name = `${show}: ${words.pin.newPin}`;
  await heard.scripted.page.getByRole("button", { name, exact: true }).click();
  const shown = button(`${hide}: ${words.pin.newPin}`);
  const tree = await heard.hear((told) => expect(namesOf(told)).toContain(shown));
  expect(digitsHeard(tree, typed)).toEqual([]);
});

test("a screen reader is told at once of a PIN that breaks a rule", async ({ heard: { play, hear } }) => {
  await play("new-pin-complaint");
  const { what } = words.errors.ERR_PIN_SEQUENCE;
  await hear((tree) => expect(tree.find(({ text }) => text.startsWith(what))).toMatchObject({ live: "assertive" }));
});

test("a screen reader is told how the stages of a change stand", async ({ heard: { play, hear } }) => {
  await play("sending");
  const { encrypt, sign, send } = words.sending.stages;
  const stages = expect.arrayContaining([encrypt.done, sign.done, send.now]);
  await hear((tree) => expect(tree.map(({ text }) => text)).toEqual(stages));
});

test("a screen reader is told that the computer may be asking for its keyring's password", async ({
  heard: { play, hear },
}) => {
  await play("sign-in-keychain-asks");
  const asks = words.keychain.asks["secret-service"];
  await hear((tree) => expect(tree.find(({ text }) => text === asks)).toMatchObject({ live: "polite" }));
});

/** Those of `expected` that are found one after the other. */
function inOrder(names: readonly string[], expected: readonly string[]): string[] {
  let from = 0;
  return expected.filter((one) => {
    const at = names.indexOf(one, from);
    if (at >= 0) from = at + 1;
    return at >= 0;
  });
}

function digitsHeard(tree: readonly Spoken[], digits: readonly string[]): Spoken[] {
  return tree.filter(({ name, text }) => digits.some((digit) => name.includes(digit) || text.includes(digit)));
}
