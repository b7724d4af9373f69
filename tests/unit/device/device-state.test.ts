import { describe, expect, it } from "vitest";
import { readDeviceState, readUnfinished, requireRecord } from "../../../src-main/device/device-state.ts";
import { createFakeEnrolment, type FakeEnrolment, recordAt } from "./fake-enrolment.ts";

type Setting = Pick<FakeEnrolment, "entry" | "condition" | "marked">;
const text = (stage: Parameters<typeof recordAt>[0]) => JSON.stringify(recordAt(stage));
const usable = { condition: "usable", marked: false } as const;

/** What the keychain and the marker say; the state; why a bound key cannot be used; whether a binding may begin. */
const table: [string, Setting, string, string | null, string | "may begin"][] = [
  ["no entry, no marker", { ...usable, entry: null }, "absent", "ERR_NOT_BOUND", "may begin"],
  ["no entry, a marker", { ...usable, entry: null, marked: true }, "lost", "ERR_KEYCHAIN_LOST", "may begin"],
  [
    "locked",
    { entry: null, condition: "locked", marked: false },
    "locked",
    "ERR_KEYCHAIN_LOCKED",
    "ERR_KEYCHAIN_LOCKED",
  ],
  [
    "locked, a marker",
    { entry: null, condition: "locked", marked: true },
    "locked",
    "ERR_KEYCHAIN_LOCKED",
    "ERR_KEYCHAIN_LOCKED",
  ],
  [
    "locked over a bound entry",
    { entry: text("bound"), condition: "locked", marked: true },
    "locked",
    "ERR_KEYCHAIN_LOCKED",
    "ERR_KEYCHAIN_LOCKED",
  ],
  [
    "no keychain",
    { entry: null, condition: "unavailable", marked: false },
    "unavailable",
    "ERR_KEYCHAIN_UNAVAILABLE",
    "ERR_KEYCHAIN_UNAVAILABLE",
  ],
  [
    "no keychain, a marker",
    { entry: null, condition: "unavailable", marked: true },
    "unavailable",
    "ERR_KEYCHAIN_UNAVAILABLE",
    "ERR_KEYCHAIN_UNAVAILABLE",
  ],
  [
    "an entry that is not ours",
    { ...usable, entry: "{}" },
    "unreadable",
    "ERR_KEYCHAIN_UNREADABLE",
    "ERR_KEYCHAIN_UNREADABLE",
  ],
  [
    "an entry of a later version",
    { ...usable, entry: text("bound").replace('"version":1', '"version":2') },
    "unreadable",
    "ERR_KEYCHAIN_UNREADABLE",
    "ERR_KEYCHAIN_UNREADABLE",
  ],
  ["requested", { ...usable, entry: text("requested") }, "present", "ERR_NOT_BOUND", "may begin"],
  ["challenged", { ...usable, entry: text("challenged") }, "present", "ERR_NOT_BOUND", "may begin"],
  ["verified", { ...usable, entry: text("verified") }, "present", "ERR_NOT_BOUND", "may begin"],
  ["bound", { ...usable, entry: text("bound"), marked: true }, "present", null, "ERR_ALREADY_BOUND"],
  ["bound, its marker gone", { ...usable, entry: text("bound") }, "present", null, "ERR_ALREADY_BOUND"],
];

describe.each(table)("%s", (_name, setting, state, whyUnusable, mayBegin) => {
  const setUp = () => Object.assign(createFakeEnrolment(), setting);

  it(`is ${state}`, async () => {
    const enrolment = setUp();
    const device = await readDeviceState(enrolment);
    expect(device.state).toBe(state);
    if (device.state === "present") expect(JSON.stringify(device.record)).toBe(setting.entry);
    expect(enrolment.changes).toEqual([]);
  });

  it(whyUnusable === null ? "gives out the bound key" : `gives out no bound key: ${whyUnusable}`, async () => {
    const enrolment = setUp();
    const record = requireRecord(enrolment, "bound");
    if (whyUnusable === null) await expect(record).resolves.toEqual(recordAt("bound"));
    else await expect(record).rejects.toMatchObject({ code: whyUnusable });
    expect(enrolment.changes).toEqual([]);
  });

  it(`a binding: ${mayBegin}`, async () => {
    const enrolment = setUp();
    const unfinished = readUnfinished(enrolment);
    if (mayBegin === "may begin") {
      await expect(unfinished).resolves.toEqual(state === "present" ? JSON.parse(setting.entry ?? "") : null);
    } else {
      await expect(unfinished).rejects.toMatchObject({ code: mayBegin });
    }
    expect(enrolment.changes).toEqual([]);
  });
});

it("a step that comes too late for a bound computer says so", async () => {
  const bound = createFakeEnrolment(recordAt("bound"));
  await expect(requireRecord(bound, "challenged")).rejects.toMatchObject({ code: "ERR_ALREADY_BOUND" });
});
