import type { WindowBridge } from "../src-contract/bridge/desktop-bridge.ts";
import type { Result } from "../src-contract/errors/result.ts";

declare global {
  interface Window {
    /** Exposed by the preload. */
    readonly bridge: WindowBridge;
  }
}

declare const bridgeCall: unique symbol;

/**
 * The very promise that a bridge method returned. It proves that the arguments have been copied, because the context bridge
 * does that before it returns. A promise derived from it, by `async` or `then`, proves nothing.
 */
export type BridgeCall<T> = Promise<Result<T>> & { readonly [bridgeCall]: true };

/** The bridge with marked calls, which their type and `isBridgeCall` tell from other promises. */
type MarkedBridge = {
  readonly [Name in keyof WindowBridge]: WindowBridge[Name] extends (...args: infer Args) => Promise<Result<infer T>>
    ? (...args: Args) => BridgeCall<T>
    : WindowBridge[Name];
};

const calls = new WeakSet<Promise<unknown>>();

const marked = new Proxy({} as MarkedBridge, {
  get(_target, name: keyof WindowBridge) {
    // The exposed object is frozen, so it cannot be wrapped in place.
    const method = window.bridge[name] as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => {
      const returned = method(...args);
      if (returned instanceof Promise) calls.add(returned);
      return returned;
    };
  },
});

export const bridge = (): MarkedBridge => marked;

/** Whether a value is a promise that a bridge method returned, not one derived from it. */
export function isBridgeCall(value: unknown): boolean {
  return value instanceof Promise && calls.has(value);
}
