import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openBrowserStandIn } from "../../../src-testing/browser-stand-in.ts";

it.skipIf(process.platform === "win32")("notes the address that is opened, in whatever folder", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "Größe d'été -"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await openBrowserStandIn(folder);
  execFileSync(path.join(folder, "programs/xdg-open"), ["https://bank.example/?a=1&b=2"], { stdio: "ignore" });
  expect(await readFile(path.join(folder, "opened"), "utf8")).toBe("https://bank.example/?a=1&b=2\n");
});
