import type { Language } from "../../src-contract/rules/languages.ts";
import { nativeWords } from "./native-words.ts";

/** A question that the system shows, as Electron takes it. */
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

/** Shows it above the window. @returns the button, counted from 0; the first is what Enter and Escape mean */
export type AskNatively = (question: NativeQuestion) => Promise<{ readonly response: number }>;

/** Whether to load a window anew that has died again. Asked by the system's means, which work where the window does not. */
export async function askAfterDeath(ask: AskNatively, language: Language): Promise<"load" | "quit"> {
  const { died, loadAgain, quit } = nativeWords[language];
  const { response } = await ask(question(died, [loadAgain, quit]));
  return response === 1 ? "quit" : "load";
}

/** Whether to load a window anew that does not answer, or to wait. @param over closes the question */
export async function askWhileHanging(
  ask: AskNatively,
  language: Language,
  over: AbortSignal,
): Promise<"load" | "wait"> {
  const { hangs, loadAgain, wait } = nativeWords[language];
  const { response } = await ask({ ...question(hangs, [wait, loadAgain]), signal: over });
  return response === 1 ? "load" : "wait";
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
