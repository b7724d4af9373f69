import { startOneServer } from "../unit/backend/one-server.ts";
import { fromToday, release, root } from "../unit/updates/release-kit.ts";
import { chooseCard, expectHeading, openCards } from "./cardholder.ts";
import { test as base, expect } from "./fixtures.ts";

const test = base.extend<{
  /** An update server that answers 503 until it is given a release, and what tells the app of it. */
  readonly updates: { give(text: string): void; readonly args: readonly string[] };
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  updates: async ({}, use) => {
    let given: string | null = null;
    const server = await startOneServer((request, response) => {
      if (given === null) response.writeHead(503).end();
      else if (request.url === "/targets.json") response.end(given);
      else response.writeHead(404).end();
    });
    const profile = { address: server.origin, root: root({ days: fromToday(100) }) };
    const give = (text: string) => {
      given = text;
    };
    await use({ give, args: [`--updates=${JSON.stringify(profile)}`] });
    await server.close();
  },
});

const version99 = (minimum: string) =>
  release({ days: fromToday(20), packages: {}, said: { version: "99.0.0", minimum_version: minimum } });

test("a server of updates that is away disturbs nobody, and whoever looks again sees what it then has", async ({
  boundComputer,
  launch,
  updates,
}) => {
  await boundComputer();
  const { page } = await launch({ args: updates.args });
  await openCards(page);
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await page.getByTestId("about").locator("summary").first().click();
  const about = page.getByTestId("newest-version");
  await expect(about).toContainText("could not find out whether there is a newer version");
  await expect(page.getByTestId("update-notice")).toHaveCount(0);
  await about.getByRole("button", { name: "Look again" }).click();
  await expectHeading(page, "Newer versions");
  await expect(page.getByTestId("failure")).toContainText("Nothing changes until then.");
  updates.give(version99("0.0.1"));
  await page.getByRole("button", { name: "Look again" }).click();
  await expectHeading(page, "A newer version");
  await expect(page.getByRole("main")).toContainText("Version 99.0.0 is available.");
  await expect(page.getByTestId("failure")).toHaveCount(0);
});

test("below the minimum no PIN change begins, which is said with the cards and when one tries", async ({
  boundComputer,
  launch,
  sandbox,
  updates,
}) => {
  updates.give(version99("99.0.0"));
  await boundComputer();
  const { page } = await launch({ args: updates.args });
  await openCards(page);
  await expect(page.getByTestId("update-notice")).toContainText("no longer allows PIN changes");
  await chooseCard(page);
  await expect(page.getByTestId("failure")).toContainText("ERR_UPDATE_REQUIRED");
  expect(await sandbox.arrivals("pin_update")).toBe(0);
});
