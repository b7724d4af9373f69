import type { TokenOptions } from "../token/tokens.ts";
import { noTokenSteps, type TokenSteps } from "./token-steps.ts";

interface Options extends Omit<TokenOptions, "start"> {
  /** Undefined where this build uses no tokens. */
  readonly start: TokenOptions["start"] | undefined;
}

/** The steps with the profile's modules; those without any where it names none. */
export function openTokenSteps({ start, ...options }: Options): TokenSteps {
  if (!__HARDWARE_KEY__ || start === undefined || options.modules.length === 0) return noTokenSteps;
  return loadLate(async () => (await import("./steps-on-token.ts")).createTokenSteps({ start, ...options }));
}

/** Loads them with the first: few computers have any tokens. */
function loadLate(load: () => Promise<TokenSteps>): TokenSteps {
  let loading: Promise<TokenSteps> | null = null;
  let left = 0;
  const loaded = () => {
    loading ??= load().catch((error: unknown) => {
      loading = null; // a code can be asked for without
      throw error;
    });
    return loading;
  };
  return {
    areThere: true,
    list: async (enrolment) => (await loaded()).list(enrolment),
    choose: async (...asked) => (await loaded()).choose(...asked),
    take: async (scope) => (loading === null ? "as-before" : (await loaded()).take(scope)),
    makeKey: async (...asked) => (await loaded()).makeKey(...asked),
    enterPin: async (...asked) => (await loaded()).enterPin(...asked),
    stay() {
      const before = left;
      return () => left !== before;
    },
    checkKey: async (...asked) => (await loaded()).checkKey(...asked),
    tryRemoveKey: async (...asked) => (await loaded()).tryRemoveKey(...asked),
    leave() {
      left++;
      void loading?.then(
        (steps) => steps.leave(),
        () => {},
      );
    },
  };
}
