import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { stopChild } from "../../build/child-process.mjs";
import { endWithParent } from "../../build/end-with-parent.mjs";

/** A keyboard of a display: unlike Playwright's keys, which only the page has, a screen reader hears of these too. */
export interface Keyboard {
  /** Presses one key after the other, by their names in X (`Return`), or by their names after that of a held one (`Shift_L Tab`). */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Presses the keys of a text of ASCII letters, digits and spaces. */
  readonly type: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param env the display */
export function takeKeyboard(env: Readonly<Record<string, string>>): Keyboard {
  const script = path.join(import.meta.dirname, "press_keys.py");
  const child = spawn("/usr/bin/python3", [script], {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  endWithParent(child);
  const waiting: (() => void)[] = [];
  createInterface({ input: child.stdout }).on("line", () => waiting.shift()?.());
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      const pressed = new Promise<void>((resolve) => waiting.push(resolve));
      child.stdin.write(`${key}\n`);
      await pressed;
    }
  };
  return { press, type: (text) => press(...[...text].map(keyOf)), close: () => stopChild(child) };
}

function keyOf(character: string): string {
  if (character === " ") return "space";
  return /[A-Z]/.test(character) ? `Shift_L ${character.toLowerCase()}` : character;
}
