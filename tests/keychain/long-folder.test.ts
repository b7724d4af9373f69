// Where a folder's name is longer than a socket's may be (unix(7)), as under a long TMPDIR.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openRuntimeFolder } from "../../build/desktop/runtime-folder.mjs";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { openOrdinaryUser } from "../../src-testing/ordinary-account.ts";

async function folderNamed(name: string): Promise<string> {
  const own = await mkdtemp(path.join(tmpdir(), "cardbound-long-"));
  onTestFinished(() => rm(own, { recursive: true, force: true }));
  return path.join(own, name);
}
const long = "ü".repeat(60);

it("has an ordinary user's keyring all the same", async () => {
  const folder = await folderNamed(long);
  await mkdir(folder);
  const { env, close } = await startSessionKeyring(folder, "password", await openOrdinaryUser(path.dirname(folder)));
  onTestFinished(close);
  expect(env.DBUS_SESSION_BUS_ADDRESS).toMatch(/^unix:/);
}, 60_000);

it("has its sockets in a private folder elsewhere, which goes with the keyring", async () => {
  const wanted = await folderNamed(long);
  const { folder, remove } = await openRuntimeFolder(wanted);
  onTestFinished(remove);
  expect(Buffer.byteLength(folder)).toBeLessThan(60);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await remove();
  expect([existsSync(folder), existsSync(wanted)]).toEqual([false, true]);
});

it("has them inside where there is room", async () => {
  const wanted = await folderNamed("short");
  const { folder, remove } = await openRuntimeFolder(wanted);
  await remove();
  expect(path.dirname(folder)).toBe(wanted);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});
