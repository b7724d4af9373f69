import type { Page } from "playwright";
import { sceneNamed } from "../screens/scenes.ts";
import { wordsIn } from "../screens/spoken-words.ts";
import { expect, test } from "../screens/window-fixture.ts";

const words = wordsIn("en");
const { goBack } = words.common;

/** What Escape and Alt+Left press in a scene; null where they press nothing. */
const pressed: Readonly<Record<string, string | null>> = {
  "new-pin-complaint": goBack,
  tan: goBack,
  "tan-busy": null,
  sending: null,
  devices: goBack,
  "devices-asking": words.devices.keep,
  "change-passcode-complaint": goBack,
  "change-passcode-busy": null,
  "forgotten-passcode": goBack,
  linked: words.linked.toCards,
  "outcome-changed": words.outcome.toCards,
  "passcode-changed": words.outcome.toCards,
  "sign-in-waiting": words.browserWait.cancel,
  "sign-in-again": words.signInAgain.notNow,
  "set-passcode": null,
  help: goBack,
  settings: words.common.done,
  proxy: goBack,
};

/** The buttons that are pressed from now on and take it, by name; none of them does anything any more. */
async function recordPresses(page: Page): Promise<() => Promise<string[]>> {
  const names = await page.evaluateHandle(() => {
    const pressed: string[] = [];
    const record = (event: Event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button?.getAttribute("aria-disabled") === "true") return;
      event.stopPropagation();
      pressed.push(button?.textContent ?? "?");
    };
    window.addEventListener("click", record, { capture: true });
    return pressed;
  });
  return () => names.evaluate((all) => all.splice(0));
}

for (const [scene, button] of Object.entries(pressed)) {
  test(`${scene}: the keys for it go back as the button does`, async ({ scripted: { page, play } }) => {
    await play(sceneNamed(scene), "en");
    const takePresses = await recordPresses(page);
    const expected = button === null ? [] : [button];
    for (const key of ["Escape", "Alt+ArrowLeft"]) {
      await page.keyboard.press(key);
      expect(await takePresses(), key).toEqual(expected);
    }
    for (const key of ["Shift+Escape", "ArrowLeft", "Control+Alt+ArrowLeft"]) await page.keyboard.press(key);
    expect(await takePresses()).toEqual([]);
  });
}
