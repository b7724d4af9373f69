import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, path, pinChange, setUpAda } from "./backend.ts";
import { at, type BuiltBackend, buildBackend, right } from "./built-backend.ts";
import { cardId, deviceId, startFakeSolaris } from "./fake-solaris.ts";

let built: BuiltBackend;
beforeAll(async () => {
  built = await buildBackend();
}, 60_000);
afterAll(() => built.remove());

const statusOf = async (address: string) => (await ask(address, "GET")).status;

it("serves on for a while after SIGTERM, and is not ready meanwhile", async () => {
  const solaris = await startFakeSolaris();
  onTestFinished(solaris.close);
  const { child, url, signIn } = await built.serve({ ...at(solaris, built), DRAIN_SECONDS: "300" });
  expect(await statusOf(url + routes.ready)).toBe(200);
  const ada = await signIn("Ada");
  child.kill("SIGTERM");
  await expect.poll(() => statusOf(url + routes.ready)).toBe(503);
  const served = await ada("POST", path.pinChanges(cardId), pinChange(deviceId));
  expect([served.status, served.headers.get("connection")]).toEqual([200, "close"]);
  expect(await statusOf(url + routes.health)).toBe(200);
});

it("ends by itself when that time is over", async () => {
  const { child, output, closed } = await built.serve({ ...right, DRAIN_SECONDS: "1" });
  child.kill("SIGTERM");
  expect((await closed)[0]).toBe(0);
  const events = output.err
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).event);
  // The first start makes the tables, and the audit says at once what it has.
  expect(events.filter((event) => event !== "database_migrating" && event !== "audit_digest")).toEqual([
    "backend_started",
    "backend_draining",
    "backend_stopped",
  ]);
});

it("ends at once at a second signal", async () => {
  const { child, closed } = await built.serve({ ...right, DRAIN_SECONDS: "300" });
  const telling = setInterval(() => child.kill("SIGTERM"), 100);
  const [code] = await closed;
  clearInterval(telling);
  expect(code).toBe(1);
});

it("ends though a request goes on for longer than one can, and says so", async () => {
  const patience = { headMs: 10_000, requestMs: 29_000, checkMs: 1000, unwantedBodyMs: 1000, restMs: 100 };
  let reached: () => void = () => {};
  const isReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const { ada, restart, logged } = await setUpAda({
    patience,
    solaris: { timeoutMs: 100 },
    openLedger: (database) => ({
      ...createLedger(database),
      find: () => {
        reached();
        return new Promise(() => {});
      },
    }),
  });
  const cut = ada("POST", path.pinChanges(cardId), pinChange(deviceId)).catch(() => "cut");
  await isReached;
  await restart();
  expect(await cut).toBe("cut");
  expect(logged()).toContain('"event":"stop_cut_short"');
});
