import type { SignInAccount } from "../../../src-contract/bridge/views.ts";
import type { Language } from "../../../src-contract/rules/languages.ts";
import { AppError } from "../../app-error.ts";
import type { Credentials } from "../../backend/credentials.ts";
import type { Listener, Page, PageKind } from "./callback-listener.ts";
import { listenForBrowser } from "./callback-listener.ts";
import type { Asks, Attempt, Provider } from "./provider-client.ts";

/** What a sign-in in the browser needs of the outside. */
export interface BrowserSignInOptions {
  /** @param signal ends its calls */
  readonly openProvider: (signal: AbortSignal) => Promise<Provider>;
  /** @param url the provider's page; open-browser.ts checks it again */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** Brings the window to the front. */
  readonly bringToFront: () => void;
  readonly page: (kind: PageKind, language: Language) => Page;
  readonly language: () => Language;
  /** How long the browser may take in all. */
  readonly patienceMs: number;
}

/** Completes a sign-in with its credentials. @param isOver whether it was given up meanwhile */
type Complete<T> = (credentials: Credentials, isOver: () => boolean) => Promise<T>;

interface Wait {
  readonly openAgain: () => Promise<void>;
  readonly copyLink: () => Promise<void>;
  readonly end: (error: AppError) => void;
}

/** After the end the listener still answers: people reload the page, or press twice. */
const LINGERS_MS = 10_000;

export type BrowserSignIn = ReturnType<typeof createBrowserSignIn>;

/**
 * Signs in through the provider's page in the system browser (RFC 8252). At most one sign-in waits; nothing tells the program
 * when the page is closed, so it ends by the cardholder, or by time.
 */
export function createBrowserSignIn(options: BrowserSignInOptions) {
  let current: Wait | null = null;

  const cancel = () => current?.end(new AppError("ERR_SIGN_IN_CANCELLED"));
  /** @throws AppError ERR_REFUSED if none waits */
  const waiting = (): Wait => {
    if (current === null) throw new AppError("ERR_REFUSED");
    return current;
  };

  return {
    /**
     * Ends whatever waits, and prepares another. Meanwhile that can be given up or replaced too.
     * @param prepare runs at once, and may take as long as a call
     * @returns what `prepare` has found @throws AppError, ERR_SIGN_IN_CANCELLED if it is given up
     */
    async prepare<T>(prepare: () => Promise<T>): Promise<T> {
      cancel();
      const ended = new Promise<never>((_, end) => {
        current = { openAgain: busy, copyLink: busy, end };
      });
      return Promise.race([ended, prepare()]);
    },
    /** Waits for the browser, once prepared. @throws AppError, ERR_SIGN_IN_CANCELLED if another is prepared */
    async signIn<T>(
      account: SignInAccount,
      complete: Complete<T>,
      { anew, acrValues }: Pick<Asks, "anew" | "acrValues">,
    ): Promise<T> {
      const otherAccount = account === "other";
      return new Promise<T>((resolve, reject) => {
        const ends = { resolve, reject };
        current = wait(
          options,
          { otherAccount, anew: anew || otherAccount, acrValues, language: options.language() },
          complete,
          ends,
        );
      });
    },
    openAgain: async () => waiting().openAgain(),
    copyLink: async () => waiting().copyLink(),
    /** Gives up the sign-in that waits. */
    cancel,
  };
}

/** While a sign-in is being prepared there is no page yet. */
const busy = () => Promise.reject(new AppError("ERR_BUSY"));

interface Ends<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

function wait<T>(
  options: BrowserSignInOptions,
  asks: Parameters<Provider["begin"]>[1],
  complete: Complete<T>,
  ends: Ends<T>,
): Wait {
  const attempts = new Map<string, Attempt>();
  const calls = new AbortController();
  let listener: Listener | null = null;
  let isOver = false;
  let won: { readonly state: string; readonly page: Promise<PageKind> } | null = null;

  const end = (error: AppError) => {
    clearTimeout(limit);
    listener?.close();
    if (isOver) return;
    isOver = true;
    calls.abort();
    ends.reject(error);
  };
  const limit = setTimeout(() => end(new AppError("ERR_SIGN_IN_EXPIRED")), options.patienceMs);

  const take = (parameters: ReadonlyMap<string, string>): PageKind | Promise<PageKind> => {
    const state = parameters.get("state") ?? "";
    const attempt = attempts.get(state);
    if (attempt === undefined) return "stranger"; // any page can send this: it must not end the wait
    if (won !== null) return won.state === state ? won.page : "already";
    return provider.then(
      (opened) => {
        const answer = opened.read(parameters);
        if (answer === null) return "stranger";
        won ??= { state, page: conclude(opened, attempt, parameters, answer) };
        return won.state === state ? won.page : "already";
      },
      () => "stopped",
    );
  };
  const conclude = async (
    opened: Provider,
    attempt: Attempt,
    parameters: ReadonlyMap<string, string>,
    answer: NonNullable<ReturnType<Provider["read"]>>,
  ): Promise<PageKind> => {
    clearTimeout(limit); // what follows has limits of its own
    options.bringToFront();
    try {
      if ("code" in answer) throw new AppError(answer.code);
      const credentials = await opened.redeem(attempt, redirectUri(), parameters);
      if (isOver) {
        credentials.discard?.();
        return "stopped";
      }
      const value = await complete(credentials, () => isOver);
      if (isOver) return "stopped";
      isOver = true;
      ends.resolve(value);
      return "done";
    } catch (error) {
      if (!isOver) ends.reject(error);
      isOver = true;
      return "stopped";
    } finally {
      setTimeout(() => listener?.close(), LINGERS_MS);
    }
  };

  const redirectUri = () => {
    if (listener === null) throw new AppError("ERR_REFUSED");
    return listener.redirectUri;
  };
  const stillOpen = <V>(value: V): V => {
    if (isOver) throw new AppError("ERR_REFUSED");
    if (won !== null) throw new AppError("ERR_BUSY"); // the browser is back, and what follows takes a moment
    return value;
  };
  const begin = async (): Promise<Attempt> => {
    const attempt = await (await stillOpen(provider)).begin(redirectUri(), asks);
    attempts.set(stillOpen(attempt).state, attempt);
    return attempt;
  };
  const openAgain = async () => options.openBrowser((await begin()).url);

  const provider = (async () => {
    // The listener first: its port is in the request.
    const opened = await listenForBrowser({ take, page: (kind) => options.page(kind, options.language()) });
    listener = opened;
    if (isOver) opened.close();
    return options.openProvider(calls.signal);
  })();
  openAgain().catch((error: unknown) =>
    end(error instanceof AppError ? error : new AppError("ERR_INTERNAL", { cause: error })),
  );

  return {
    openAgain,
    copyLink: async () => options.writeClipboard((await begin()).url),
    end,
  };
}
