import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ElectronApplication, Page } from "playwright";
import { lockKeyring, silenceKeyring } from "../keychain/keyring-control.ts";
import { countQuestions } from "../keychain/keyring-questions.ts";
import { rare } from "../long-form.ts";
import {
  askForCode,
  bindComputer,
  changePin,
  chooseCard,
  completeBinding,
  enterPasscode,
  enterPinTwice,
  expectCards,
  expectHeading,
  openCards,
  signIn,
} from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

test.skip(process.platform !== "linux", "SKIPPED: these tests lock and empty a gnome-keyring, which only Linux has.");

const press = (page: Page, button: string) => page.getByRole("button", { name: button }).click();
const tryAgain = (page: Page) => press(page, "Try again");
/** Where the keyring is locked, the same has the system ask for its password. */
const UNLOCK = "Unlock the keyring";

/** The step that was begun has ended, with the same screen as before. */
async function expectDone(page: Page, button = "Try again"): Promise<void> {
  await expect(page.getByRole("button", { name: button })).toHaveAttribute("aria-disabled", "false");
}

test("locked: says so after one question and what to do, makes nothing, and goes on once it is unlocked", async ({
  launch,
  startKeyring,
}) => {
  const keyring = await startKeyring("to-be-locked");
  const first = await launch({ keyringEnv: keyring.env });
  await bindComputer(first.page);
  await lockKeyring(keyring.env);
  const questions = await countQuestions(keyring.env);
  await first.page.getByRole("button", { name: "Sign out" }).click();
  await signIn(first.page);
  await first.screens.keychain.expectShown("locked");
  expect(await questions.count()).toBe(1);
  await first.screens.keychain.tryAgain();
  await expectDone(first.page, UNLOCK);
  await first.screens.keychain.expectShown("locked");
  expect(await questions.count()).toBe(1);
  await questions.close();
  await first.app.close();
  await keyring.close();

  const unlocked = await startKeyring("to-be-locked");
  const second = await launch({ keyringEnv: unlocked.env });
  await signIn(second.page);
  await expectCards(second.page);
});

