import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright";
import { rare } from "../long-form.ts";
import { changePin, expectHeading, openCards, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const openHelp = async (page: Page) => {
  await page.getByRole("button", { name: "Help" }).click();
  await expectHeading(page, "Help");
};
const isChecked = (page: Page) => expect(page.getByRole("main")).toHaveAttribute("data-state", "help");
const row = (page: Page, name: string) => page.getByTestId(`diagnosis-${name}`);
const diagnosis = (page: Page) => page.getByTestId("diagnosis");
const unfold = (page: Page) => page.getByText("What this program needs").click();

test("before signing in: how things are done, whom to ask, and what works, each with a word", async ({ page }) => {
  await expectHeading(page, "Sign in");
  await openHelp(page);
  await expect(page.getByTestId("contact-email")).toContainText("cards@partner.example");
  await page.getByText("What your bank never asks").click();
  await expect(page.getByTestId("article-phishing")).toContainText("Nobody from your bank will ever ask");
  await isChecked(page);
  await expect(diagnosis(page), "folded where all is well").not.toHaveAttribute("open");
  await unfold(page);
  for (const name of ["bank", "clock", "keychain"]) await expect(row(page, name)).toContainText("Works");
  await expect(row(page, "tls")).toContainText("Needs attention");
  await expect(page.getByText("None since this program was started.")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expectHeading(page, "Sign in");
});

test("the bank is away: says what to do and the code, and what had failed; then it is back", async ({ launch }) => {
  const { page } = await launch({ backendUrl: "https://nothing.invalid" });
  await expectHeading(page, "The program could not get ready");
  await openHelp(page);
  await isChecked(page);
  await expect(row(page, "bank"), "unfolded by itself").toBeVisible();
  await expect(row(page, "bank")).toContainText("Check your internet connection, then try again.");
  await expect(row(page, "bank")).toContainText("ERR_NAME_NOT_RESOLVED");
  await expect(row(page, "bank")).toContainText("Does not work");
  await expect(row(page, "clock")).toContainText("there was none");
  await expect(page.getByTestId("recent-errors").getByRole("listitem").first()).toContainText(
    /\d\d?:\d\d:\d\d.*ERR_BACKEND_UNREACHABLE/,
  );
});

windowTest("an answer is found by words without accents, and keys lead back to where one was", async ({ page }) => {
  await signIn(page, "Ada Single");
  const name = page.getByRole("textbox", { name: "Name of this computer" });
  await name.focus();
  await openHelp(page);
  const search = page.getByRole("searchbox", { name: "Search help" });
  await search.fill("Tán");
  await expect(page.getByTestId("articles-found")).toHaveText("1 answer found.");
  await expect(page.getByTestId("article-code")).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft"); // what is typed would be lost
  await page.keyboard.press("Escape");
  await expect(search, "Escape empties the search first").toHaveValue("");
  await expect(page.getByTestId("article-lost")).toBeVisible();
  await page.keyboard.press("Escape");
  await expectHeading(page, "Link this computer");
  await expect(name).toBeFocused();
  await page.getByRole("button", { name: "Settings" }).click();
  await expectHeading(page, "Settings");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(name).toBeFocused();
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

test("a contact is copied, and opened where the profile allows it; each says what was done", async ({ running }) => {
  const { app, page } = running;
  const opened = () => app.evaluate(() => (globalThis as { opened?: string[] }).opened);
  await app.evaluate(({ shell }) => {
    const to: string[] = [];
    Object.assign(globalThis, { opened: to });
    shell.openExternal = async (address) => void to.push(address);
  });
  await openHelp(page);
  await page.getByRole("button", { name: "Copy: Website" }).click();
  await expect(page.getByTestId("contact-said")).toHaveText("Copied: https://www.partner.example/cards");
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe("https://www.partner.example/cards");
  await page.getByRole("button", { name: "Write an email" }).click();
  await expect(page.getByTestId("contact-said")).toContainText("The program for it should open now.");
  expect(await opened()).toEqual(["mailto:cards@partner.example"]);
  expect(await page.evaluate(() => window.bridge.openContact("phone"))).toMatchObject({ ok: false });
  expect(await opened()).toHaveLength(1);
});

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
  await unfold(page);
  await page.getByRole("button", { name: "Copy report" }).click();
  await expect(diagnosis(page).getByRole("status")).toContainText("The report was copied.");
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain("backend: reachable\n");
  await page.getByRole("button", { name: "Save report…" }).click(); // the cardholder would rather not
  await expect(diagnosis(page).getByRole("status")).toContainText("Checked:");
  await page.getByRole("button", { name: "Save report…" }).click();
  await expect(diagnosis(page).getByRole("status")).toContainText("The report was saved.");
  expect(await readFile(file, "utf8")).toContain("backend: reachable\n");
});

test("a report that cannot be saved says so, and the diagnosis stays", rare, async ({ running }) => {
  const { app, page } = running;
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: "/dev/null/report.txt" });
  });
  await openHelp(page);
  await isChecked(page);
  await unfold(page);
  await page.getByRole("button", { name: "Save report…" }).click();
  await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_REPORT_NOT_SAVED");
  await expect(row(page, "bank")).toBeVisible();
  await page.getByRole("button", { name: "Check again" }).click();
  await isChecked(page);
  await expect(page.getByTestId("recent-errors")).toContainText("ERR_REPORT_NOT_SAVED");
});

windowTest("an error that the cardholder met is there to be told to support", async ({ running, sandbox }) => {
  const { app, page } = running;
  await signIn(page, "Ada Single");
  await sandbox.addFault({ operation: "create_device", kind: "status", status: 500, shape: "A" });
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "Copy error number" }).click();
  await expect(page.getByText("The error number was copied.")).toBeVisible();
  const number = await app.evaluate(({ clipboard }) => clipboard.readText());
  await expect(page.getByText(`Error number: ${number}`, { exact: true })).toBeVisible();
  await openHelp(page);
  await expect(page.getByTestId("recent-errors")).toContainText(number);
});
