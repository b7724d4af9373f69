import { describe, expect, it } from "vitest";
import { confirmCode, continueBinding, requestCode } from "../../../src-main/keys/bind-this-computer.ts";
import { ascii } from "../by-hand.ts";
import { failOnce, finish, setUp, setUpVerified } from "./begun-binding.ts";
import { markerOf, recordAt, recordOf } from "./fake-enrolment.ts";
import type { Fate } from "./fake-solaris.ts";

describe("a binding without trouble", () => {
  it("writes each stage before it goes on, marks the computer, and ends bound", async () => {
    const { binding, enrolment, solaris } = await setUpVerified();
    await finish(binding);
    expect(enrolment.changes).toEqual([
      "write requested",
      "write challenged",
      "write verified",
      "write keyed",
      "mark",
      "write bound",
    ]);
    const record = recordOf(enrolment);
    if (record?.stage !== "bound") expect.fail("not bound");
    expect(record).toMatchObject({ device_id: "device-1", computer_name: "A computer", wrong_passcodes: 0 });
    expect(enrolment.marker).toEqual(markerOf("device-1"));
    expect(solaris.devices).toMatchObject([
      { state: "verified", key: record.unrestricted.public_key, restricted: record.restricted.public_key },
    ]);
    expect(record.unrestricted.public_key).not.toBe(record.restricted.public_key);
  });

  it("makes no restricted key before there is a passcode for it", async () => {
    const { enrolment, solaris } = await setUpVerified();
    expect(recordOf(enrolment)).not.toHaveProperty("restricted");
    expect(solaris.calls).not.toContain("addKey");
  });

  it.each([
    ["de", "de"],
    ["en", "en"],
    ["fr", "fr"],
    ["it", "en"],
    ["es", "en"],
  ] as const)(
    "tells the backend how the key is kept, and in %s that the code's message is wanted in %s",
    async (shown, sent) => {
      const { binding, solaris } = setUp();
      const { createDevice } = solaris.backend;
      const told: unknown[] = [];
      const backend = {
        ...solaris.backend,
        createDevice: (request: Parameters<typeof createDevice>[0]) => {
          told.push(request.protection_level, request.language);
          return createDevice(request);
        },
      };
      await requestCode({ ...binding, backend, language: () => shown }, "A computer");
      expect(told).toEqual(["keychain_passcode", sent]);
    },
  );

  it("has each key on record before Solaris hears of it", async () => {
    const { binding, enrolment, solaris } = setUp();
    solaris.fate = (call) => {
      if (call === "createDevice") expect(recordOf(enrolment)?.stage).toBe("requested");
      if (call === "addKey") expect(recordOf(enrolment)?.stage).toBe("keyed");
      return "ok";
    };
    await requestCode(binding, "A computer");
    await confirmCode(binding, solaris.newestCode());
    await finish(binding);
    expect(solaris.calls).toEqual(["listDevices", "createDevice", "verifyDevice", "getDevice", "getDevice", "addKey"]);
  });

  it("asks for nothing when the keychain takes nothing", async () => {
    const { binding, enrolment, solaris } = setUp();
    for (const condition of ["locked", "unavailable"] as const) {
      enrolment.condition = condition;
      await expect(requestCode(binding, "A computer")).rejects.toMatchObject({
        code: `ERR_KEYCHAIN_${condition.toUpperCase()}`,
      });
    }
    expect(solaris.calls).toEqual([]);
  });
});

