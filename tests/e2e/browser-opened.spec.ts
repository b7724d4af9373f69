import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import { startOneServer } from "../unit/backend/one-server.ts";
import { startSmallProvider } from "../unit/sign-in/browser/small-provider.ts";
import { expectHeading } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

// What only Electron can show of a sign-in in the browser: how the page is opened, the session of the provider's calls, and
// what the window sees. The system's `xdg-open` is replaced by a script that notes what it is given; the test is the browser.

const answers: Readonly<Record<string, unknown>> = {
  "/v1/me": { customer_id: "customer-0000000001", name: "Ada Single", sign_in_again: null },
  "/v1/policy": { pin_change_routes: ["sms"], accepted_protection_levels: [] },
  "/v1/waits": { pin_change: 0, binding: 0, code: 0 },
  "/v1/devices": { devices: [], limit: 5, left_out: 0 },
};

test("the page is opened once in a clean environment; provider and backend get proofs and no cookies; the window sees nothing of it", async ({
  launch,
  keyring,
  folder,
}) => {
  const provider = await startSmallProvider();
  const backend = await startOneServer((request, response) => {
    const answer = answers[new URL(request.url ?? "", "http://a").pathname];
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(answer ?? {}));
  });
  const [noted, inherited, opener] = ["opened", "environment", "xdg-open"].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(opener, `#!/bin/sh\necho "$#" "$1" >> "${noted}"\nenv > "${inherited}"\n`);
  chmodSync(opener, 0o755);
  const opened = async (nth: number): Promise<string> => {
    const lines = () => (existsSync(noted) ? readFileSync(noted, "utf8").trim().split("\n") : []);
    await expect.poll(() => lines().length).toBe(nth);
    return lines()[nth - 1] ?? "";
  };
  const fields = { issuer: provider.origin, client_id: "desktop", sign_out_at_provider: true };
  const { app, page, output } = await launch({
    backendUrl: backend.origin,
    args: [`--sign-in=${JSON.stringify(fields)}`],
    keyringEnv: { ...keyring.env, PATH: `${folder}:${process.env.PATH}` },
  });
  await expectHeading(page, "Sign in"); // as a new page it gives up whatever waits
  // Where the first press brings up another button, and with Enter held down, a page is opened once.
  await page.getByRole("button", { name: "Sign in with your browser" }).dblclick({ position: { x: 20, y: 8 } });
  await page.getByRole("button", { name: "Open the page again" }).focus();
  for (let times = 0; times < 5; times++) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(page.getByText("The page should now open in your browser again.")).toBeVisible();
  await opened(2);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit("lock-screen"));
  await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_SIGN_IN_CANCELLED");

  type Window = typeof globalThis & { bridge: DesktopBridge };
  const answer = page.evaluate(() => (globalThis as Window).bridge.signInWithBrowser("any"));

  const [count, address = ""] = (await opened(3)).split(" ");
  expect([count, [...new URL(address).searchParams.keys()].sort()]).toEqual(["1", ["client_id", "request_uri"]]);
  expect(readFileSync(inherited, "utf8")).not.toMatch(/^(?:GDK_BACKEND|NO_AT_BRIDGE)=/m);

  expect(await page.evaluate(() => (globalThis as Window).bridge.copySignInLink())).toEqual({ ok: true, value: null });
  const link = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(provider.requestAt(link).state).not.toBe(provider.requestAt(address).state);

  const returned = await fetch(
    `${provider.requestAt(address).redirect_uri}?${new URLSearchParams(provider.signIn(address))}`,
  );
  expect([returned.status, await returned.text()]).toEqual([200, expect.stringContaining("You are signed in")]);
  expect(await answer).toMatchObject({ ok: true, value: { customer: { name: "Ada Single" } } });

  for (const { headers } of [...provider.arrivals, ...backend.arrivals]) expect(headers.cookie).toBeUndefined();
  for (const { headers } of provider.arrivals) expect(headers["user-agent"]).toMatch(/^Cardbound\/[\d.]+$/);
  for (const { headers } of backend.arrivals) {
    expect(headers.authorization).toBe(`DPoP ${provider.issued[0]}`);
    expect(headers.dpop).toBeDefined();
  }
  const seen = JSON.stringify(await answer) + (await page.content());
  expect(await page.evaluate(() => (globalThis as Window).bridge.signOut())).toEqual({ ok: true, value: null });
  expect(await opened(4)).toBe(`1 ${provider.origin}/end?client_id=desktop`);
  await expect.poll(() => provider.revoked).toEqual([provider.issued[0]]);

  const { state = "", nonce = "" } = provider.requestAt(address);
  for (const secret of [...provider.issued, state, nonce, provider.origin])
    expect(seen + output()).not.toContain(secret);
  await Promise.all([provider.close(), backend.close()]);
});
