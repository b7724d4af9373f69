import { describe, expect, it } from "vitest";
import {
  abandonBinding,
  type Binding,
  confirmCode,
  continueBinding,
  requestCode,
  setPasscode,
} from "../../../src-main/device/bind-device.ts";
import { makeKeyPair } from "../../../src-main/device/device-key.ts";
import type { DeviceRecord, RecordAt } from "../../../src-main/device/device-record.ts";
import { ascii } from "../by-hand.ts";
import {
  createFakeEnrolment,
  derive,
  markerOf,
  noMarker,
  passcode,
  recordAt,
  recordOf,
  smallCost,
  stages,
} from "./fake-enrolment.ts";
import { createFakeSolaris, type Fate } from "./fake-solaris.ts";

function setUp(record: DeviceRecord | null = null) {
  const enrolment = createFakeEnrolment(record);
  const solaris = createFakeSolaris();
  return { enrolment, solaris, binding: { enrolment, backend: solaris.backend } };
}
const finish = (binding: Binding) => setPasscode(binding, derive, passcode(), smallCost);
/** A binding whose code was accepted, and which waits for the passcode. */
async function setUpVerified() {
  const set = setUp();
  await requestCode(set.binding, "A computer");
  await confirmCode(set.binding, set.solaris.newestCode());
  return set;
}
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

  it("tells the backend how the key is kept", async () => {
    const { binding, solaris } = setUp();
    const { createDevice } = solaris.backend;
    let told: unknown;
    const backend = {
      ...solaris.backend,
      createDevice: (request: Parameters<typeof createDevice>[0]) => {
        told = request.protection_level;
        return createDevice(request);
      },
    };
    await requestCode({ ...binding, backend }, "A computer");
    expect(told).toBe("keychain_passcode");
  });

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
    await expect(confirmCode(binding, ascii("000000"))).rejects.toMatchObject({ problem: "code_refused" });
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
    await expect(confirmCode(binding, solaris.newestCode())).rejects.toMatchObject({ problem: "code_expired" });
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

describe("the passcode", () => {
  it.each([
    ["12345", "ERR_PASSCODE_LENGTH"],
    ["blue\tKettle", "ERR_PASSCODE_CHARACTERS"],
    ["121212", "ERR_PASSCODE_REPEATED"],
    ["qwertz", "ERR_PASSCODE_SEQUENCE"],
    ["Password1!", "ERR_PASSCODE_COMMON"],
  ])("that cannot be taken makes no key and asks nobody: %j", async (text, code) => {
    const { binding, enrolment, solaris } = await setUpVerified();
    const before = { entry: enrolment.entry, calls: solaris.calls.length };
    await expect(setPasscode(binding, derive, ascii(text), smallCost)).rejects.toMatchObject({ code });
    expect({ entry: enrolment.entry, calls: solaris.calls.length }).toEqual(before);
  });

  it.each(stages.filter((stage) => stage !== "verified"))("is not taken at stage %s", async (stage) => {
    const { binding, enrolment, solaris } = setUp(recordAt(stage));
    await expect(finish(binding)).rejects.toMatchObject({
      code: { bound: "ERR_ALREADY_BOUND", erased: "ERR_KEY_ERASED" }[stage as string] ?? "ERR_NOT_BOUND",
    });
    expect([enrolment.changes, solaris.calls]).toEqual([[], []]);
  });

  it("whose key could not be added is not asked for again: the binding is completed without it", async () => {
    const { binding, enrolment, solaris } = await setUpVerified();
    solaris.fate = failOnce("addKey", "never-sent");
    await expect(finish(binding)).rejects.toThrow();
    const keyed = recordOf(enrolment);
    expect(keyed?.stage).toBe("keyed");
    expect(await continueBinding(binding)).toBe(true);
    expect(recordOf(enrolment)).toMatchObject({
      stage: "bound",
      restricted: { ...(keyed as RecordAt<"keyed">).restricted },
    });
  });

  it("is awaited where the code was accepted, and no code is sent any more", async () => {
    const { binding, enrolment, solaris } = await setUpVerified();
    expect(await continueBinding(binding)).toBe(true);
    await requestCode(binding, "A computer");
    expect(recordOf(enrolment)?.stage).toBe("verified");
    expect(solaris.devices).toHaveLength(1);
  });

  it("makes no key where the derivation fails", async () => {
    const { binding, enrolment, solaris } = await setUpVerified();
    const dying = () => Promise.reject(new Error("the worker died"));
    await expect(setPasscode(binding, dying, passcode())).rejects.toThrow("the worker died");
    expect(recordOf(enrolment)?.stage).toBe("verified");
    expect(solaris.calls).not.toContain("addKey");
  });
});

