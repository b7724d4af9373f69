import { describe, expect, it } from "vitest";
import { abandonBinding, confirmCode, continueBinding, requestCode } from "../../../src-main/device/bind-device.ts";
import type { DeviceRecord } from "../../../src-main/device/device-record.ts";
import { ascii } from "../by-hand.ts";
import { createFakeEnrolment, type FakeEnrolment, recordAt } from "./fake-enrolment.ts";
import { createFakeSolaris, type Fate } from "./fake-solaris.ts";

function setUp(record: DeviceRecord | null = null) {
  const enrolment = createFakeEnrolment(record);
  const solaris = createFakeSolaris();
  return { enrolment, solaris, binding: { enrolment, backend: solaris.backend } };
}
const recordOf = (enrolment: FakeEnrolment) => JSON.parse(enrolment.entry ?? "null") as DeviceRecord | null;
/** Fails the first call of one kind. */
const failOnce = (call: string, fate: Fate) => {
  let done = false;
  return (asked: string): Fate => {
    if (asked !== call || done) return "ok";
    done = true;
    return fate;
  };
};

describe("a binding without trouble", () => {
  it("writes each stage before it goes on, marks the computer, and ends bound", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    await confirmCode(binding, solaris.newestCode());
    expect(enrolment.changes).toEqual(["write requested", "write challenged", "write verified", "mark", "write bound"]);
    expect(recordOf(enrolment)).toMatchObject({ stage: "bound", device_id: "device-1", computer_name: "A computer" });
    expect(solaris.devices).toMatchObject([
      {
        state: "verified",
        key: recordOf(enrolment)?.unrestricted.public_key,
        restricted: recordOf(enrolment)?.restricted.public_key,
      },
    ]);
  });

  it("uses two different keys", async () => {
    const { binding, enrolment } = setUp();
    await requestCode(binding, "A computer");
    const record = recordOf(enrolment);
    expect(record?.unrestricted).not.toEqual(record?.restricted);
  });

  it("has its keys on record before Solaris hears of them", async () => {
    const { binding, enrolment, solaris } = setUp();
    solaris.fate = () => {
      expect(recordOf(enrolment)?.stage).toBe("requested");
      return "ok";
    };
    await requestCode(binding, "A computer");
    expect(solaris.calls).toEqual(["createDevice"]);
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
    await expect(confirmCode(binding, ascii("000000"))).rejects.toMatchObject({ problem: "code_refused" });
    expect(recordOf(enrolment)?.stage).toBe("challenged");
    await confirmCode(binding, solaris.newestCode());
    expect(recordOf(enrolment)?.stage).toBe("bound");
  });

  it("asked for again keeps the waiting key", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    const first = recordOf(enrolment);
    await requestCode(binding, "Another name");
    expect(recordOf(enrolment)).toMatchObject({
      unrestricted: first?.unrestricted,
      restricted: first?.restricted,
      computer_name: "Another name",
      device_id: "device-2",
    });
    await confirmCode(binding, solaris.newestCode());
    expect(recordOf(enrolment)?.stage).toBe("bound");
  });

  it("asked for again gets a fresh key where Solaris refuses the waiting one as registered", async () => {
    const { binding, enrolment, solaris } = setUp();
    solaris.reuse = "conflict";
    await requestCode(binding, "A computer");
    const first = recordOf(enrolment);
    await requestCode(binding, "A computer");
    const second = recordOf(enrolment);
    expect(second?.unrestricted).not.toEqual(first?.unrestricted);
    expect(second?.restricted).not.toEqual(first?.restricted);
    await confirmCode(binding, solaris.newestCode());
    expect(solaris.devices.at(-1)).toMatchObject({ state: "verified", restricted: second?.restricted.public_key });
  });

  it("is signed with the key of this binding, not with another customer's", async () => {
    const { binding, solaris } = setUp(recordAt("challenged"));
    await expect(confirmCode(binding, solaris.newestCode())).rejects.toMatchObject({ problem: "code_expired" });
  });

  it.each([["requested"], ["verified"]] as const)("is not taken at stage %s", async (stage) => {
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
    expect(recordOf(enrolment)?.stage).toBe("bound");
    expect(solaris.devices.filter(({ state }) => state === "verified")).toHaveLength(1);
  });

  it("to an accepted code is noticed at once: no new code is needed", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    solaris.fate = failOnce("verifyDevice", "lost-after");
    await confirmCode(binding, solaris.newestCode());
    expect(recordOf(enrolment)?.stage).toBe("bound");
  });

  it("to an accepted code is noticed when a new code is asked for: none is sent", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    solaris.fate = (call) => (call === "verifyDevice" ? "lost-after" : call === "getDevice" ? "down" : "ok");
    await expect(confirmCode(binding, solaris.newestCode())).rejects.toMatchObject({ code: "ERR_BACKEND_TIMEOUT" });
    solaris.fate = () => "ok";
    await requestCode(binding, "A computer");
    expect(recordOf(enrolment)?.stage).toBe("bound");
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

describe("what is never touched", () => {
  const kept: [string, string][] = [
    ["a bound entry", JSON.stringify(recordAt("bound"))],
    ["an entry that cannot be read", '{"version":2}'],
    ["an entry that is no JSON", "not ours"],
  ];
  it.each(kept)("%s, by none of the four steps", async (_name, entry) => {
    const { binding, enrolment, solaris } = setUp();
    enrolment.entry = entry;
    const steps = [
      () => requestCode(binding, "A computer"),
      () => confirmCode(binding, ascii("212212")),
      () => continueBinding(binding),
      () => abandonBinding(binding),
    ];
    for (const step of steps) await expect(step()).rejects.toHaveProperty("code");
    expect(enrolment.entry).toBe(entry);
    expect(enrolment.changes).toEqual([]);
    expect(solaris.calls).toEqual([]);
  });

  it.each(["locked", "unavailable"] as const)(
    "a keychain that is %s: it reads as empty and is not",
    async (condition) => {
      const { binding, enrolment } = setUp(recordAt("bound"));
      enrolment.condition = condition;
      for (const step of [requestCode(binding, "x"), continueBinding(binding), abandonBinding(binding)]) {
        await expect(step).rejects.toHaveProperty("code");
      }
      expect(enrolment.changes).toEqual([]);
    },
  );
});

describe("going on and giving up", () => {
  it.each([[null], [recordAt("requested")]])("there is nothing to go on with without a challenge", async (record) => {
    const { binding, enrolment } = setUp(record);
    expect(await continueBinding(binding)).toBe(false);
    expect(enrolment.changes).toEqual([]);
  });

  it("a code that is still awaited stays awaited", async () => {
    const { binding, enrolment } = setUp();
    await requestCode(binding, "A computer");
    const before = enrolment.entry;
    expect(await continueBinding(binding)).toBe(false);
    expect(enrolment.entry).toBe(before);
  });

  it("a binding given up leaves neither key nor marker, and the next begins with new keys", async () => {
    const { binding, enrolment } = setUp();
    await requestCode(binding, "A computer");
    const first = recordOf(enrolment);
    await abandonBinding(binding);
    expect([enrolment.entry, enrolment.marked]).toEqual([null, false]);
    await requestCode(binding, "A computer");
    expect(recordOf(enrolment)?.unrestricted).not.toEqual(first?.unrestricted);
  });

  it("giving up where nothing was begun changes nothing", async () => {
    const { binding, enrolment } = setUp();
    enrolment.marked = true;
    await abandonBinding(binding);
    expect([enrolment.changes, enrolment.marked]).toEqual([[], true]);
  });

  it("a device that was removed before it had its restricted key is not called bound, and can be given up", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    solaris.fate = failOnce("addKey", "never-sent");
    await expect(confirmCode(binding, solaris.newestCode())).rejects.toThrow();
    solaris.remove("device-1");
    await expect(continueBinding(binding)).rejects.toMatchObject({ code: "ERR_DEVICE_REFUSED" });
    expect(recordOf(enrolment)?.stage).toBe("verified");
    await abandonBinding(binding);
    expect(enrolment.entry).toBeNull();
  });

  it("giving up removes a device that Solaris has verified, so that none is left without its key", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    solaris.fate = failOnce("addKey", "never-sent");
    await expect(confirmCode(binding, solaris.newestCode())).rejects.toThrow();
    await abandonBinding(binding);
    expect(solaris.devices).toEqual([]);
    expect(enrolment.entry).toBeNull();
  });

  it("a code that was sent stays usable when asking for another one is refused", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    solaris.fate = failOnce("createDevice", "never-sent");
    await expect(requestCode(binding, "A computer")).rejects.toThrow();
    expect(recordOf(enrolment)?.stage).toBe("challenged");
    await confirmCode(binding, solaris.newestCode());
    expect(recordOf(enrolment)?.stage).toBe("bound");
  });

  it("a computer's name may have any letters", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "Büro-Rechner von Zoë 💻");
    expect(enrolment.entry).toMatch(/^[\x20-\x7e]+$/);
    expect(recordOf(enrolment)?.computer_name).toBe("Büro-Rechner von Zoë 💻");
    await confirmCode(binding, solaris.newestCode());
    expect(recordOf(enrolment)?.stage).toBe("bound");
  });
});
