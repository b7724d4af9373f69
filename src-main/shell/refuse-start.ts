import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { log } from "../log.ts";
import { chooseLanguage } from "../settings/choose-language.ts";
import { readSettings } from "../settings/settings-file.ts";
import { readLanguage } from "../start-options.ts";
import { nativeWords } from "./native-words.ts";

/** What Electron's `app` and `dialog` are to this. */
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
  /** Works before Electron is ready: on Linux it then writes to standard error. */
  showErrorBox(title: string, content: string): void;
}

/**
 * Says by the system's own means that the program cannot write to its folder, and which one that is, and ends with code 1.
 * A window of ours would need the folder.
 * @param argv the command line, which can name a language in development
 * @param places folders for what Electron needs until then, the first that can be written to is taken
 */
export async function refuseStart(
  app: RefusedApp,
  dialog: MessageBox,
  folder: string,
  argv: readonly string[],
  places: readonly string[] = [tmpdir(), ...(process.platform === "win32" ? [] : ["/tmp", "/var/tmp"])],
): Promise<void> {
  const { language: choice } = readSettings(path.join(folder, "settings.json"));
  const logAndWord = () => {
    log({ event: "profile_unusable" });
    const language = chooseLanguage(choice, readLanguage(argv) ?? app.getPreferredSystemLanguages());
    const { profile, close } = nativeWords[language];
    const detail = `${profile.folder}\n${folder}\n\n${profile.next}`;
    return { message: profile.message(__PRODUCT_NAME__), detail, close };
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
      app.exit(1);
    }
  };
  try {
    if (place === null) return sayAtOnce(); // Electron does not come to be ready without one
    app.setPath("userData", place);
    app.on("will-quit", end); // also where the message is not waited for
    await app.whenReady(); // on Linux no window with a message could be shown earlier
    const { message, detail, close } = logAndWord();
    await dialog.showMessageBox({ type: "error", title: __PRODUCT_NAME__, message, detail, buttons: [close] });
  } catch {
    sayAtOnce();
  } finally {
    end();
  }
}

/** Null where none can be made. */
function makePlace(places: readonly string[]): string | null {
  for (const place of places) {
    try {
      return mkdtempSync(path.join(place, "refused-"));
    } catch {} // the next may do
  }
  return null;
}
