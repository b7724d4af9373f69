import { changePin, expectHeading, openCards } from "./cardholder.ts";
import { expect } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

windowTest(
  "a reference that cannot be copied is told as such, and is in the clipboard when it says so",
  async ({ boundComputer, running, page }) => {
    const { app } = running;
    await boundComputer();
    await openCards(page);
    await changePin(page, "7316");
    await expectHeading(page, "Your PIN was changed");
    await app.evaluate(({ clipboard }) => {
      const { writeText } = clipboard;
      clipboard.writeText = () => {
        clipboard.writeText = writeText;
        throw new Error("the system has no clipboard");
      };
    });
    const copy = page.getByRole("button", { name: "Copy the reference" });
    await copy.click();
    await expect(page.getByTestId("failure")).toContainText("Something went wrong inside this program.");
    await expect(page.getByText("Copied.", { exact: true })).toHaveCount(0);
    await copy.click();
    await expect(page.getByText("Copied.", { exact: true })).toBeVisible();
    await expect(page.getByTestId("failure")).toHaveCount(0);
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(await page.getByTestId("change-reference").textContent()).toBe(copied);
  },
);
