// Drives the app through the whole job, with a line per step and a picture per screen in out/demo/. Exits with 0 only if the
// sandbox confirms the new PIN. Called by demo.mjs with the addresses of backend and sandbox.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron } from "playwright";
import { out, root } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";
import { say } from "../say.mjs";

const customer = "Ada Single";
const newPin = "7305";
const passcode = "Rain on 7 roofs";

async function main() {
  const [backendUrl = "", sandboxUrl = ""] = process.argv.slice(2);
  const folder = path.join(out, "demo");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const profile = await mkdtemp(path.join(tmpdir(), "cardbound-demo-"));
  const electron = await installedElectron();
  const app = await _electron.launch({
    executablePath: electron?.executable ?? "",
    chromiumSandbox: true,
    args: [root, `--backend=${backendUrl}`, `--user-data-dir=${profile}`],
  });
  try {
    return await demonstrate(await app.firstWindow(), sandboxUrl, folder);
  } finally {
    await app.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** @param {import("playwright").Page} page @param {string} sandboxUrl @param {string} folder */
async function demonstrate(page, sandboxUrl, folder) {
  let pictures = 0;
  /**
   * Waits for a screen, prints its line, fills its fields, and takes its picture.
   * @param {string} heading @param {string} line
   * @param {...{ field: import("playwright").Locator, text: string }} entries
   */
  const screen = async (heading, line, ...entries) => {
    await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
    for (const { field, text } of entries) await field.fill(text);
    const file = `${String(++pictures).padStart(2, "0")}-${heading.toLowerCase().replace(/[^a-z]+/g, "-")}.png`;
    await page.screenshot({ path: path.join(folder, file) });
    process.stdout.write(`${line.padEnd(64)} out/demo/${file}\n`);
  };
  const press = (/** @type {string | RegExp} */ name) => page.getByRole("button", { name }).first().click();
  const computerName = page.getByRole("textbox", { name: "Name of this computer" });
  const code = page.getByRole("textbox", { name: "Code from the message" });
  const secret = (/** @type {string} */ name, text = passcode) => ({
    field: page.getByLabel(name, { exact: true }),
    text,
  });

  await screen("Sign in", `choosing the demonstration customer ${customer}`);
  await press(customer);
  await screen("Connect this computer", "naming this computer and asking for a code", {
    field: computerName,
    text: "Desk computer",
  });
  await press("Send the code");
  await code.waitFor();
  const { messages } = await ask(`${sandboxUrl}/sandbox/inbox`);
  await screen("Enter the code", "entering the code from the sandbox's inbox", { field: code, text: messages[0].code });
  await press("Connect");
  await screen(
    "Set a device passcode",
    "setting the passcode that unlocks this computer's key",
    secret("Device passcode"),
    secret("Device passcode again"),
  );
  await press("Set passcode");
  const card = page.getByTestId("card").first();
  await card.waitFor();
  await screen("Your cards", "this computer is bound; choosing the card");
  const cardId = await card.getAttribute("data-card-id");
  await press(/^Change PIN of/);
  await screen(
    "Choose a new PIN",
    "entering a new PIN twice, and the passcode that unlocks the key for it",
    secret("New card PIN", newPin),
    secret("New card PIN again", newPin),
    secret("Device passcode"),
  );
  await press("Change PIN");
  await screen("Your PIN was changed", "encrypted and signed here, sent, accepted");

  const { matches, changes } = await ask(`${sandboxUrl}/sandbox/pin-check`, { card_id: cardId, pin: newPin });
  const confirmed = matches === true && changes === 1;
  say(confirmed ? "the sandbox confirms: this card has the new PIN" : "THE SANDBOX DOES NOT CONFIRM the new PIN");
  return confirmed ? 0 : 1;
}

/** @param {string} url @param {object} [body] @returns {Promise<any>} */
async function ask(url, body) {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return (await fetch(url, body && post)).json();
}

process.exitCode = await main();
