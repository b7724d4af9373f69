import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import type { RsaKey } from "../by-hand.ts";

type Call = { readonly method: keyof BackendClient; readonly args: readonly unknown[] };

/** A backend that writes down what it is asked, and answers what a test says. Nothing said: success. */
export function scriptBackend(solaris: RsaKey) {
  const calls: Call[] = [];
  const answers = new Map<string, ((...args: never[]) => unknown)[]>();
  const standard: Partial<Record<keyof BackendClient, () => unknown>> = {
    getPinKey: () => solaris.jwk,
    authorizeChange: () => ({ validForMs: 300_000 }),
    settleChange: () => ({ request_id: "any", state: "refused", problem: "ERR_REFUSED" }),
    listCards: () => ({ cards: [], cards_left_out: 0, accounts_left_out: 0, truncated: false }),
  };
  const backend = new Proxy({} as BackendClient, {
    get: (_target, method: keyof BackendClient) => {
      return async (...args: never[]) => {
        calls.push({ method, args });
        const scripted = answers.get(method)?.shift();
        return scripted === undefined ? standard[method]?.() : scripted(...args);
      };
    },
  });
  const next = (method: keyof BackendClient, answer: (...args: never[]) => unknown) => {
    answers.set(method, [...(answers.get(method) ?? []), answer]);
  };
  return {
    backend,
    calls,
    /** What each call of a method was given to send, in order: without whom to tell of it. */
    // biome-ignore lint/suspicious/noExplicitAny: what a test reads from a request, it checks with the next line
    argsOf: (method: keyof BackendClient): any[][] =>
      calls.filter((call) => call.method === method).map(({ args }) => args.filter((arg) => typeof arg !== "function")),
    /** What the next call of a method does; several in a row for several calls. */
    next,
    fail: (method: keyof BackendClient, error: Error) => next(method, () => Promise.reject(error)),
  };
}
