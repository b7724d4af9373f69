import { askForCode, expectHeading, paste, signIn } from "./cardholder.ts";
import { expect } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const MESSAGE = "212212 is your code. Valid for 5 minutes.";

windowTest("the code comes from a whole message, over an old one, in every script", async ({ running }) => {
  const { page } = running;
  await signIn(page);
  await askForCode(page);
  const field = page.getByTestId("code-field");
  const note = page.getByTestId("code-count");

  await paste(running, MESSAGE);
  await expect(field).toHaveValue("212212");
  await expect(note).toHaveText("6 of 6 digits entered");
  await paste(running, "٣٤٣ ٤٣٤");
  await expect(field).toHaveValue("343434");
  await paste(running, "Two of them: 212212, 565656");
  await expect(note).toContainText("more than one number of six digits");
  await paste(running, "Your code is on its way.");
  await expect(note).toContainText("no number of six digits");
  await expect(field).toHaveValue("343434");

  // What arrives as if it were typed: from a telephone's own program, dictation, a test.
  await field.fill("Code: ۵۶۵ ۶۵۶ (5 min)");
  await expect(field).toHaveValue("565656");
  await expect(note).toHaveText("6 of 6 digits entered");
  await page.keyboard.press("7");
  await expect(note).toContainText("there is no room for more");

  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Numpad7");
  await expect(note).toContainText("Num Lock is off");
  await page.keyboard.insertText("２");
  await page.keyboard.insertText("١");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.imeSetComposition", { text: "۲", selectionStart: 1, selectionEnd: 1 });
  await expect(field).toHaveValue("212");
  await expect(note).toHaveText("3 of 6 digits entered");
  await page.keyboard.type("000");
  await paste(running, "Your code is on its way.");
  await expect(note).toContainText("no number of six digits");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("This is not the code");
  await expect(note).toHaveText("0 of 6 digits entered");
  await page.keyboard.type("212212");
  await page.keyboard.press("Enter");
  await expectHeading(page, "Set a device passcode");
});

windowTest("a code stays to be seen while it is checked, and goes once it was", async ({ page, sandbox }) => {
  await signIn(page);
  await askForCode(page);
  const field = page.getByTestId("code-field");
  const note = page.getByTestId("code-count");
  const held = await sandbox.addFault({ operation: "verify_challenge", kind: "hold" });
  await page.keyboard.type("000000");
  await page.keyboard.press("Enter");
  await sandbox.reached(held);
  await expect(note).toHaveText("Checking your code…");
  await expect(field).toHaveValue("000000");
  await page.keyboard.type("1");
  await page.keyboard.press("Backspace");
  await expect(field).toHaveValue("000000");
  await sandbox.clearFaults();
  await expect(page.getByRole("alert")).toContainText("This is not the code");
  await expect(field).toHaveValue("");
  await expect(field).toBeFocused();
});
