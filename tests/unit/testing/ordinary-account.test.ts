import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openOrdinaryUser } from "../../../src-testing/ordinary-account.ts";

const isRoot = process.platform === "linux" && process.getuid?.() === 0;

it.skipIf(!isRoot)("says that root's own folder for temporary files is closed to the user", async () => {
  const closed = await mkdtemp(path.join(tmpdir(), "cardbound-closed-")); // to all but root, as every mkdtemp
  onTestFinished(() => rm(closed, { recursive: true, force: true }));
  const folder = path.join(closed, "worker");
  await mkdir(folder);
  await expect(openOrdinaryUser(folder)).rejects.toThrow(/nobody.*cannot get to.*TMPDIR/);
});
