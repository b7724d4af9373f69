import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Language } from "../../src-contract/rules/languages.ts";
import { log } from "../log.ts";
import { chooseLanguage } from "../settings/choose-language.ts";
import { readSettings } from "../settings/settings-file.ts";
import { readLanguage } from "../start-options.ts";
import { nativeWords } from "./native-words.ts";

/** The parts of Electron's `app` and `dialog` that are needed here. */
interface RefusedApp {
  whenReady(): Promise<void>;
  on(event: "will-quit", listener: () => void): unknown;
  exit(code: number): void;
  setPath(name: "userData", folder: string): void;
  getPreferredSystemLanguages(): string[];
}
interface MessageBox {
  showMessageBox(options: {
    type: "error";
    title: string;
    message: string;
    detail: string;
    buttons: string[];
  }): Promise<unknown>;
  /** Works before Electron is ready; on Linux it then writes to standard error. */
  showErrorBox(title: string, content: string): void;
}

/** Why the program does not start, and how that is told. */
export interface StartProblem {
  readonly exitCode: number;
  /** Writes it to the log. */
  readonly note: () => void;
  readonly words: (language: Language) => { readonly message: string; readonly detail: string };
}

/** The program cannot write to its folder. */
export function profileUnusable(folder: string): StartProblem {
  return {
    exitCode: 1,
    note: () => log({ event: "profile_unusable" }),
    words: (language) => {
      const { profile } = nativeWords[language];
      const detail = `${profile.folder}\n${folder}\n\n${profile.next}`;
      return { message: profile.message(__PRODUCT_NAME__), detail };
    },
  };
}

/**
 * Tells the cardholder with a system dialog why the program does not start, and exits. Our own window would need the folder.
 * @param argv the command line, which can name a language in development
 * @param places candidates for Electron's temporary files; the first writable one is used
 */
export async function refuseStart(
  app: RefusedApp,
  dialog: MessageBox,
  folder: string,
  argv: readonly string[],
  problem: StartProblem,
  places: readonly string[] = [tmpdir(), ...(process.platform === "win32" ? [] : ["/tmp", "/var/tmp"])],
): Promise<void> {
  const { language: choice } = readSettings(path.join(folder, "settings.json"));
  const logAndWord = () => {
    problem.note();
    const language = chooseLanguage(choice, readLanguage(argv) ?? app.getPreferredSystemLanguages());
    return { ...problem.words(language), close: nativeWords[language].close };
  };
  const sayAtOnce = () => {
    const { message, detail } = logAndWord();
    dialog.showErrorBox(__PRODUCT_NAME__, `${message}\n\n${detail}`);
  };
  const place = makePlace(places);
  const end = () => {
    try {
      if (place !== null) rmSync(place, { recursive: true, force: true });
    } finally {
      app.exit(problem.exitCode);
    }
  };
  try {
    if (place === null) return sayAtOnce(); // without one Electron never becomes ready
    app.setPath("userData", place);
    app.on("will-quit", end); // also if the program quits before the message is closed
    await app.whenReady(); // on Linux no dialog can be shown earlier
    const { message, detail, close } = logAndWord();
    await dialog.showMessageBox({ type: "error", title: __PRODUCT_NAME__, message, detail, buttons: [close] });
  } catch {
    sayAtOnce();
  } finally {
    end();
  }
}

/** Null if none can be created. */
function makePlace(places: readonly string[]): string | null {
  for (const place of places) {
    try {
      return mkdtempSync(path.join(place, "refused-"));
    } catch {} // try the next
  }
  return null;
}
