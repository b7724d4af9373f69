import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { ElectronApplication } from "playwright";

/** What a screen reader is told of one thing in the window: AT-SPI's words for its role, its name, the text that it holds. */
export interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly text: string;
  /** `polite` or `assertive` where a change is announced. */
  readonly live: string;
  readonly focused: boolean;
}

interface Node extends Spoken {
  readonly children: readonly Node[];
}

const script = path.join(import.meta.dirname, "accessibility_tree.py");
const python = "/usr/bin/python3"; // Debian's own, which Debian's python3-gi belongs to
const run = promisify(execFile);

/** Why the tree cannot be read on this computer; null where it can. */
export async function whyNotReadable(): Promise<string | null> {
  if (process.platform !== "linux") return "AT-SPI is Linux' way to a screen reader.";
  const ask = "import gi; gi.require_version('Atspi', '2.0')";
  const has = await run(python, ["-c", ask]).then(
    () => true,
    () => false,
  );
  return has ? null : "at-spi2-core, gir1.2-atspi-2.0 or python3-gi (Debian's names) is missing.";
}

/**
 * Everything that the app tells screen readers, in reading order.
 * @param env the session bus that the app is on
 */
export async function readAccessibilityTree(app: ElectronApplication, env: Record<string, string>): Promise<Spoken[]> {
  const { stdout } = await run(python, [script, String(app.process().pid)], { env: { ...process.env, ...env } });
  return (JSON.parse(stdout) as Node[]).flatMap(flatten);
}

function flatten({ children, ...own }: Node): Spoken[] {
  return [own, ...children.flatMap(flatten)];
}

/** Presses a button as assistive technology does, without any input. @param env the session bus that the app is on */
export async function pressByAction(
  app: ElectronApplication,
  env: Record<string, string>,
  name: string,
): Promise<void> {
  const pressButton = path.join(import.meta.dirname, "press_button.py");
  await run(python, [pressButton, String(app.process().pid), name], { env: { ...process.env, ...env } });
}
