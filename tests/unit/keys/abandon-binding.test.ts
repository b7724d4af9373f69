import { describe, expect, it } from "vitest";
import {
  abandonBinding,
  confirmCode,
  continueBinding,
  requestCode,
} from "../../../src-main/keys/bind-this-computer.ts";
import { ascii } from "../by-hand.ts";
import { failOnce, finish, setUp, setUpVerified } from "./begun-binding.ts";
import { markerOf, noMarker, recordAt, recordOf } from "./fake-enrolment.ts";

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
    for (const marker of [
      noMarker,
      markerOf("a-device"),
      markerOf("another-device"),
      markerOf("a-device", "for-good"),
    ]) {
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

  it.each(
    (["challenged", "verified", "keyed"] as const).flatMap((stage) => [
      [stage, "getDevice", "down"] as const,
      [stage, "getDevice", "lost-before"] as const,
      [stage, "removeDevice", "down"] as const,
      [stage, "removeDevice", "lost-before"] as const,
      [stage, "removeDevice", "lost-after"] as const,
    ]),
  )(
    "giving up a binding that is %s keeps its key while it is not known that its device is gone: %s is %s",
    async (stage, call, fate) => {
      const { binding, enrolment, solaris } = setUp(recordAt(stage));
      solaris.add("a-device", recordAt(stage).unrestricted.public_key, null);
      const before = enrolment.entry;
      solaris.fate = failOnce(call, fate);
      await expect(abandonBinding(binding)).rejects.toHaveProperty("code");
      expect([enrolment.entry, enrolment.changes]).toEqual([before, []]);
      await abandonBinding(binding);
      expect([enrolment.entry, solaris.devices]).toEqual([null, []]);
    },
  );

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
