import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { outputOf, stopChild } from "../../build/child-process.mjs";

/** How often the Secret Service was told to ask for a password: each is a window that somebody has to answer. */
export interface KeyringQuestions {
  /** Since the start, or since it was asked last. */
  count(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Counts the questions on a session bus. A message of our own, which the monitor shows in its turn, says that all before
 * it have been counted.
 */
export async function countQuestions(env: Record<string, string>): Promise<KeyringQuestions> {
  const all = { env: { ...process.env, ...env } };
  const onlyPrompts = "type='method_call',interface='org.freedesktop.Secret.Prompt'";
  const monitor = spawn("dbus-monitor", ["--session", onlyPrompts], { ...all, stdio: ["ignore", "pipe", "ignore"] });
  let seen = "";
  let marks = 0;
  monitor.stdout.on("data", (chunk) => {
    seen += chunk;
  });

  /** Sends marks until one shows: the monitor says nowhere that it has begun. */
  const seenUpToNow = async () => {
    const path = `/mark/${++marks}`;
    const mark = ["--session", "--dest=org.freedesktop.secrets", "--type=method_call", path];
    while (!seen.includes(`path=${path};`)) {
      const shown = once(monitor.stdout, "data");
      await outputOf("dbus-send", [...mark, "org.freedesktop.Secret.Prompt.Dismiss"], all);
      await Promise.race([shown, pause(200)]);
    }
  };

  await seenUpToNow();
  seen = "";
  return {
    async count() {
      await seenUpToNow();
      const questions = seen.split("\n").filter((line) => /\bmember=Prompt\b/.test(line)).length;
      seen = "";
      return questions;
    },
    close: () => stopChild(monitor),
  };
}
