import type { TokenOptions, Tokens } from "./tokens.ts";

/** Loads what asks them with the first question: few computers have any. */
export function openTokens(options: TokenOptions): Tokens {
  const late = async () => (await import("./ask-module.ts")).createTokens(options);
  let loading: Promise<Tokens> | null = null;
  const loaded = () => {
    loading ??= late();
    return loading;
  };
  return {
    list: async () => (await loaded()).list(),
    makeKey: async (token, pin) => (await loaded()).makeKey(token, pin),
    checkKey: async (key, pin) => (await loaded()).checkKey(key, pin),
    sign: async (key, pin, digest) => (await loaded()).sign(key, pin, digest),
    removeKey: async (key, pin) => (await loaded()).removeKey(key, pin),
  };
}
