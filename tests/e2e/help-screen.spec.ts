import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright";
import { changePin, expectHeading, openCards, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const openHelp = async (page: Page) => {
  await page.getByRole("button", { name: "Help" }).click();
  await expectHeading(page, "Help");
};
const isChecked = (page: Page) => expect(page.getByRole("main")).toHaveAttribute("data-state", "help");
const row = (page: Page, name: string) => page.getByTestId(`diagnosis-${name}`);

test("before signing in: whom to ask, what nobody asks, and what works, each with a word", async ({ page }) => {
  await expectHeading(page, "Sign in");
  await openHelp(page);
  await expect(page.getByTestId("contact-email")).toContainText("cards@partner.example");
  await expect(page.getByRole("heading", { name: "What your bank never asks" })).toBeVisible();
  await isChecked(page);
  for (const name of ["bank", "clock", "keychain"]) await expect(row(page, name)).toContainText("Works");
  await expect(row(page, "tls")).toContainText("Look at this");
  await expect(page.getByText("None since this program was started.")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expectHeading(page, "Sign in");
});

test("the bank is away: says what to do and the code, and what had failed; then it is back", async ({ launch }) => {
  const { page } = await launch({ backendUrl: "https://nothing.invalid" });
  await expectHeading(page, "This did not work");
  await openHelp(page);
  await isChecked(page);
  await expect(row(page, "bank")).toContainText("Check your internet connection, then try again.");
  await expect(row(page, "bank")).toContainText("ERR_NAME_NOT_RESOLVED");
  await expect(row(page, "bank")).toContainText("Does not work");
  await expect(row(page, "clock")).toContainText("there was none");
  await expect(page.getByTestId("recent-errors").getByRole("listitem").first()).toContainText(
    /\d\d?:\d\d:\d\d.*ERR_BACKEND_UNREACHABLE/,
  );
});

windowTest(
  "help opens while a PIN is being sent, and the change goes on under it",
  async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await openCards(page);
    const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
    await changePin(page, "7316");
    await sandbox.reached(fault);
    await openHelp(page);
    await isChecked(page);
    await expect(row(page, "bank")).toContainText("It answers.");
    await sandbox.release(fault);
    await page.getByRole("button", { name: "Back" }).click();
    await expectHeading(page, "Your PIN was changed");
  },
);

test("the report is copied and saved, and each is said", async ({ running, folder }) => {
  const { app, page } = running;
  const file = path.join(folder, "report.txt");
  await app.evaluate(({ dialog }, filePath) => {
    let asked = 0;
    dialog.showSaveDialog = async () =>
      asked++ === 0 ? { canceled: true, filePath: "" } : { canceled: false, filePath };
  }, file);
  await openHelp(page);
  await isChecked(page);
  await page.getByRole("button", { name: "Copy report" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("The report was copied.");
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain("backend: reachable\n");
  await page.getByRole("button", { name: "Save report …" }).click(); // the cardholder would rather not
  await expect(page.getByRole("main").getByRole("status")).toContainText("Looked at:");
  await page.getByRole("button", { name: "Save report …" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("The report was saved.");
  expect(await readFile(file, "utf8")).toContain("backend: reachable\n");
});

test("a report that cannot be saved says so, and the diagnosis stays", async ({ running }) => {
  const { app, page } = running;
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: "/dev/null/report.txt" });
  });
  await openHelp(page);
  await isChecked(page);
  await page.getByRole("button", { name: "Save report …" }).click();
  await expect(page.getByRole("alert")).toContainText("ERR_REPORT_NOT_SAVED");
  await expect(row(page, "bank")).toBeVisible();
  await page.getByRole("button", { name: "Check again" }).click();
  await isChecked(page);
  await expect(page.getByTestId("recent-errors")).toContainText("ERR_REPORT_NOT_SAVED");
});

windowTest("an error that the cardholder met is there to be told to support", async ({ page, sandbox }) => {
  await signIn(page, "Ada Single");
  await sandbox.addFault({ operation: "create_device", kind: "status", status: 500, shape: "A" });
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await openHelp(page);
  await expect(page.getByTestId("recent-errors")).toContainText(/ERR_\w+/);
});
