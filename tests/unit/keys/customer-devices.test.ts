import { describe, expect, it } from "vitest";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { listDevices, listRemovedDevices, removeOtherDevice } from "../../../src-main/keys/customer-devices.ts";
import { createFakeEnrolment, recordAt } from "./fake-enrolment.ts";

const device = { id: "another", name: "Old phone", created_at: "2030-01-01T00:00:00Z" };
const used = "2030-02-01T00:00:00Z";

/** This computer, in front of a backend that says this. */
function inFrontOf(backend: object) {
  return { enrolment: createFakeEnrolment(recordAt("bound")), backend: backend as never };
}

describe("the devices", () => {
  it("are told with their last use where that was asked for", async () => {
    const asked: unknown[] = [];
    const dependencies = inFrontOf({
      listDevices: async (details: boolean) => {
        asked.push(details);
        return { devices: [{ ...device, ...(details && { last_used_at: used }) }], limit: 5, left_out: 0 };
      },
    });
    const uses = [await listDevices(dependencies, true), await listDevices(dependencies, false)].map(
      ({ devices }) => devices[0]?.lastUsedAt,
    );
    expect([asked, uses]).toEqual([
      [true, false],
      [used, null],
    ]);
  });

  it("are told without it by an earlier backend, which says nothing of it", async () => {
    const dependencies = inFrontOf({ listDevices: async () => ({ devices: [device], limit: 5, left_out: 0 }) });
    expect(await listDevices(dependencies, true)).toEqual({
      devices: [
        { id: "another", name: "Old phone", boundAt: device.created_at, lastUsedAt: null, isThisComputer: false },
      ],
      limit: 5,
      leftOut: 0,
    });
  });

  it("keep it after one of them was removed", async () => {
    const dependencies = inFrontOf({
      removeDevice: async () => undefined,
      listDevices: async (details: boolean) => {
        return { devices: [{ ...device, last_used_at: details ? used : null }], limit: 5, left_out: 0 };
      },
    });
    expect((await removeOtherDevice(dependencies, "one-more")).devices[0]?.lastUsedAt).toBe(used);
  });
});

describe("the removed devices", () => {
  it("are told with the time", async () => {
    const removed = { ...device, removed_at: "2030-03-01T00:00:00Z" };
    const dependencies = inFrontOf({
      listRemovedDevices: async () => ({ devices: [removed], left_out: 1, truncated: true }),
    });
    expect(await listRemovedDevices(dependencies)).toEqual({
      devices: [{ id: "another", name: "Old phone", removedAt: removed.removed_at }],
      leftOut: 1,
      isCutShort: true,
    });
  });

  it("are not said to be none by an earlier backend, which does not know of them", async () => {
    const unknown = new BackendError("ERR_OPERATION_UNKNOWN", "answered");
    expect(await listRemovedDevices(inFrontOf({ listRemovedDevices: () => Promise.reject(unknown) }))).toBeNull();
  });

  it("are not said to be untold where the question failed", async () => {
    const failure = new BackendError("ERR_SOLARIS_UNAVAILABLE", "answered");
    const dependencies = inFrontOf({ listRemovedDevices: () => Promise.reject(failure) });
    await expect(listRemovedDevices(dependencies)).rejects.toBe(failure);
  });
});
