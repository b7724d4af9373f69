import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { Overview } from "../../src-contract/bridge/views.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import { continueDevice, enterPasscode, signIn } from "../../src-renderer/actions.ts";
import { store } from "../../src-renderer/store.ts";
import { bound, failed, signedIn, signedOut } from "../screens/ordinary-answers.ts";
import { typed } from "./typed-secret.ts";

const overviewIn = (result: Result<Overview>) => (result.ok ? result.value : null);
const getOverview = vi.fn(async () => signedIn(bound));
const said: { code: ErrorCode } = { code: "ERR_KEYCHAIN_LOCKED" };
const refused = async () => failed(said.code);
const bridge: Partial<DesktopBridge> = {
  getOverview,
  signIn: refused,
  enterPasscode: refused,
  continueDevice: refused,
};
vi.stubGlobal("window", { bridge });

beforeEach(() => {
  getOverview.mockClear();
  store.setState({ ...store.getInitialState(), overview: overviewIn(signedIn(bound)) });
});

describe("a step that found the keychain closed", () => {
  it.each([
    ["ERR_KEYCHAIN_LOCKED", "locked"],
    ["ERR_KEYCHAIN_SILENT", "silent"],
  ] as const)(
    "%s: the window shows it, and main is not asked, which would ask the cardholder again",
    async (code, state) => {
      said.code = code;
      for (const step of [() => enterPasscode(typed("Rain on 7 roofs"), null), continueDevice]) {
        await step();
        expect(store.getState()).toMatchObject({ busy: false, failure: { code }, overview: { device: { state } } });
      }
      expect(getOverview).not.toHaveBeenCalled();
    },
  );

  it("any other failure is followed by a look at how things stand", async () => {
    said.code = "ERR_PASSCODE_WRONG";
    await enterPasscode(typed("Rain on 7 roofs"), null);
    expect(getOverview).toHaveBeenCalledTimes(1);
  });

  it("without anybody signed in there is no device to show it of", async () => {
    store.setState({ overview: overviewIn(signedOut()) });
    said.code = "ERR_KEYCHAIN_LOCKED";
    await signIn("Ada Single");
    expect(getOverview).toHaveBeenCalledTimes(1);
  });
});