describe("a code", () => {
  it("that is wrong can be entered again", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    await expect(confirmCode(binding, ascii("000000"))).rejects.toMatchObject({ code: "ERR_CODE_REFUSED" });
    expect(recordOf(enrolment)?.stage).toBe("challenged");
    await confirmCode(binding, solaris.newestCode());
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it("asked for again keeps the waiting key", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    const first = recordOf(enrolment);
    await requestCode(binding, "Another name");
    expect(recordOf(enrolment)).toMatchObject({
      unrestricted: first?.unrestricted,
      computer_name: "Another name",
      device_id: "device-2",
    });
    await confirmCode(binding, solaris.newestCode());
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it("asked for again gets a fresh key where Solaris refuses the waiting one as registered", async () => {
    const { binding, enrolment, solaris } = setUp();
    solaris.reuse = "conflict";
    await requestCode(binding, "A computer");
    const first = recordOf(enrolment);
    await requestCode(binding, "A computer");
    const second = recordOf(enrolment);
    expect(second?.unrestricted).not.toEqual(first?.unrestricted);
    await confirmCode(binding, solaris.newestCode());
    expect(solaris.devices.at(-1)).toMatchObject({ state: "verified", key: second?.unrestricted.public_key });
  });

  it("is signed with the key of this binding, not with another customer's", async () => {
    const { binding, solaris } = setUp(recordAt("challenged"));
    await expect(confirmCode(binding, solaris.newestCode())).rejects.toMatchObject({ code: "ERR_CODE_EXPIRED" });
  });

  it.each([["requested"], ["verified"], ["keyed"]] as const)("is not taken at stage %s", async (stage) => {
    const { binding, solaris } = setUp(recordAt(stage));
    await expect(confirmCode(binding, ascii("212212"))).rejects.toMatchObject({ code: "ERR_NOT_BOUND" });
    expect(solaris.calls).toEqual([]);
  });
});

describe("an answer that is lost", () => {
  it.each<[string, string, Fate]>([
    ["to the request for a code, which did not arrive", "createDevice", "lost-before"],
    ["to the request for a code, which was carried out", "createDevice", "lost-after"],
    ["to the code, which did not arrive", "verifyDevice", "lost-before"],
    ["to the code, which was accepted", "verifyDevice", "lost-after"],
    ["to the new key, which did not arrive", "addKey", "lost-before"],
    ["to the new key, which was added", "addKey", "lost-after"],
    ["to the question about the device", "getDevice", "lost-after"],
  ])("%s: the computer still ends bound, with one device", async (_name, call, fate) => {
    const { binding, enrolment, solaris } = setUp();
    solaris.fate = failOnce(call, fate);
    await requestCode(binding, "A computer").catch(() => requestCode(binding, "A computer"));
    await confirmCode(binding, solaris.newestCode()).catch(async () => {
      if (!(await continueBinding(binding))) await confirmCode(binding, solaris.newestCode());
    });
    await finish(binding).catch(async () => {
      if (recordOf(enrolment)?.stage === "verified") await finish(binding);
      else await continueBinding(binding);
    });
    expect(recordOf(enrolment)?.stage).toBe("bound");
    expect(solaris.devices.filter(({ state }) => state === "verified")).toHaveLength(1);
  });

  it("to an accepted code is noticed at once: no new code is needed", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    solaris.fate = failOnce("verifyDevice", "lost-after");
    await confirmCode(binding, solaris.newestCode());
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it("to an accepted code is noticed when a new code is asked for: none is sent", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    solaris.fate = (call) => (call === "verifyDevice" ? "lost-after" : call === "getDevice" ? "down" : "ok");
    await expect(confirmCode(binding, solaris.newestCode())).rejects.toMatchObject({ code: "ERR_BACKEND_TIMEOUT" });
    solaris.fate = () => "ok";
    await requestCode(binding, "A computer");
    expect(recordOf(enrolment)?.stage).toBe("verified");
    expect(solaris.devices).toHaveLength(1);
  });

  it("to a code that did not arrive is told as what it was", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    solaris.fate = failOnce("verifyDevice", "lost-before");
    await expect(confirmCode(binding, solaris.newestCode())).rejects.toMatchObject({ code: "ERR_BACKEND_TIMEOUT" });
    expect(recordOf(enrolment)?.stage).toBe("challenged");
  });
});
