import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { leftToLongForm } from "../long-form.ts";
import { desktop, inspector, type Program, start } from "./hostile-start.ts";
import { openPlaces, starts, startWith } from "./hostile-start-table.ts";

/**
 * Describes what a release refuses (docs/threat-model.md#start-switches).
 * @param isPackaged whether it has a package's fuses; a release without them never comes to refuse what happens in its place
 */
export function describeHostileStarts(isPackaged: boolean, programOf: () => Promise<Program>): void {
  const refusable = Object.entries(starts).filter(([, { early }]) => isPackaged || early !== "instead");
  let program: Program;
  let places: Awaited<ReturnType<typeof openPlaces>>;
  let place: ReturnType<typeof places.next>;
  beforeAll(async () => {
    program = await programOf();
    places = await openPlaces();
  });
  afterAll(() => places.close());
  beforeEach(() => {
    place = places.next();
  });
  afterEach(() => place.remove());

  describe("a release refuses, and tells by name", () => {
    it.each(refusable)("%s", async (_, hostile) => {
      const started = startWith(program, hostile, place);
      const end = await started.ended;
      if (!(isPackaged && hostile.isUnseen)) {
        expect(end).toEqual({ code: 64, signal: null });
        expect(started.output()).toContain("ERR_START_REFUSED");
        expect(started.output()).toContain(`“${hostile.named}”`);
        expect(existsSync(path.join(place.folder, "home/.config"))).toBe(false); // no profile
      }
      if (hostile.named === "--ignore-certificate-errors") return;
      const isStopped = hostile.remains !== true && (isPackaged || hostile.early !== true);
      expect(await hostile.works(started, place)).toBe(!isStopped);
    });
  });

  it("a release that is started with all that it takes gets as far as asking for a display", async () => {
    const args = [
      "--lang=de",
      "--ozone-platform=x11",
      "--disable-gpu",
      "--force-renderer-accessibility",
      "--no-first-run",
    ];
    const started = start(program, { args, env: { NODE_EXTRA_CA_CERTS: "/none" } }, path.join(place.folder, "home"));
    await started.ended;
    expect(started.output()).toContain("Missing X server");
    expect(started.output()).not.toContain("start_refused");
  });

  it.runIf(desktop.DISPLAY !== "" && !leftToLongForm("a refused start, told on the desktop"))(
    "where no terminal is, what was refused is told on the desktop, by a start without it",
    async () => {
      const args = ["--remote-debugging-port=9", "--no-sandbox"];
      const started = start(program, { args }, path.join(place.folder, "home"), desktop);
      expect(await started.ended).toEqual({ code: 64, signal: null });
      const [pid, said] = await vi.waitFor(() => tellerWithHome(path.join(place.folder, "home")), 30_000);
      process.kill(pid);
      expect(said).toContain("--tell-refusal=switch:--remote-debugging-port");
      expect(said).not.toMatch(/port=9|no-sandbox/);
    },
  );

  it.runIf(isPackaged && desktop.DISPLAY !== "")("a package that runs opens no debugger at SIGUSR1", async () => {
    const first = start(program, {}, path.join(place.folder, "home"), desktop);
    try {
      await first.says(/"event":"app_started"/);
      first.child.kill("SIGUSR1");
      first.child.kill(); // ends it where the other has not
      await first.ended;
      expect(first.output()).not.toMatch(inspector);
    } finally {
      first.child.kill("SIGKILL");
    }
  });
}

/** The process that tells a refusal, and its command line. @throws Error until there is one */
function tellerWithHome(home: string): [pid: number, commandLine: string] {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const isMain = commandLine.includes("--tell-refusal=") && !commandLine.includes("--type=");
      if (isMain && readFileSync(`/proc/${pid}/environ`, "utf8").includes(`HOME=${home}\0`))
        return [Number(pid), commandLine];
    } catch {} // it has ended, or is another user's
  }
  throw new Error("nothing tells of it yet");
}