test("silent: says after three seconds what it may wait for, ends, goes on once it is answered, and keeps no program from ending", async ({
  launch,
  startKeyring,
}) => {
  const keyring = await startKeyring("to-be-silent");
  const { page, app, screens } = await launch({ keyringEnv: keyring.env, args: ["--keychain-patience-ms=5000"] });
  await bindComputer(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expectHeading(page, "Sign in");
  const asks = page.getByTestId("keychain-asks");
  const goOn = await silenceKeyring(keyring.env);
  try {
    await signIn(page);
    await expect(asks).toContainText("Your computer may be asking for its keyring’s password.");
    await screens.keychain.expectShown("silent");
    await expect(asks).toBeEmpty();
    await screens.keychain.tryAgain();
    await expect(asks).toContainText("keyring’s password");
  } finally {
    goOn();
  }
  await expectCards(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expectHeading(page, "Sign in");
  const goOnAtLast = await silenceKeyring(keyring.env);
  try {
    await signIn(page);
    await expect(asks).not.toBeEmpty();
    await app.close(); // its program ends, though a call still hangs
  } finally {
    goOnAtLast();
  }
});

test("no session bus: says that no keychain was found", async ({ launch }) => {
  const { page, screens } = await launch({ keyringEnv: {} });
  await signIn(page);
  await screens.keychain.expectShown("unavailable");
  await expect(page.getByText("Nothing was changed or deleted.")).toBeVisible();
});

test(
  "files without their key, as after a reset or on another computer: claims neither, and connects",
  rare,
  async ({ launch, folder, startKeyring }) => {
    const keyring = await startKeyring("first-keyring");
    const first = await launch({ keyringEnv: keyring.env });
    await bindComputer(first.page);
    await first.app.close();
    await keyring.close();
    await rm(path.join(folder, "first-keyring"), { recursive: true });

    const { page } = await launch(); // the same profile, an empty keyring
    await signIn(page);
    await expectHeading(page, "There is no key for your cards on this computer");
    await expect(page.getByText("the files came from another computer or from a backup")).toBeVisible();
    await expect(page.getByText(/This computer was/)).toHaveCount(0);
    await askForCode(page);
    await completeBinding(page);
  },
);

windowTest(
  "unreadable: an entry that is not understood is left as it is, and kept when the computer is linked again",
  async ({ running, boundComputer, launch, sandbox }) => {
    await boundComputer();
    await openCards(running.page);
    const damaged = (await entriesOf(running.app))[0]?.password.replace('"version":2', '"version":3') ?? "";
    await running.app.evaluate(async (_electron, text) => {
      const { createRequire } = process.getBuiltinModule("node:module");
      const keytar = createRequire(`${process.cwd()}/package.json`)("keytar") as typeof import("keytar");
      const [entry] = await keytar.findCredentials("Cardbound (development)");
      await keytar.setPassword("Cardbound (development)", entry?.account ?? "", text);
    }, damaged);
    await running.app.close();

    const second = await launch();
    await signIn(second.page);
    await expectHeading(second.page, "The key in your keyring cannot be read");
    await tryAgain(second.page);
    await expectDone(second.page);
    await expectHeading(second.page, "The key in your keyring cannot be read");
    expect((await entriesOf(second.app)).map(({ password }) => password)).toEqual([damaged]);
    expect(await sandbox.arrivals("create_device")).toBe(1);

    await second.page.getByRole("button", { name: "Link this computer again" }).click();
    await askForCode(second.page);
    await completeBinding(second.page);
    const kept = await entriesOf(second.app);
    expect(kept).toHaveLength(2);
    expect(kept.map(({ password }) => password)).toContain(damaged);
  },
);

test.describe("a key that may not be this computer's", () => {
  const markerFile = async (profile: string) => {
    const enrolments = path.join(profile, "enrolments");
    return path.join(enrolments, (await readdir(enrolments))[0] ?? "");
  };

  windowTest(
    "without this program's own files: can be used once Solaris knows it, with its passcode",
    async ({ boundComputer, launch, profile, running, screens }) => {
      await boundComputer();
      await rm(await markerFile(profile));
      await signIn(running.page);
      await screens.foundKey.expectShown("no-marker");
      await screens.foundKey.use();
      await expectCards(running.page);
      await changePin(running.page, "7305");
      await expectHeading(running.page, "Your PIN was changed");
      await running.app.close();
      const third = await launch();
      await signIn(third.page);
      await expectCards(third.page);
    },
  );

  windowTest(
    "of another device than the files say, gone at Solaris: said so, and linked again with nothing deleted",
    async ({ boundComputer, profile, running, sandbox, screens }) => {
      await boundComputer();
      const file = await markerFile(profile);
      await writeFile(
        file,
        JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), device_id: "another-device" }),
      );
      const [device] = (await sandbox.devices()).filter(({ person_name }) => person_name === "Ada Single");
      await sandbox.forgetDevice(device?.id ?? "");
      const { app, page } = running;
      await signIn(page);
      await screens.foundKey.expectShown("other-device");
      await screens.foundKey.use();
      await expect(screens.failure).toContainText("ERR_DEVICE_REMOVED");
      await screens.foundKey.linkAgain();
      await askForCode(page);
      await completeBinding(page);
      expect(await entriesOf(app)).toHaveLength(2);
    },
  );
});

test("locked between two steps of a PIN change: said so after one question, nothing is sent, and nothing counts as a wrong passcode", async ({
  launch,
  startKeyring,
  sandbox,
}) => {
  const keyring = await startKeyring("to-be-locked");
  const { page } = await launch({ keyringEnv: keyring.env });
  await bindComputer(page);
  await chooseCard(page);
  await enterPinTwice(page, "7305");
  await lockKeyring(keyring.env);
  const questions = await countQuestions(keyring.env);
  await enterPasscode(page);
  await expectHeading(page, "Your keyring is locked");
  await expectDone(page, UNLOCK);
  expect(await questions.count()).toBe(1);
  await questions.close();
  expect(await sandbox.arrivals("pin_update")).toBe(0);
});

/** This app's entries in the keychain. */
function entriesOf(app: ElectronApplication): Promise<{ account: string; password: string }[]> {
  return app.evaluate(async () => {
    const { createRequire } = process.getBuiltinModule("node:module");
    const keytar = createRequire(`${process.cwd()}/package.json`)("keytar") as typeof import("keytar");
    return keytar.findCredentials("Cardbound (development)");
  });
}