describe("the limit of devices", () => {
  const addMany = (solaris: ReturnType<typeof createFakeSolaris>, count: number) => {
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

describe("what is never touched", () => {
  const spent = { ...recordAt("bound"), wrong_passcodes: 5 };
  const kept: [string, string][] = [
    ["a bound entry", JSON.stringify(recordAt("bound"))],
    ["an entry whose key was erased", JSON.stringify(recordAt("erased"))],
    ["an entry whose key counts as erased", JSON.stringify(spent)],
    ["an entry that cannot be read", '{"version":3}'],
    ["an entry that is no JSON", "not ours"],
  ];
  it.each(kept)("%s, by none of the five steps, whatever the marker says", async (_name, entry) => {
    for (const marker of [noMarker, markerOf("a-device"), markerOf("another-device"), markerOf("a-device", true)]) {
      const { binding, enrolment, solaris } = setUp();
      Object.assign(enrolment, { entry, marker });
      const steps = [
        () => requestCode(binding, "A computer"),
        () => confirmCode(binding, ascii("212212")),
        () => finish(binding),
        () => continueBinding(binding),
        () => abandonBinding(binding),
      ];
      for (const step of steps) await expect(step()).rejects.toHaveProperty("code");
      expect(enrolment.entry).toBe(entry);
      expect(enrolment.changes).toEqual([]);
      expect(solaris.calls).toEqual([]);
    }
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
    expect([enrolment.entry, enrolment.marker]).toEqual([null, noMarker]);
    await requestCode(binding, "A computer");
    expect(recordOf(enrolment)?.unrestricted).not.toEqual(first?.unrestricted);
  });

  it("giving up where nothing was begun changes nothing", async () => {
    const { binding, enrolment } = setUp();
    enrolment.marker = markerOf("a-device");
    await abandonBinding(binding);
    expect([enrolment.changes, enrolment.marker]).toEqual([[], markerOf("a-device")]);
  });

  const endsBefore: [string, () => Promise<Awaited<ReturnType<typeof setUpVerified>>>][] = [
    ["the passcode", setUpVerified],
    [
      "its restricted key was added",
      async () => {
        const set = await setUpVerified();
        set.solaris.fate = failOnce("addKey", "never-sent");
        await expect(finish(set.binding)).rejects.toThrow();
        return set;
      },
    ],
  ];
  it.each(endsBefore)(
    "a device that was removed before %s is not called bound, and can be given up",
    async (_, begin) => {
      const { binding, enrolment, solaris } = await begin();
      const stage = recordOf(enrolment)?.stage;
      solaris.remove("device-1");
      await expect(continueBinding(binding)).rejects.toMatchObject({ code: "ERR_DEVICE_REFUSED" });
      if (stage === "verified") await expect(finish(binding)).rejects.toMatchObject({ code: "ERR_DEVICE_REFUSED" });
      expect(recordOf(enrolment)?.stage).toBe(stage);
      await abandonBinding(binding);
      expect([enrolment.entry, enrolment.marker]).toEqual([null, noMarker]);
    },
  );

  it.each(endsBefore)(
    "giving up before %s removes the device, so that none is left without its key",
    async (_, begin) => {
      const { binding, enrolment, solaris } = await begin();
      await abandonBinding(binding);
      expect(solaris.devices).toEqual([]);
      expect([enrolment.entry, enrolment.marker]).toEqual([null, noMarker]);
    },
  );

  it("giving up when the key was added, and its answer lost, removes the device too", async () => {
    const { binding, enrolment, solaris } = await setUpVerified();
    solaris.fate = failOnce("addKey", "lost-after");
    await expect(finish(binding)).rejects.toThrow();
    await abandonBinding(binding);
    expect([solaris.devices, enrolment.entry, enrolment.marker]).toEqual([[], null, noMarker]);
  });

  it("a code that was sent stays usable when asking for another one is refused", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "A computer");
    solaris.fate = failOnce("createDevice", "never-sent");
    await expect(requestCode(binding, "A computer")).rejects.toThrow();
    expect(recordOf(enrolment)?.stage).toBe("challenged");
    await confirmCode(binding, solaris.newestCode());
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it("a computer's name may have any letters", async () => {
    const { binding, enrolment, solaris } = setUp();
    await requestCode(binding, "Büro-Rechner von Zoë 💻");
    expect(enrolment.entry).toMatch(/^[\x20-\x7e]+$/);
    expect(recordOf(enrolment)?.computer_name).toBe("Büro-Rechner von Zoë 💻");
    await confirmCode(binding, solaris.newestCode());
    await finish(binding);
    expect(recordOf(enrolment)).toMatchObject({ stage: "bound", computer_name: "Büro-Rechner von Zoë 💻" });
  });
});
