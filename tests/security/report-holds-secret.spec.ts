// Attacker: whoever gets the report that a cardholder sends to those who help. Way: failures in the real app, copied and
// saved. Impact: PIN, passcode, names, ids or the computer's name can be read.
// docs/threat-model.md#report-without-secrets
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import type { ElectronApplication, Page } from "playwright";
import { expect, test } from "../e2e/fixtures.ts";

const secrets = {
  customer: "Ada Single",
  computer: "MARKER computer",
  passcode: "Rain on 7 roofs",
  wrongPasscode: "Snow on 9 hills",
  pin: "2580",
  code: "212212",
  wrongCode: "404404",
};

/** Binds the computer, and has a PIN refused, over the bridge. @returns what the app was told on the way */
const failAtEverything = (page: Page) =>
  page.evaluate(async (given) => {
    const { bridge } = window;
    const bytes = (text: string) => new TextEncoder().encode(text);
    const told: unknown[] = [
      await bridge.signIn(given.customer),
      await bridge.requestCode(given.computer),
      await bridge.confirmCode(bytes(given.wrongCode)),
      await bridge.confirmCode(bytes(given.code)),
      await bridge.setPasscode(bytes(given.passcode)),
    ];
    const cards = await bridge.listCards();
    const cardId = cards.ok ? (cards.value.cards[0]?.id ?? "") : "";
    told.push(
      cards,
      await bridge.listDevices(true),
      await bridge.enterPasscode(bytes(given.wrongPasscode), cardId),
      await bridge.enterPasscode(bytes(given.passcode), cardId),
      await bridge.changePin(cardId, bytes(given.pin), "signed"),
    );
    return told;
  }, secrets);

/** Every id, name and number that the window was told. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  // What support can look up is in the report: Solaris' id of an error, which names nobody.
  return Object.entries(value).flatMap(([name, one]) => (name === "supportId" ? [] : textsIn(one)));
}

/** Runs the diagnosis; copies and saves it. @returns all that came out */
async function takeReport(app: ElectronApplication, page: Page, file: string) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  const results = await page.evaluate(async () => [
    await window.bridge.runDiagnosis(),
    await window.bridge.copyReport(),
    await window.bridge.saveReport(),
  ]);
  expect(results).toMatchObject([{ ok: true }, { ok: true }, { ok: true, value: { saved: true } }]);
  const clipboard = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(clipboard).toBe(await readFile(file, "utf8"));
  return `${JSON.stringify(results)}\n${clipboard}`;
}

test("neither the diagnosis, nor the clipboard, nor the file holds a secret", async ({
  launch,
  folder,
  keyring,
  sandbox,
  servers,
}) => {
  const profile = path.join(folder, "MARKER-profile");
  const keyringEnv = {
    ...keyring.env,
    USER: "MARKER-user",
    MARKER_SECRET: "MARKER-environment",
    http_proxy: "http://MARKER:MARKER@127.0.0.1:9",
  };
  const { app, page } = await launch({ profile, keyringEnv });
  const fault = { operation: "pin_update", kind: "status", status: 400, shape: "A", field: "pin" } as const;
  await sandbox.addFault(fault);
  const told = await failAtEverything(page);
  expect(told).toContainEqual(expect.objectContaining({ code: "ERR_PASSCODE_WRONG" }));
  const given = await takeReport(app, page, path.join(folder, "report.txt"));
  expect(given).toContain("ERR_CODE_REFUSED confirmCode");
  expect(given).toContain("ERR_PIN_REFUSED changePin");

  // What of it is a word of the report's own: codes, versions, states and languages.
  const words = /^(?:ERR_\w+|[\d.]+|[a-z_-]{1,20})$/;
  const names = textsIn(told).filter((text) => text.length > 3 && !words.test(text));
  expect(names.length).toBeGreaterThan(8);
  const { host, port } = new URL(servers.backendUrl);
  for (const secret of [
    /MARKER/i,
    ...Object.values(secrets),
    ...names,
    host,
    port,
    folder,
    process.cwd(),
    hostname(),
  ]) {
    expect(given).not.toMatch(secret);
  }
});

test("nor on a computer that reaches nothing, through a proxy with a name", async ({ launch, folder }) => {
  const args = ["--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>"];
  const { app, page } = await launch({ args, backendUrl: "https://marker-host.example" });
  const given = await takeReport(app, page, path.join(folder, "report.txt"));
  expect(given).toContain("way: proxy");
  expect(given).toContain("backend: ERR_PROXY_UNREACHABLE\nbackend_failure: ERR_PROXY_CONNECTION_FAILED");
  for (const secret of [/marker/i, "127.0.0.1", folder]) expect(given).not.toMatch(secret);
});
