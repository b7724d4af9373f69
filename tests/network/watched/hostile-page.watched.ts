import path from "node:path";
import { expectHeading, signIn } from "../../e2e/cardholder.ts";
import { expect } from "../../e2e/fixtures.ts";
import { noteKnown, test } from "./fixtures.ts";
import { waysToTell } from "./ways-to-tell.ts";

test("tries every way to tell something, and is left alone until it is locked", async ({ launch, servers, folder }) => {
  // Long enough for what Chromium does later, and by itself.
  const { app, page } = await launch({ args: ["--lock-quiet-ms=3000", "--lock-warning-ms=2000"] });
  await noteKnown(app, servers.backendUrl, path.join(folder, "profile"));
  await signIn(page);
  await expectHeading(page, "Link this computer");
  for (const way of Object.values(waysToTell)) await page.evaluate(way).catch(() => "refused");
  await expect(page.getByTestId("locked-notice")).toBeVisible();
});
