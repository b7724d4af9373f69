import { runs } from "../long-form.ts";
import { wordsIn } from "../screens/spoken-words.ts";
import { test } from "./voice-fixtures.ts";

const words = wordsIn("en");
const heading = (title: string) => `${title} heading level 1.`;
const button = (name: string) => `${name} push button.`;
const password = (name: string) => `${name} password text.`;
const step = (name: string, number: number) => words.common.stepOf({ step: number, steps: 4, name });
const pinCount = (entered: number) => words.pin.count({ entered, length: 4 });
const codeCount = (entered: number) => words.code.count({ entered, length: 6 });

for (const how of runs([], ["told"])) {
  test(`without a link: a PIN change that a code confirms is ${how}`, async ({ listener, sandbox }) => {
    const { page, keyboard, hear, hearAtLast, tabTo } = listener;
    const { press } = keyboard;
    await hearAtLast(heading(words.signIn.title));
    await tabTo("Ada Single");
    await press("Return");
    await hearAtLast(heading(words.binding.nameTitle), `${step(words.binding.steps.name, 1).replace("4", "3")}.`);
    await tabTo(words.binding.withoutLinking);
    await press("Return");
    await hear("main content", heading(words.cards.title));
    const shown = await page.evaluate(() => ({
      card: document.querySelector("main li p")?.textContent ?? "",
      button: document.querySelector("main li button")?.ariaLabel ?? "",
    }));
    await tabTo(shown.button);
    await press("Return");
    const inPin = `main content ${words.pin.title}. ${step(words.pin.steps.pin, 2)}. ${shown.card}`;
    await hear(inPin, password(words.pin.newPin), words.pin.rules);
    await keyboard.type("7305");
    await hear("•", pinCount(4));
    await press("Return");
    await hear(password(words.pin.again), words.pin.againHint);
    await keyboard.type("7305");
    await hear("•", pinCount(4));
    await press("Return");
    const inTan = `main content ${words.tan.title}. ${step(words.pin.steps.code, 3)}. ${shown.card}`;
    await hearAtLast(inTan, `${words.code.label} entry.`, words.code.hint);
    // The same error twice is told twice.
    for (const wrong of ["000000", "111111"]) {
      await keyboard.type(wrong);
      await hear(...wrong, codeCount(6));
      await press("Return");
      const { ERR_TAN_REFUSED: refused } = words.errors;
      await hear(`${refused.what} ${refused.next}`);
    }
    const message = (await sandbox.inbox()).at(-1);
    await keyboard.type(message?.code ?? "");
    await hear(...(message?.code ?? ""), codeCount(6));
    await press("Return");
    await hear("main content", heading(words.outcome.changed.title), `${shown.card}. ${words.outcome.changed.what}`);
  });

  test.describe("somebody who is away", () => {
    test.use({ options: { args: ["--lock-quiet-ms=4000", "--lock-warning-ms=4000"] } });

    test(`is ${how} that they will be signed out, and why they were`, async ({ listener }) => {
      const { keyboard, hearAtLast, hear, tabTo } = listener;
      await hearAtLast(heading(words.signIn.title));
      await tabTo("Ada Single");
      await keyboard.press("Return");
      await hearAtLast(heading(words.binding.nameTitle), `${step(words.binding.steps.name, 1).replace("4", "3")}.`);
      await hear(words.lock.what);
      // Before it, in any order, what Orca says of a window that is loaded anew.
      await hearAtLast(`${words.signIn.locked.idle} ${words.signIn.lockedNext}`);
    });
  });

  test(`Help and Settings are ${how}`, async ({ listener }) => {
    const { keyboard, hearAtLast, hear, tabTo } = listener;
    await hearAtLast(heading(words.signIn.title));
    await tabTo(words.common.help);
    await keyboard.press("Return");
    await hear("leaving navigation.", "leaving banner.", "main content", heading(words.help.title));
    await keyboard.press("Escape");
    await hear("main content", "List with 5 items.", button("Finn Five"));
    await tabTo(words.common.settings);
    await keyboard.press("Return");
    await hear("leaving navigation.", "leaving banner.", "main content", heading(words.settings.title));
  });
}
