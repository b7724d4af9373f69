import { PASSCODE } from "../e2e/cardholder.ts";
import { wordsIn } from "../screens/spoken-words.ts";
import { expect, type Listener, test } from "./voice-fixtures.ts";

const words = wordsIn("en");
const heading = (title: string) => `${title} heading level 1.`;
const password = (name: string) => `${name} password text.`;
const step = (name: string, number: number) => words.common.stepOf({ step: number, steps: 3, name });
const pinCount = (entered: number) => words.pin.count({ entered, length: 4 });
const codeCount = (entered: number) => words.code.count({ entered, length: 6 });
const passcodeCount = words.passcode.count({ entered: PASSCODE.length });

/** Types a secret, of which only how long it is may be told. */
async function enter({ keyboard, hear }: Listener, secret: string, count: string): Promise<void> {
  await keyboard.type(secret);
  await hear("•", count);
}

async function wipeSlots({ keyboard, hear }: Listener): Promise<void> {
  await keyboard.press("BackSpace", "BackSpace", "BackSpace", "BackSpace");
  await hear("•", pinCount(0));
}

test("Orca tells the whole job, from the sign-in to a changed PIN, each thing once", async ({ listener, sandbox }) => {
  const { page, keyboard, hear, hearTogether, hearAtLast, tabTo } = listener;
  const { press } = keyboard;

  // The page's first words are all of it: that is Orca's way with a page that it does not know.
  await hearAtLast(heading(words.signIn.title));
  await tabTo("Ada Single");
  await press("Return");

  await hear("main content", heading(words.binding.nameTitle), `${step(words.binding.steps.name, 1)}.`);
  await press("Tab");
  await hear(expect.stringMatching(`^${words.binding.nameLabel} entry .+ selected\\.$`), words.binding.nameHint);
  await press("Return");

  const inCode = `main content ${words.binding.codeTitle}. ${step(words.binding.steps.code, 2)}`;
  await hear(inCode, `${words.code.label} entry.`, words.code.hint);
  await press("Return");
  await hear(words.code.incomplete);
  await keyboard.type("000000");
  await hear(..."000000", codeCount(6)); // Orca's own echo of a field that can be read
  await press("Return");
  const { ERR_CODE_REFUSED: refused } = words.errors;
  await hear(`${refused.what} ${refused.next}`);
  const [message] = await sandbox.inbox();
  await keyboard.type(message?.code ?? "");
  await hear(...(message?.code ?? ""), codeCount(6));
  await press("Return");

  const inPasscode = `main content ${words.passcode.setTitle}. ${step(words.binding.steps.passcode, 3)}`;
  await hear(inPasscode, password(words.passcode.label), words.passcode.rules);
  await press("Return");
  await hear(words.passcode.empty);
  await enter(listener, PASSCODE, `${passcodeCount}. ${words.passcode.strength.strong}`);
  await press("Return");
  await hear(password(words.passcode.again));
  await enter(listener, PASSCODE, passcodeCount);
  await press("Return");

  await hear("main content", heading(words.linked.title), words.linked.what);
  await tabTo(words.linked.toCards);
  await press("Return");
  await hear("main content", heading(words.cards.title));
  const shown = await page.evaluate(() => ({
    card: document.querySelector("main li p")?.textContent ?? "",
    button: document.querySelector("main li button")?.ariaLabel ?? "",
  }));
  const { card } = shown;
  await tabTo(shown.button);
  await press("Return");

  const inPin = `main content ${words.pin.title}. ${step(words.pin.steps.pin, 2)}. ${card}`;
  await hear(inPin, password(words.pin.newPin), words.pin.rules);
  for (const [at, digit] of [..."1234"].entries()) {
    await press(digit);
    await hear("•", pinCount(at + 1));
  }
  await press("Return");
  const { ERR_PIN_SEQUENCE: inOrder } = words.errors;
  await hear(`${inOrder.what} ${inOrder.next}`);
  await wipeSlots(listener);
  await keyboard.type("1985");
  await hear("•", `${words.advice.title} ${words.advice.reasons.year}`, pinCount(4));
  await press("Return");
  await hear(words.advice.notYet);
  await wipeSlots(listener);
  await enter(listener, "7305", pinCount(4));
  await press("Return");
  await hear(password(words.pin.again), words.pin.againHint);
  await enter(listener, "7306", pinCount(4));
  await press("Return");
  await hearTogether([password(words.pin.newPin), words.pin.rules], words.pin.mismatch);
  await enter(listener, "7305", pinCount(4));
  await press("Return");
  await hear(password(words.pin.again), words.pin.againHint);
  await enter(listener, "7305", pinCount(4));
  await press("Return");
  await hear(password(words.passcode.label), words.pin.passcodeHint);
  await enter(listener, "wrong", words.passcode.count({ entered: 5 }));
  await press("Return");
  const { ERR_PASSCODE_WRONG: wrong } = words.errors;
  await hear(`${wrong.what} ${words.passcode.attemptsLeft({ left: 4 })} ${wrong.next}`);

  await enter(listener, PASSCODE, passcodeCount);
  const held = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
  await press("Return");
  await hear(
    "main content",
    heading(words.sending.title),
    `${step(words.pin.steps.pin, 2)}. ${card}.`,
    words.sending.stages.answer.now,
  );
  await sandbox.release(held);
  await hear("main content", heading(words.outcome.changed.title), `${card}. ${words.outcome.changed.what}`);
  await press("Tab"); // whatever was told too late or twice would be heard before what comes now
  await hearAtLast(expect.stringContaining("push button."));
});
