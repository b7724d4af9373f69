import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { rare } from "../long-form.ts";
import { changeSettings, settingsOf } from "./change-settings.ts";
import { expect, test } from "./fixtures.ts";

const recordIn = (folder: string) => path.join(folder, "profile", "rendering.json");
const readRecord = async (folder: string) => JSON.parse(await readFile(recordIn(folder), "utf8")).hardware;

async function writeRecord(folder: string, hardware: string): Promise<void> {
  await mkdir(path.dirname(recordIn(folder)), { recursive: true });
  await writeFile(recordIn(folder), JSON.stringify({ version: 1, hardware }));
}

test("a start that is seen is remembered as seen", async ({ launch, folder }) => {
  await launch();
  await expect.poll(() => readRecord(folder)).toBe("seen");
});

for (const hardware of ["starting", "blank", "died"]) {
  test(
    `after a start that ended as "${hardware}" the next draws in software, and says so`,
    hardware === "blank" ? {} : rare,
    async ({ launch, folder }) => {
      await writeRecord(folder, hardware);
      const { settings, rendering } = await settingsOf((await launch()).page);
      expect(rendering).toEqual({ now: "software", because: "blank-start", changesAtNextStart: false });
      expect(settings.softwareRendering).toBe(true);
      expect(await readRecord(folder), "the start without the graphics card proves nothing").toBe(hardware);
    },
  );
}

test("the cardholder leads back to the graphics card", async ({ launch, folder }) => {
  await writeRecord(folder, "blank");
  const running = await launch();
  expect((await changeSettings(running.page, { softwareRendering: false })).rendering.changesAtNextStart).toBe(true);
  await running.app.close();
  const { rendering } = await settingsOf((await launch()).page);
  expect(rendering.because).not.toBe("blank-start");
  await expect.poll(() => readRecord(folder)).toBe("seen");
});

test("software rendering that was chosen begins with the next start", rare, async ({ launch }) => {
  const running = await launch();
  expect((await changeSettings(running.page, { softwareRendering: true })).rendering.changesAtNextStart).toBe(true);
  await running.app.close();
  const { rendering } = await settingsOf((await launch()).page);
  expect(rendering).toEqual({ now: "software", because: "chosen", changesAtNextStart: false });
});

test("a GPU process that dies during the start counts as a blank one", rare, async ({ launch, folder }) => {
  test.skip(process.platform !== "linux", "SKIPPED: only Linux shows in /proc which process is which.");
  await mkdir(path.join(folder, "profile"));
  const killed = killGpuProcessOf(path.join(folder, "profile"), folder);
  const running = await launch();
  await killed;
  await expect.poll(() => readRecord(folder)).toBe("died");
  await running.app.close();
  expect((await settingsOf((await launch()).page)).rendering.because).toBe("blank-start");
});

/** Kills the process that draws as soon as the start has been noted. */
async function killGpuProcessOf(profile: string, folder: string): Promise<void> {
  for (;;) {
    await sleep(5);
    if ((await readRecord(folder).catch(() => null)) === null) continue;
    for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
      const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      if (!command.includes("--type=gpu-process") || !command.includes(`--user-data-dir=${profile}`)) continue;
      process.kill(Number(pid), "SIGKILL");
      return;
    }
  }
}
