import type { WindowBridge } from "../src-contract/bridge/desktop-bridge.ts";
import type { Result } from "../src-contract/errors/result.ts";

declare global {
  interface Window {
    /** Put here by the preload. */
    readonly bridge: WindowBridge;
  }
}

declare const bridgeCall: unique symbol;

/**
 * The very promise that a method of the bridge returned. Whoever holds it knows that the arguments have been copied: the
 * context bridge does that before it returns. A promise that was made of it, by `async` or `then`, does not say so.
 */
export type BridgeCall<T> = Promise<Result<T>> & { readonly [bridgeCall]: true };

/** The bridge, whose calls are told from other promises by their type, and by `isBridgeCall`. */
type MarkedBridge = {
  readonly [Name in keyof WindowBridge]: WindowBridge[Name] extends (...args: infer Args) => Promise<Result<infer T>>
    ? (...args: Args) => BridgeCall<T>
    : WindowBridge[Name];
};

const calls = new WeakSet<Promise<unknown>>();

const marked = new Proxy({} as MarkedBridge, {
  get(_target, name: keyof WindowBridge) {
    // What the context bridge has put here is frozen, so it cannot be wrapped in place.
    const method = window.bridge[name] as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => {
      const returned = method(...args);
      if (returned instanceof Promise) calls.add(returned);
      return returned;
    };
  },
});

export const bridge = (): MarkedBridge => marked;

/** Whether it is a promise that a method of the bridge returned, and not one that was made of it. */
export function isBridgeCall(value: unknown): boolean {
  return value instanceof Promise && calls.has(value);
}
