import type { Language } from "../../src-contract/rules/languages.ts";
import { nativeWords } from "./native-words.ts";

/** A question for a system dialog, in Electron's form. */
export interface NativeQuestion {
  readonly type: "warning";
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  readonly defaultId: 0;
  readonly cancelId: 0;
  readonly noLink: true;
  readonly signal?: AbortSignal;
}

/** Shows it above the window. @returns the button, counted from 0; Enter and Escape mean the first */
export type AskNatively = (question: NativeQuestion) => Promise<{ readonly response: number }>;

/** Asks whether to reload a window that has crashed again. A system dialog, which works while the window does not. */
export async function askAfterDeath(ask: AskNatively, language: Language): Promise<"load" | "quit"> {
  const { died, loadAgain, quit } = nativeWords[language];
  const { response } = await ask(question(died, [loadAgain, quit]));
  return response === 1 ? "quit" : "load";
}

/** Asks whether to reload a window that does not answer, or to wait. @param over closes the question */
export async function askWhileHanging(
  ask: AskNatively,
  language: Language,
  over: AbortSignal,
): Promise<"load" | "wait"> {
  const { hangs, loadAgain, wait } = nativeWords[language];
  const { response } = await ask({ ...question(hangs, [wait, loadAgain]), signal: over });
  return response === 1 ? "load" : "wait";
}

/** Asks whether the program may end, so that the installer of a newer version can replace it. */
export async function askBeforeInstalling(ask: AskNatively, language: Language): Promise<boolean> {
  const { installs, notNow, quitAndInstall } = nativeWords[language];
  const { response } = await ask(question(installs, [notNow, quitAndInstall]));
  return response === 1;
}

function question(
  { message, detail }: { message: (product: string) => string; detail: string },
  buttons: string[],
): NativeQuestion {
  const title = __PRODUCT_NAME__;
  return {
    type: "warning",
    title,
    message: message(title),
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}
