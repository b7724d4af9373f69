// Drives the app through the whole job, with a line per step and a picture per screen in out/demo/. Exits with 0 only if the
// sandbox confirms the new PIN. Called by demo.mjs with the addresses of backend and sandbox, and with what the app is told of
// the identity provider if one signs in with the browser.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron } from "playwright";
import { prepareRealBrowser } from "../desktop/real-browser.mjs";
import { out, root } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";
import { say } from "../say.mjs";

const customer = "Ada Single";
/** The demonstration bank's page says it (src-sandbox/identity-provider/index.ts). */
const everybodysPassword = "demo";
const newPin = "7305";
const passcode = "Rain on 7 roofs";

async function main() {
  const [backendUrl = "", sandboxUrl = "", signIn] = process.argv.slice(2);
  const folder = path.join(out, "demo");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const profile = await mkdtemp(path.join(tmpdir(), "cardbound-demo-"));
  const electron = await installedElectron();
  const browser = signIn === undefined ? null : await prepareRealBrowser();
  const app = await _electron.launch({
    executablePath: electron?.executable ?? "",
    chromiumSandbox: true,
    args: [
      root,
      `--backend=${backendUrl}`,
      `--user-data-dir=${profile}`,
      ...(signIn === undefined ? [] : [`--sign-in=${signIn}`]),
    ],
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...browser?.env }),
  });
  try {
    return await demonstrate(await app.firstWindow(), browser, sandboxUrl, folder);
  } finally {
    await app.close();
    await browser?.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/**
 * @param {import("playwright").Page} page @param {import("../desktop/real-browser.mjs").RealBrowser | null} browser
 * @param {string} sandboxUrl @param {string} folder
 */
async function demonstrate(page, browser, sandboxUrl, folder) {
  let pictures = 0;
  /** @param {import("playwright").Page} where the window, or the browser's page */
  const screenOf = (where) => {
    /**
     * Waits for a screen, prints its line, fills its fields, and takes its picture.
     * @param {string} heading @param {string} line
     * @param {...{ field: import("playwright").Locator, text: string }} entries
     */
    return async (heading, line, ...entries) => {
      await where.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
      for (const { field, text } of entries) await field.fill(text);
      const file = `${String(++pictures).padStart(2, "0")}-${heading.toLowerCase().replace(/[^a-z]+/g, "-")}.png`;
      await where.screenshot({ path: path.join(folder, file), animations: "disabled" });
      process.stdout.write(`${line.padEnd(64)} out/demo/${file}\n`);
    };
  };
  const screen = screenOf(page);
  const press = (/** @type {string | RegExp} */ name, where = page) =>
    where.getByRole("button", { name }).first().click();
  const computerName = page.getByRole("textbox", { name: "Name of this computer" });
  const code = page.getByRole("textbox", { name: "Code from the text message" });
  const secret = (/** @type {string} */ name, text = passcode) => ({
    field: page.getByLabel(name, { exact: true }),
    text,
  });

  if (browser === null) {
    await screen("Sign in", `choosing the demonstration customer ${customer}`);
    await press(customer);
  } else {
    await screen("Sign in", "opening the demonstration bank's page in the browser");
    await press("Sign in with your browser");
    await screen("Continue in your browser", "waiting for it");
    const bankPage = await browser.opened();
    const bankScreen = screenOf(bankPage);
    await bankScreen(
      "Sign in",
      `signing in there as ${customer}`,
      { field: bankPage.getByLabel("Name"), text: customer },
      { field: bankPage.getByLabel("Password"), text: everybodysPassword },
    );
    await press("Sign in", bankPage);
    await bankScreen("Confirm that it is you", "the second step of a bank's sign-in");
    await press("Confirm", bankPage);
    await bankScreen("You are signed in", "back in the program");
  }
  await screen("Link this computer", "naming this computer and asking for a code", {
    field: computerName,
    text: "Desk computer",
  });
  await press("Send the code");
  await code.waitFor();
  const { messages } = await ask(`${sandboxUrl}/sandbox/inbox`);
  await screen("Enter the code", "entering the code from the sandbox's inbox", { field: code, text: messages[0].code });
  await press("Link");
  await screen(
    "Set a device passcode",
    "setting the passcode that unlocks this computer's key",
    secret("Device passcode"),
    secret("Device passcode again"),
  );
  await press("Set passcode");
  await screen("This computer is linked", "it worked: what this computer can do from now on");
  await press("Go to your cards");
  const card = page.getByTestId("card").first();
  await card.waitFor();
  await screen("Your cards", "choosing the card");
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
