import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { stopChild } from "../../build/child-process.mjs";
import { endWithParent } from "../../build/end-with-parent.mjs";

/** Debian's Orca, which says in writing what it would speak. */
export interface Orca {
  /** Everything that it has said since it was last asked, once it has nothing more to say. */
  readonly listen: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const script = path.join(import.meta.dirname, "orca_aloud.py");
const python = "/usr/bin/python3"; // Debian's own, which Debian's orca belongs to

/** Why Orca cannot be listened to on this computer; null where it can. */
export function whyNoOrca(): string | null {
  if (process.platform !== "linux") return "Orca is Linux' screen reader.";
  const missing = ["/usr/bin/orca", "/usr/bin/Xvfb", "/usr/libexec/at-spi-bus-launcher"].filter(
    (file) => !existsSync(file),
  );
  return missing.length === 0 ? null : `${missing.join(", ")} missing: install Debian's orca, xvfb and at-spi2-core.`;
}

/**
 * Starts Orca with its default settings, in English, on a display and a session bus of the test's own.
 * @param folder for its settings
 */
export async function startOrca(folder: string, env: Readonly<Record<string, string>>): Promise<Orca> {
  await mkdir(folder, { recursive: true });
  const own = { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, GSETTINGS_BACKEND: "memory", LC_ALL: "C.UTF-8" };
  const orca = spawn(python, [script, path.join(folder, "settings"), path.join(folder, "log")], {
    env: { ...process.env, ...env, ...own },
    stdio: ["pipe", "pipe", "ignore"],
  });
  endWithParent(orca);
  let said: string[] = [];
  let questions = 0;
  const answers = new Map<string, () => void>();
  const isOn = new Promise<void>((resolve, reject) => {
    orca.once("exit", () => reject(new Error("Orca has ended")));
    createInterface({ input: orca.stdout }).on("line", (line) => {
      const told = JSON.parse(line) as { said: string } | { silent: string };
      if ("said" in told) said.push(told.said.trim());
      else answers.get(told.silent)?.();
      resolve();
    });
  });
  await isOn;
  return {
    async listen() {
      const question = String(++questions);
      await new Promise<void>((resolve) => {
        answers.set(question, resolve);
        orca.stdin.write(`${question}\n`);
      });
      answers.delete(question);
      const heard = said;
      said = [];
      return heard;
    },
    close: () => stopChild(orca as ChildProcess),
  };
}
