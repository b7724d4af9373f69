import { describe, expect, it } from "vitest";
import { confirmCode, requestCode } from "../../../src-main/keys/bind-this-computer.ts";
import { makeKeyPair } from "../../../src-main/keys/device-key.ts";
import { failOnce, setUp } from "./begun-binding.ts";
import { recordOf } from "./fake-enrolment.ts";
import type { FakeSolaris } from "./fake-solaris.ts";

describe("the limit of devices", () => {
  const addMany = (solaris: FakeSolaris, count: number) => {
    for (let n = 1; n <= count; n++) solaris.add(`other-${n}`, makeKeyPair().public_key, null);
  };

  it("is checked before a code is sent and before a key is made", async () => {
    const { binding, enrolment, solaris } = setUp();
    addMany(solaris, 5);
    await expect(requestCode(binding, "A computer")).rejects.toMatchObject({ code: "ERR_DEVICE_LIMIT" });
    expect([solaris.calls, enrolment.changes]).toEqual([["listDevices"], []]);
  });

  it("is checked before another code is sent, and the waiting one stays usable", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    const code = solaris.newestCode();
    addMany(solaris, 5);
    await expect(requestCode(binding, "A computer")).rejects.toMatchObject({ code: "ERR_DEVICE_LIMIT" });
    solaris.remove("other-1");
    await confirmCode(binding, code);
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it("lets a fifth device in, and is the one that the backend names", async () => {
    const { binding, solaris } = setUp();
    addMany(solaris, 4);
    await requestCode(binding, "A computer");
    expect(solaris.calls).toEqual(["listDevices", "createDevice"]);
    const other = setUp();
    other.solaris.limit = 0;
    await expect(requestCode(other.binding, "A computer")).rejects.toMatchObject({ code: "ERR_DEVICE_LIMIT" });
  });

  it("that cannot be asked about is an error, and no code is sent", async () => {
    const { binding, enrolment, solaris } = setUp();
    solaris.fate = failOnce("listDevices", "down");
    await expect(requestCode(binding, "A computer")).rejects.toMatchObject({ code: "ERR_SOLARIS_UNAVAILABLE" });
    expect(enrolment.changes).toEqual([]);
  });
});
