import { log } from "../log.ts";
import { chooseLanguage } from "../settings/choose-language.ts";
import { nativeWords } from "./native-words.ts";
import type { StartProblem } from "./refuse-start.ts";
import { argumentsToTell, type RefusedStart } from "./why-no-start.ts";

/** `EX_USAGE` (sysexits.h). */
const WRONG_USAGE = 64;

/** The parts of Electron and Node that are needed here. */
interface EndedApp {
  readonly isPackaged: boolean;
  getPreferredSystemLanguages(): string[];
  relaunch(options: { args: string[] }): void;
}
interface EndedProcess {
  readonly argv: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
  exit(code: number): never;
}

/** What the cardholder is told of a refused start. */
export function startProblem(refusal: RefusedStart): StartProblem {
  return {
    exitCode: WRONG_USAGE,
    note: () => log({ event: "start_refused", code: "ERR_START_REFUSED", by: refusal.by }),
    words: (language) => {
      const { refused } = nativeWords[language];
      const why = refused[refusal.by](refusal.name ?? "");
      const next = refusal.by === "runtime" ? refused.installAgain(__PRODUCT_NAME__) : refused.startWithout;
      return { message: refused.message(__PRODUCT_NAME__), detail: `${why}\n\n${next}\n\nERR_START_REFUSED` };
    },
  };
}

/**
 * Tells why this start is refused, and ends the process before Electron is ready, so before Chromium has opened a port or a
 * file that a switch names. Windows and macOS can show a message this early. On Linux it goes to the terminal; where there is
 * none, the program is started once more, with nothing of what was refused, to show it (docs/threat-model.md#start-switches).
 * @param running with the environment already cleaned
 */
export function refuseAtOnce(
  refusal: RefusedStart,
  app: EndedApp,
  dialog: { showErrorBox(title: string, content: string): void },
  running: EndedProcess,
): never {
  const { note, words } = startProblem(refusal);
  note();
  const { message, detail } = words(chooseLanguage("system", app.getPreferredSystemLanguages()));
  if (running.platform === "linux") {
    running.stderr.write(`${message}\n${detail}\n`);
    const { DISPLAY, WAYLAND_DISPLAY } = running.env;
    if (running.stderr.isTTY !== true && (DISPLAY || WAYLAND_DISPLAY)) {
      app.relaunch({ args: argumentsToTell(refusal, running.argv, app.isPackaged) });
    }
  } else dialog.showErrorBox(__PRODUCT_NAME__, `${message}\n\n${detail}`);
  return running.exit(WRONG_USAGE);
}
