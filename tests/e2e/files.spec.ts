import { execFileSync } from "node:child_process";
import { chmod, mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { expectHeading, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

test.skip(process.platform === "win32", "SKIPPED: Windows has no pipes among files, and no modes.");

test("whatever lies where a small file of ours is expected holds up no start", async ({ launch, folder }) => {
  const profile = path.join(folder, "profile");
  await mkdir(profile);
  execFileSync("mkfifo", [path.join(profile, "settings.json")]);
  await symlink("/dev/zero", path.join(profile, "rendering.json"));
  await writeFile(path.join(profile, "window.json"), "");
  await truncate(path.join(profile, "window.json"), 2 ** 40);
  const { page } = await launch();
  await expectHeading(page, "Sign in");
});

test("says which folder cannot be used and what is not known, goes on as far as is true, and on once it can be", async ({
  launch,
  folder,
}) => {
  const changes = path.join(folder, "profile", "changes");
  const enrolments = path.join(folder, "profile", "enrolments");
  await mkdir(path.join(folder, "profile"));
  await mkdir(changes, { mode: 0o000 });
  await writeFile(enrolments, "in the way");
  const { page } = await launch();

  await signIn(page);
  await expect(page.getByRole("main")).toHaveAttribute("data-state", "folder-changes");
  await expect(page.getByTestId("folder")).toHaveText(`Folder: ${changes}`);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByTestId("folder")).toHaveText(`Folder: ${changes}`);
  await page.getByRole("button", { name: "Go on without it" }).click();
  await expect(page.getByRole("main")).toHaveAttribute("data-state", "folder-enrolments");
  await expect(page.getByTestId("folder")).toHaveText(`Folder: ${enrolments}`);

  await page.getByRole("button", { name: "Change a PIN without linking" }).click();
  await page
    .getByRole("button", { name: /^Change PIN of/ })
    .first()
    .click();
  await expect(page.getByRole("alert")).toContainText("A folder of this program cannot be used.");
  await expect(page.getByRole("main").getByTestId("failure")).toContainText(changes);

  await chmod(changes, 0o700);
  await page
    .getByRole("button", { name: /^Change PIN of/ })
    .first()
    .click();
  await expectHeading(page, "Choose a new PIN");
});
