// The key on a token, in the window: from the choice to a change, and what stands in the way.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { serialize } from "node:v8";
import type { Page } from "playwright";
import { hasSofthsm, openSofthsm, pinOfTokens, type Softhsm, softhsmModule } from "../hardware-key/softhsm.ts";
import { rare } from "../long-form.ts";
import { chooseCard, enterCode, enterPinTwice, expectCards, expectHeading, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

/** A message of Node's own, which ends a parent that is Node's: NODE_HANDLE_ACK without a handle. */
const handleAck = { cmd: "NODE_HANDLE_ACK" };
/** In both forms that a child of Node's can have: with its length before it (`serialization: "advanced"`), and as a line of JSON. */
function inBothForms(): Buffer {
  const message = serialize(handleAck);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  return Buffer.concat([length, message, Buffer.from(`\n${JSON.stringify(handleAck)}\n`)]);
}
/** As it is loaded it writes that to all that its process has open. To what is not Node's it is noise. */
const hostileModule = `
#define _GNU_SOURCE
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <dlfcn.h>
#include <stdio.h>
static int here;
__attribute__((constructor)) static void attack(void) {
  static const unsigned char message[] = {${[...inBothForms()].join()}};
  Dl_info own;
  char mark[4096];
  if (dladdr(&here, &own)) {
    snprintf(mark, sizeof mark, "%s.loaded", own.dli_fname);
    close(open(mark, O_CREAT | O_WRONLY, 0600));
  }
  for (int fd = 3; fd < 256; fd++) {
    fcntl(fd, F_SETFL, O_NONBLOCK);
    for (int times = 0; times < 3; times++) (void)!write(fd, message, sizeof message);
  }
}
`;
const hasCompiler = spawnSync("cc", ["--version"]).status === 0;
const LABEL = "Ada’s card";
const tokenField = (page: Page) => page.getByLabel("PIN of the security key", { exact: true });

async function typeTokenPin(page: Page, pin = pinOfTokens): Promise<void> {
  await tokenField(page).focus();
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
}

test.describe("a key on a token", () => {
  test.skip(!hasSofthsm, "SoftHSM is not installed");
  let softhsm: Softhsm;
  test.beforeEach(() => {
    softhsm = openSofthsm();
  });
  test.afterEach(() => softhsm.close());

  const sha256Of = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
  const switches = (file = softhsmModule) => [
    `--hardware-key=${JSON.stringify([{ name: "softhsm", path: file, sha256: sha256Of(file) }])}`,
  ];

  async function link(page: Page): Promise<void> {
    await signIn(page);
    await page.getByRole("radio", { name: `On the security key “${LABEL} (…` }).check();
    await page.getByRole("button", { name: "Send the code" }).click();
    await enterCode(page);
    await expectHeading(page, "Set up your security key");
  }

  test("is made there, signs a change, and is needed after another start", async ({ launch, keyring: _, sandbox }) => {
    process.env.SOFTHSM2_CONF = softhsm.env.SOFTHSM2_CONF;
    softhsm.addToken(LABEL);
    const first = await launch({ args: switches() });
    const { page } = first;
    await link(page);
    await typeTokenPin(page, "111111");
    await expect(page.getByTestId("complaint")).toContainText("This is not the PIN of your security key.");
    await typeTokenPin(page);
    await expectCards(page);
    await chooseCard(page);
    await enterPinTwice(page, "7305");
    await typeTokenPin(page);
    await expectHeading(page, "Your PIN was changed");
    await first.app.close();

    const second = (await launch({ args: switches() })).page;
    await signIn(second);
    await expectCards(second);
    const kept = softhsm.takeTokens();
    await chooseCard(second);
    await enterPinTwice(second, "8264");
    await typeTokenPin(second);
    await expect(second.getByTestId("failure")).toContainText(
      "The security key that you chose for this computer is not plugged in.",
    );
    kept.putBack();
    await typeTokenPin(second);
    await expectHeading(second, "Your PIN was changed");
    expect(sandbox).toBeDefined();
  });

  test("is removed with this computer", rare, async ({ launch, keyring: _ }) => {
    process.env.SOFTHSM2_CONF = softhsm.env.SOFTHSM2_CONF;
    softhsm.addToken(LABEL);
    const { page } = await launch({ args: switches() });
    await link(page);
    await typeTokenPin(page);
    await expectCards(page);
    await page.getByRole("button", { name: "Devices" }).click();
    await expect(page.getByTestId("protection")).toContainText("kept on a security key");
    await page.getByRole("button", { name: "Remove this computer" }).click();
    await expect(page.getByRole("button", { name: "Keep" })).toBeFocused();
    await typeTokenPin(page, "111111");
    await expect(page.getByTestId("complaint")).toContainText("This is not the PIN");
    await page.getByRole("button", { name: "Remove only this computer" }).click();
    await expect(page.getByTestId("key-left")).toContainText(`Its key is still on the security key “${LABEL} (…`);
  });

  test(
    "a module that attacks its process, and what that is connected to, leaves the app as it was",
    rare,
    async ({ launch, keyring: _ }) => {
      test.skip(!hasCompiler, "SKIPPED: a module that attacks: there is no C compiler");
      const file = path.join(softhsm.folder, "hostile.so");
      writeFileSync(`${file}.c`, hostileModule);
      execFileSync("cc", ["-w", "-shared", "-fPIC", "-o", file, `${file}.c`]);
      const { page, app } = await launch({ args: switches(file) });
      await signIn(page);
      await expectHeading(page, "Link this computer");
      const look = page.getByRole("button", { name: "Look for a security key" });
      await expect(look).not.toHaveAttribute("aria-disabled", "true");
      await look.click();
      await expect(page.getByText("No security key that can be used was found")).toBeVisible();
      await expect(page.getByRole("radio")).toHaveCount(0);
      expect(existsSync(`${file}.loaded`)).toBe(true);
      expect(await app.evaluate(({ app: running }) => running.isReady())).toBe(true);
      await page.getByRole("button", { name: "Send the code" }).click();
      await enterCode(page); // the way by the keychain is open
      await expectHeading(page, "Set a device passcode");
    },
  );

  test("is not offered where the profile has no module", rare, async ({ launch, keyring: _ }) => {
    process.env.SOFTHSM2_CONF = softhsm.env.SOFTHSM2_CONF;
    softhsm.addToken(LABEL);
    const { page } = await launch({});
    await signIn(page);
    await expectHeading(page, "Link this computer");
    await expect(page.getByRole("radio")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Look for a security key" })).toHaveCount(0);
  });
});
