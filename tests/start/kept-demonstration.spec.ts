import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { openDemonstration } from "../../build/demonstration/kept-demonstration.mjs";
import { startServers } from "../../build/tasks/servers.mjs";
import { controlSandbox } from "../../src-testing/sandbox-control.ts";
import { bindComputer, changePin, expectCards, expectHeading, signIn } from "../e2e/cardholder.ts";
import { expect, type LaunchOptions, type RunningApp, test } from "../e2e/fixtures.ts";

const service = "Cardbound (development)";

/** The names of the app's entries in a keyring. */
async function entriesIn(env: Record<string, string>): Promise<string[]> {
  const script = `require("keytar").findCredentials(${JSON.stringify(service)}).then((all) =>
    console.log(JSON.stringify(all.map(({ account }) => account))))`;
  const options = { env: { ...process.env, ...env, NODE_OPTIONS: "" } };
  return JSON.parse((await promisify(execFile)(process.execPath, ["-e", script], options)).stdout);
}

test("what was bound is bound at the next start; begun anew, nothing is left of it in the keychain", async ({
  folder,
  keyring,
  launch,
}) => {
  const env = { ...process.env, ...keyring.env, XDG_DATA_HOME: folder, LOCALAPPDATA: folder };

  /** All that `npm start` does, with an app that can be driven. */
  const start = async (fresh: boolean, visit: (app: RunningApp, sandboxUrl: string) => Promise<void>) => {
    const demonstration = await openDemonstration({ fresh, env });
    const servers = await startServers({
      lasting: { folder: demonstration.folder, ports: await demonstration.takePorts() },
    });
    await demonstration.noteServers(servers);
    const options: LaunchOptions = {
      backendUrl: servers.backendUrl,
      profile: path.join(demonstration.folder, "profile"),
    };
    const running = await launch(options);
    await visit(running, servers.sandboxUrl);
    await running.app.close();
    await servers.close();
    demonstration.close();
    return servers;
  };

  let cardId = "";
  const first = await start(false, async ({ page }, sandboxUrl) => {
    await bindComputer(page);
    cardId = (await page.getByTestId("card").first().getAttribute("data-card-id")) ?? "";
    await changePin(page, "7305");
    await expectHeading(page, "Your PIN was changed");
    expect(await controlSandbox(sandboxUrl).hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
  });
  const second = await start(false, async ({ page }, sandboxUrl) => {
    await signIn(page);
    await expectCards(page);
    // Nothing is kept of a PIN, so nothing is said of it.
    expect(await controlSandbox(sandboxUrl).hasPin(cardId, "7305")).toEqual({ matches: null, changes: 1 });
    await changePin(page, "7316");
    await expectHeading(page, "Your PIN was changed");
    expect(await controlSandbox(sandboxUrl).hasPin(cardId, "7316")).toEqual({ matches: true, changes: 2 });
  });
  expect(second).toMatchObject({ backendUrl: first.backendUrl, sandboxUrl: first.sandboxUrl });

  const foreign = "an-entry-of-another-world";
  const add = `require("keytar").setPassword(${JSON.stringify(service)}, ${JSON.stringify(foreign)}, "x")`;
  await promisify(execFile)(process.execPath, ["-e", add], { env: { ...env, NODE_OPTIONS: "" } });
  expect(await entriesIn(keyring.env)).toHaveLength(2);
  // Begun anew by who builds with another partner's profile by now: the entries are still under the former name.
  const otherProfile = path.join(folder, "partner.json");
  const written = JSON.parse(await readFile("build/partner.json", "utf8"));
  delete written.logo;
  await writeFile(otherProfile, JSON.stringify({ ...written, product_name: "Other Bank" }));
  Object.assign(env, { CARDBOUND_PROFILE: otherProfile });
  await start(true, async ({ page }) => {
    expect(await entriesIn(keyring.env)).toEqual([foreign]);
    await signIn(page);
    await expectHeading(page, "Link this computer");
  });
});
