import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isOnPath } from "../../../build/prepare/system-libraries.mjs";
import { setUp } from "../../backend/backend.ts";

const folder = path.join(import.meta.dirname, "../../../build/operations");
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

/** The names in a PromQL expression that can be of metrics: what stands before labels, a range, or alone, and is no function. */
const namesIn = (expression: string): string[] =>
  [...expression.matchAll(/([a-z_:]+)\{/g)].map(([, name = ""]) => name);

/** Every time series that a backend serves. */
async function servedNames(): Promise<Set<string>> {
  const { scrape } = await setUp({ config: { metrics: { host: "127.0.0.1", port: 0 } } });
  const { text } = await scrape();
  const names = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, type]) =>
    type === "histogram" ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [`${name}`],
  );
  return new Set(names);
}

describe("what is shown and what alarms", () => {
  it("names metrics that the backend serves, and the dashboard has every one of them", async () => {
    const served = await servedNames();
    const panels: { targets: { expr: string }[] }[] = JSON.parse(read("dashboard.json")).panels;
    const shown = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr)));
    const alarming = namesIn(read("alerts.yml")).filter((name) => name !== "up"); // Prometheus' own
    for (const names of [shown, alarming]) {
      expect(names.length).toBeGreaterThan(8);
      expect(names.filter((name) => !served.has(name))).toEqual([]);
    }
    const families = (names: Iterable<string>) =>
      [...new Set([...names].map((name) => name.replace(/_(?:bucket|count|sum)$/, "")))].sort();
    expect(families(shown)).toEqual(families(served));
  });

  const hasPromtool = isOnPath("promtool");
  if (!hasPromtool)
    process.stdout.write("SKIPPED: checking the alert rules: there is no promtool (Debian: prometheus)\n");
  it.skipIf(!hasPromtool).each([
    ["are rules that Prometheus takes", ["check", "rules", "alerts.yml"]],
    ["fire each at its time, and not before", ["test", "rules", "alerts.test.yml"]],
  ])("the alert rules %s", (_name, command) => {
    const { status, stdout, stderr } = spawnSync("promtool", command, { cwd: folder, encoding: "utf8" });
    expect(`${stdout}${stderr}`).toContain("SUCCESS");
    expect(status).toBe(0);
  });

  it("each alert rule has a test that sees it fire", () => {
    const rules = [...read("alerts.yml").matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
    const tested = [...read("alerts.test.yml").matchAll(/alertname: (\w+)\n\s+exp_alerts:\n/g)].map(([, name]) => name);
    expect([...tested].sort()).toEqual([...rules].sort());
  });
});
