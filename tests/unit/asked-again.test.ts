import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { PinChangeEnd } from "../../src-contract/bridge/views.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import { askOnce } from "../../src-renderer/actions.ts";
import { store } from "../../src-renderer/store.ts";
import { bound, cards, failed, ok, signedIn } from "../screens/ordinary-answers.ts";

const [card] = cards;
const inProgress = ok<PinChangeEnd>({ outcome: "in-progress" });
let answers: Result<PinChangeEnd>[];
let looks: number;

beforeEach(() => {
  looks = 0;
  const bridge: Partial<DesktopBridge> = {
    settleOpenChange: async () => answers.shift() ?? inProgress,
    async getOverview() {
      looks++;
      return signedIn(bound);
    },
  };
  vi.stubGlobal("window", { bridge });
  const answer = signedIn(bound);
  const overview = answer.ok ? answer.value : null;
  store.setState({ overview, pinChange: { stage: "ended", card, route: "signed", end: { outcome: "in-progress" } } });
});
afterEach(() => {
  store.setState(store.getInitialState(), true);
  vi.unstubAllGlobals();
});

it("a change in progress that cannot be asked about says why, once, until it can be", async () => {
  answers = [failed("ERR_BACKEND_UNREACHABLE"), failed("ERR_BACKEND_UNREACHABLE"), inProgress];
  await askOnce();
  const { failure } = store.getState();
  expect(failure).toMatchObject({ code: "ERR_BACKEND_UNREACHABLE" });
  await askOnce();
  expect(store.getState().failure).toBe(failure); // the same, so that it is not read out again
  expect(looks).toBe(1);
  await askOnce();
  expect(store.getState()).toMatchObject({ failure: null, pinChange: { end: { outcome: "in-progress" } } });
});

it("a change in progress whose sign-in has ended leads to signing in again", async () => {
  answers = [failed("ERR_SIGN_IN_AGAIN")];
  await askOnce();
  expect(store.getState().signInAgain).toEqual({ for: "screen" });
});
