// A systemd of its own, as PID 1 of a container that has this computer's /usr and network and nothing else of it.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";

/** Why none can be booted here, if it cannot. */
export function whyNoSystemd(): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "systemd-nspawn needs root, on Linux";
  for (const program of ["systemd-nspawn", "nsenter"]) {
    if (spawnSync(program, ["--version"]).status !== 0) return `${program} is missing (Debian: systemd-container)`;
  }
  return existsSync("/usr/lib/systemd/systemd") ? null : "systemd is not installed";
}

export type BootedSystemd = Awaited<ReturnType<typeof bootSystemd>>;

/**
 * Boots it, with one unit and what that needs. /etc and /var are empty, and gone afterwards.
 * @param mounted files and folders of this computer, by their place in the container; read only
 */
export async function bootSystemd(name: string, unit: string, mounted: Readonly<Record<string, string>>) {
  const binds = Object.entries(mounted).map(([place, source]) => `--bind-ro=${source}:${place}`);
  const child = spawn(
    "systemd-nspawn",
    [
      ...["--quiet", "--register=no", "--keep-unit", "--directory=/", "--volatile=yes", `--machine=${name}`, ...binds],
      ...["--boot", `systemd.unit=${unit}`, "systemd.journald.forward_to_console=1", "systemd.firstboot=off"],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = once(child, "close");
  let journal = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      journal += chunk;
      for (const look of waiting) look();
    });
  }
  /** Waits until the journal matches, and gives the match back. @throws Error with the journal if it ends before */
  const said = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(journal);
        if (match === null) return;
        waiting.delete(look);
        resolve(match);
      };
      waiting.add(look);
      look();
      ended.then(() => reject(new Error(`systemd ended before it said ${pattern}:\n${journal}`)));
    });
  /** The process that is PID 1 there. */
  const first = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim().split(" ")[0] ?? "";
  /** Runs a command there, as its root. */
  const run = (...command: string[]) =>
    execFileSync("nsenter", ["--target", first(), "--all", ...command], { encoding: "utf8" });
  const show = (service: string, property: string) =>
    run("systemctl", "show", service, "--property", property, "--value").trim();
  /** Ends all of it at once. PID 1 dies with its parent. */
  const close = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { run, show, said, close };
}
