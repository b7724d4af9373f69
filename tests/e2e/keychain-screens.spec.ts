import { rm } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright";
import { lockKeyring } from "../keychain/run-device-child.ts";
import { askForCode, bindComputer, enterCode, expectCards, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

test.skip(process.platform !== "linux", "SKIPPED: these tests lock and empty a gnome-keyring, which only Linux has.");

const expectHeading = (page: Page, name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const tryAgain = (page: Page) => page.getByRole("button", { name: "Try again" }).click();

test("locked: says so and what to do, makes nothing, and goes on once it is unlocked", async ({
  launch,
  startKeyring,
}) => {
  const keyring = await startKeyring("to-be-locked");
  const first = await launch({ keyringEnv: keyring.env });
  await bindComputer(first.page);
  await lockKeyring(keyring.env);
  await first.page.getByRole("button", { name: "Sign out" }).click();
  await signIn(first.page);
  await expectHeading(first.page, "Your keychain is locked");
  await tryAgain(first.page);
  await expectHeading(first.page, "Your keychain is locked");
  await first.app.close();
  await keyring.close();

  const unlocked = await startKeyring("to-be-locked");
  const second = await launch({ keyringEnv: unlocked.env });
  await signIn(second.page);
  await expectCards(second.page);
});

test("no session bus: says that no keychain was found", async ({ launch }) => {
  const { page } = await launch({ keyringEnv: {} });
  await signIn(page);
  await expectHeading(page, "No keychain was found");
  await expect(page.getByText("Nothing was changed or deleted.")).toBeVisible();
});

test("lost: says that the key is gone, and the computer can be connected again", async ({
  launch,
  folder,
  startKeyring,
}) => {
  const keyring = await startKeyring("first-keyring");
  const first = await launch({ keyringEnv: keyring.env });
  await bindComputer(first.page);
  await first.app.close();
  await keyring.close();
  await rm(path.join(folder, "first-keyring"), { recursive: true });

  const { page } = await launch(); // the same profile, an empty keyring
  await signIn(page);
  await expectHeading(page, "This computer's key is gone");
  await askForCode(page);
  await enterCode(page);
  await expectCards(page);
});

test("unreadable: an entry that is not understood is left as it is", async ({ launch, keyring, sandbox }) => {
  const first = await launch();
  await bindComputer(first.page);
  const damaged = await first.app.evaluate(async () => {
    const { createRequire } = process.getBuiltinModule("node:module");
    const keytar = createRequire(`${process.cwd()}/package.json`)("keytar") as typeof import("keytar");
    const [entry] = await keytar.findCredentials("Cardbound (development)");
    const text = entry?.password.replace('"version":1', '"version":2') ?? "";
    await keytar.setPassword("Cardbound (development)", entry?.account ?? "", text);
    return text;
  });
  await first.app.close();

  const second = await launch({ keyringEnv: keyring.env });
  await signIn(second.page);
  await expectHeading(second.page, "The key in your keychain cannot be read");
  await tryAgain(second.page);
  await expectHeading(second.page, "The key in your keychain cannot be read");
  const kept = await second.app.evaluate(async () => {
    const { createRequire } = process.getBuiltinModule("node:module");
    const keytar = createRequire(`${process.cwd()}/package.json`)("keytar") as typeof import("keytar");
    return (await keytar.findCredentials("Cardbound (development)"))[0]?.password;
  });
  expect(kept).toBe(damaged);
  expect(await sandbox.arrivals("create_device")).toBe(1);
});
