import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { isOnPath } from "../../build/prepare/system-libraries.mjs";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, path, pinChange, setUpAda } from "./backend.ts";
import { cardId, deviceId } from "./fake-solaris.ts";
import { update } from "./pin-change-steps.ts";
import { usual } from "./usual-config.ts";

const metrics = { host: "127.0.0.1", port: 0 };

/** The samples whose name and labels are these, by what is measured. */
const sampleOf = (text: string, sample: string) =>
  Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${sample} `))
      ?.split(" ")[1] ?? "NaN",
  );

/** What promtool has to say of them. */
function checkedMetrics(text: string) {
  const { status, stdout, stderr } = spawnSync("promtool", ["check", "metrics"], { input: text, encoding: "utf8" });
  return { said: `${stdout}${stderr}`, status };
}

it("count each end of a PIN change once, by its route, and what Solaris and the callers waited for", async () => {
  const { ada, solaris, scrape } = await setUpAda({ config: { metrics } });
  const changed = pinChange(deviceId);
  await ada("POST", path.pinChanges(cardId), changed);
  await ada("POST", path.pinChanges(cardId), changed); // the same again: nothing ends
  solaris.on("POST", update, { status: 500, json: {} });
  const unknown = pinChange(deviceId);
  await ada("POST", path.pinChanges(cardId), unknown);
  await ada("POST", path.settlement(unknown.request_id));
  solaris.on("POST", update, { status: 403, json: { errors: [{ id: "1", code: "forbidden" }] } });
  await ada("POST", path.pinChanges(cardId), pinChange(deviceId));
  await ada("POST", path.settlement(pinChange(deviceId).request_id));
  const { text } = await scrape();
  expect(sampleOf(text, 'pin_changes_total{route="signed",end="changed"}')).toBe(1);
  expect(sampleOf(text, 'pin_changes_total{route="signed",end="unknown"}')).toBe(1);
  expect(sampleOf(text, 'pin_changes_total{route="signed",end="refused"}')).toBe(1);
  expect(sampleOf(text, 'pin_changes_total{route="none",end="not_received"}')).toBe(1);
  expect(sampleOf(text, "pin_changes_unknown_total")).toBe(1);
  expect(sampleOf(text, 'http_request_duration_seconds_count{operation="change_pin",status="200"}')).toBe(2);
  expect(sampleOf(text, 'solaris_call_duration_seconds_count{operation="pin_update",outcome="2xx"}')).toBe(1);
  expect(sampleOf(text, 'solaris_call_duration_seconds_count{operation="pin_update",outcome="5xx"}')).toBe(1);
  expect(sampleOf(text, "db_pool_waiting")).toBe(0);
  expect(sampleOf(text, "db_pool_in_use")).toBe(0);
  expect(text).toMatch(/^build_info\{version="source",api_version="[\d.]+",node_version="[\d.]+"\} 1$/m);
  expect(sampleOf(text, 'event_loop_delay_seconds{percentile="99"}')).toBeGreaterThan(0);
  if (isOnPath("promtool")) expect(checkedMetrics(text)).toEqual({ said: "", status: 0 });
  else console.warn("SKIPPED: promtool's check of the metrics: it is not installed (Debian: prometheus)");
  for (const id of [cardId, deviceId, changed.request_id, unknown.request_id, "Ada"]) expect(text).not.toContain(id);
});

it("count what a limit refuses", async () => {
  const once = { count: 1, seconds: 3600 };
  const { ada, scrape } = await setUpAda({
    config: { metrics, limits: { ...usual.limits, pinChanges: once } },
  });
  await ada("POST", path.pinChanges(cardId), pinChange(deviceId));
  await ada("POST", path.pinChanges(cardId), pinChange(deviceId));
  expect(sampleOf((await scrape()).text, 'limit_refusals_total{action="pin_change"}')).toBe(1);
});

it("count each request that the limit of all refuses, though the log tells it once", async () => {
  const { ada, scrape } = await setUpAda({
    config: { metrics, limits: { ...usual.limits, requests: { count: 1, seconds: 60 } } },
  });
  for (let count = 0; count < 3; count += 1) await ada("GET", routes.me);
  expect(sampleOf((await scrape()).text, 'limit_refusals_total{action="request"}')).toBe(2);
});

it("are on a listener of their own, which has nothing else, and are not among the routes", async () => {
  const { url, scrape, metricsUrl } = await setUpAda({ config: { metrics } });
  const { status, headers } = await scrape();
  expect([status, headers.get("content-type")]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
  expect((await ask(`${url}/metrics`, "GET")).status).toBe(404);
  const other = new URL(metricsUrl() ?? "").origin;
  expect((await ask(other + routes.health, "GET")).status).toBe(404);
  expect((await ask(`${other}/metrics`, "POST")).status).toBe(404);
});
