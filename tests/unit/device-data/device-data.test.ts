import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DeviceDataMode } from "../../../src-contract/rules/device-data-mode.ts";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { createDeviceData } from "../../../src-main/device-data/device-data.ts";
import { withDeviceData } from "../../../src-main/device-data/with-device-data.ts";

const consentId = "a1dcon";
const text = `Web;${consentId};a;b`;
const fields = { device_data: text, device_consent_id: consentId };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Given {
  readonly mode?: DeviceDataMode;
  /** What this computer remembers. */
  readonly own?: string | null;
  readonly listed?: () => Promise<readonly { consent_id: string; counts: boolean }[]>;
  /** After how long the script hands what over. */
  readonly gives?: { readonly text: string | null; readonly afterMs: number };
  readonly hasScript?: boolean;
}

function open({
  mode = "optional",
  own = consentId,
  listed = async () => [{ consent_id: consentId, counts: true }],
  gives = { text, afterMs: 0 },
  hasScript = true,
}: Given = {}) {
  const loads: string[] = [];
  const removed: string[] = [];
  let end = (_text: string | null) => {};
  const collector = {
    collect: (consent: string) => {
      loads.push(consent);
      return new Promise<string | null>((resolve) => {
        end = resolve;
        setTimeout(() => resolve(gives.text), gives.afterMs);
      });
    },
    stop: () => end(null),
  };
  const listDeviceConsents = vi.fn(async () => [...(await listed())]);
  const deviceData = createDeviceData({
    backend: { listDeviceConsents },
    collector: hasScript ? collector : null,
    records: { read: () => own, forget: async (...what) => void removed.push(what.join(" ")) },
    scope: () => "a-scope",
    mode: () => mode,
    now: () => performance.now(),
  });
  return { deviceData, loads, removed, listDeviceConsents };
}

/** Lets the time pass until it settles. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | "waits" | string> {
  let end: T | string = "waits";
  promise.then(
    (value) => {
      end = value;
    },
    (error: Error) => {
      end = error.message;
    },
  );
  await vi.advanceTimersByTimeAsync(ms);
  return end;
}

describe("device data of a step", () => {
  it("is what the script hands over, with the consent, in each request of the step, collected once", async () => {
    const { deviceData, loads } = open();
    const step = deviceData.forStep();
    expect(await within(1, step())).toEqual(fields);
    expect(await within(0, step())).toEqual(fields);
    expect(loads).toEqual([consentId]);
  });

  it("is collected anew for another step", async () => {
    const { deviceData, loads } = open();
    await within(1, deviceData.forStep()());
    await within(1, deviceData.forStep()());
    expect(loads).toHaveLength(2);
  });

  it.each<[string, Given]>([
    ["the bank wants none", { mode: "off" }],
    ["this computer has no consent", { own: null }],
    ["its consent counts no more", { listed: async () => [{ consent_id: consentId, counts: false }] }],
    ["the bank has that of another computer alone", { listed: async () => [{ consent_id: "b2dcon", counts: true }] }],
    ["the bank does not say", { listed: () => Promise.reject(new BackendError("ERR_OPERATION_UNKNOWN", "answered")) }],
  ])("is not collected, nor the script loaded, where %s", async (_why, given) => {
    const { deviceData, loads } = open(given);
    expect(await within(0, deviceData.forStep()())).toEqual({});
    expect(loads).toEqual([]);
  });

  it.each([
    ["forgets a consent that the bank says counts no more: it is asked anew", false, ["a-scope a1dcon"]],
    ["keeps one that counts", true, []],
  ])("%s", async (_what, counts, forgotten) => {
    const { deviceData, removed } = open({ listed: async () => [{ consent_id: consentId, counts }] });
    await within(1, deviceData.forStep()());
    expect(removed).toEqual(forgotten);
  });

  it("keeps one that the bank's list does not have: it is not whole", async () => {
    const { deviceData, removed } = open({ listed: async () => [] });
    await within(1, deviceData.forStep()());
    expect(removed).toEqual([]);
  });

  it.each<[string, Given]>([
    ["without a consent", { own: null }],
    ["without a script", { hasScript: false }],
  ])("asks the bank nothing %s", async (_how, given) => {
    const { deviceData, listDeviceConsents } = open(given);
    await within(0, deviceData.forStep()());
    expect(listDeviceConsents).not.toHaveBeenCalled();
  });

  it.each<[string, Given]>([
    ["no consent", { own: null }],
    ["no script", { hasScript: false }],
    ["a script that gives nothing", { gives: { text: null, afterMs: 0 } }],
  ])("refuses a request that must have some: %s", async (_why, given) => {
    const { deviceData } = open({ ...given, mode: "required" });
    expect(await within(0, deviceData.forStep()())).toBe("ERR_DEVICE_DATA_REQUIRED");
  });

  it.each<[DeviceDataMode, unknown]>([
    ["optional", {}],
    ["required", "ERR_DEVICE_DATA_REQUIRED"],
  ])("is waited for 2.5 seconds where it is %s, with all that it takes", async (mode, late) => {
    const slow = () =>
      new Promise<{ consent_id: string; counts: boolean }[]>((resolve) => {
        setTimeout(() => resolve([{ consent_id: consentId, counts: true }]), 1000);
      });
    const { deviceData } = open({ mode, listed: slow, gives: { text, afterMs: 1600 } });
    const step = deviceData.forStep();
    expect(await within(2499, step())).toBe("waits");
    const second = step(); // the same time, not once more
    expect(await within(1, second)).toEqual(late);
    await vi.advanceTimersByTimeAsync(200);
    expect(await within(0, step())).toEqual(fields); // a later request of the step has what came meanwhile
  });

  it("is dropped when it is stopped, before, while and after the script runs", async () => {
    const before = open({
      listed: () => new Promise((resolve) => setTimeout(resolve, 100, [{ consent_id: consentId, counts: true }])),
    });
    const asked = before.deviceData.forStep()();
    before.deviceData.stop();
    expect(await within(200, asked)).toEqual({});
    expect(before.loads).toEqual([]);

    const during = open({ gives: { text, afterMs: 1000 } });
    const step = during.deviceData.forStep();
    const waits = step();
    await within(10, waits);
    during.deviceData.stop();
    expect(await within(0, waits)).toEqual({});

    const after = open();
    const ended = after.deviceData.forStep();
    expect(await within(1, ended())).toEqual(fields);
    after.deviceData.stop();
    expect(await within(0, ended())).toEqual({});
  });
});

it("the requests of a binding carry it", async () => {
  const sent: unknown[] = [];
  const note = async (...args: unknown[]) => void sent.push(args.at(-1));
  const plain = { createDevice: note, verifyDevice: note, addKey: note } as unknown as BackendClient;
  const backend = withDeviceData(plain, async () => fields);
  await backend.createDevice({ name: "n" } as never);
  await backend.verifyDevice("a-device", { challenge_id: "c" } as never);
  await backend.addKey("a-device", { key: "k" } as never);
  expect(sent).toEqual([
    { name: "n", ...fields },
    { challenge_id: "c", ...fields },
    { key: "k", ...fields },
  ]);
});
