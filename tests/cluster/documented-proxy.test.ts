// The configuration that docs/postgresql.md gives to operators: what the cluster's tests run, and what HAProxy takes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findProgram, programOf } from "../postgres/programs.ts";
import { configurationOf } from "./proxy.ts";

const [, documented = ""] =
  /^## What stands in front of the instances$.*?^```\n(.*?)^```$/ms.exec(
    readFileSync(new URL("../../docs/postgresql.md", import.meta.url), "utf8"),
  ) ?? [];

/** Without comments, and without addresses, which differ from one computer to the next. */
const linesOf = (configuration: string) =>
  configuration
    .replace(/^ *#.*\n/gm, "")
    .replace(/\b\d+\.\d+\.\d+\.\d+:\d+( disabled)?/g, "ADDRESS")
    .replace(/stats socket \S+/, "stats socket FILE")
    .replace(/^ *maxconn .*\n/m, "")
    .split("\n");

it("is the one that the cluster's tests run", () => {
  const tested = configurationOf({ api: 1, database: 2, instances: [3, 4, 5] }, "/socket");
  expect(linesOf(documented)).toEqual(linesOf(tested));
});

it.skipIf(!findProgram("haproxy"))("is complete: HAProxy would start with it", () => {
  const folder = mkdtempSync(join(tmpdir(), "documented-proxy-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "haproxy.cfg");
  writeFileSync(file, documented);
  const { status, stderr } = spawnSync(programOf("haproxy"), ["-c", "-f", file], { encoding: "utf8" });
  expect(stderr).not.toMatch(/\[(?:ALERT|WARNING)\]/);
  expect(status).toBe(0);
});
