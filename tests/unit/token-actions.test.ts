import { afterEach, expect, it, vi } from "vitest";
import type { Overview } from "../../src-contract/bridge/views.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import { store } from "../../src-renderer/store.ts";
import { removeWithToken } from "../../src-renderer/token-actions.ts";
import { absent, bound, failed, onToken, signedIn } from "../screens/ordinary-answers.ts";
import { typed } from "./typed-secret.ts";

afterEach(() => {
  store.setState(store.getInitialState(), true);
  vi.unstubAllGlobals();
});

const ends: [string, Result<Overview>, boolean][] = [
  ["the token has removed it", signedIn(absent), true],
  ["it was left on the token", signedIn(absent, { keyLeftOn: onToken }), false],
  ["the PIN was wrong", failed("ERR_TOKEN_PIN_WRONG"), false],
];
it.each(ends)("a key is said to be gone only with this computer: %s", async (_, answer, isSaid) => {
  const bridge = { removeWithToken: async () => answer, getOverview: async () => signedIn(bound) };
  vi.stubGlobal("window", { bridge });
  expect(await removeWithToken(typed("604213"))).toBe(answer.ok);
  expect(store.getState().isRemovedWithKey).toBe(isSaid);
});
