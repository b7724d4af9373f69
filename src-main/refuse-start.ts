import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readLanguage } from "./config.ts";
import { log } from "./log.ts";
import { nativeWords } from "./native-words.ts";
import { chooseLanguage } from "./settings/choose-language.ts";
import { readSettings } from "./settings/settings-file.ts";

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
}

/**
 * Says by the system's own means that the program cannot write to its folder, and which one that is, and ends with code 1.
 * A window of ours would need the folder.
 * @param argv the command line, which can name a language in development
 */
export async function refuseStart(
  app: RefusedApp,
  dialog: MessageBox,
  folder: string,
  argv: readonly string[],
): Promise<void> {
  const place = mkdtempSync(path.join(tmpdir(), "refused-")); // Electron does not come to be ready without one
  app.setPath("userData", place);
  const end = () => {
    rmSync(place, { recursive: true, force: true });
    app.exit(1);
  };
  app.on("will-quit", end); // also where the message is not waited for
  await app.whenReady(); // on Linux no message could be shown earlier
  log({ event: "profile_unusable" });
  const { language: choice } = readSettings(path.join(folder, "settings.json"));
  const language = chooseLanguage(choice, readLanguage(argv) ?? app.getPreferredSystemLanguages());
  const { profile, close } = nativeWords[language];
  await dialog.showMessageBox({
    type: "error",
    title: __PRODUCT_NAME__,
    message: profile.message(__PRODUCT_NAME__),
    detail: `${profile.folder}\n${folder}\n\n${profile.next}`,
    buttons: [close],
  });
  end();
}
