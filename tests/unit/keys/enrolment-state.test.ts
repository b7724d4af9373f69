import { describe, expect, it } from "vitest";
import {
  ownDeviceId,
  readEnrolmentState,
  readUnfinished,
  requireRecord,
} from "../../../src-main/keys/enrolment-state.ts";
import { createFakeEnrolment, type FakeEnrolment, markerOf, noMarker, recordAt } from "./fake-enrolment.ts";

type Setting = Pick<FakeEnrolment, "entry" | "condition" | "marker">;
const text = (stage: Parameters<typeof recordAt>[0]) => JSON.stringify(recordAt(stage));
const ours = markerOf("a-device");
const others = markerOf("another-device");
const leaving = markerOf("a-device", "for-good");
const damaged = { state: "unreadable" } as const;
const usable = (entry: string | null, marker = noMarker as Setting["marker"]): Setting => ({
  condition: "usable",
  entry,
  marker,
});
const locked = (entry: string | null, marker: Setting["marker"]): Setting => ({ condition: "locked", entry, marker });
const missing = (marker: Setting["marker"]): Setting => ({ condition: "unavailable", entry: null, marker });
const spent = JSON.stringify({ ...recordAt("bound"), wrong_passcodes: 5 });

/** What keychain and marker say; the state; why a bound key cannot be used; whether a binding may begin; the own device. */
const table: [string, Setting, string, string | null, string | "may begin", string | null][] = [
  ["no entry, no marker", usable(null), "absent", "ERR_NOT_BOUND", "may begin", null],
  ["no entry, a marker", usable(null, ours), "lost", "ERR_KEYCHAIN_LOST", "may begin", null],
  ["no entry, a damaged marker", usable(null, damaged), "lost", "ERR_KEYCHAIN_LOST", "may begin", null],
  ["locked", locked(null, noMarker), "locked", "ERR_KEYCHAIN_LOCKED", "ERR_KEYCHAIN_LOCKED", null],
  ["locked, a marker", locked(null, ours), "locked", "ERR_KEYCHAIN_LOCKED", "ERR_KEYCHAIN_LOCKED", "a-device"],
  [
    "locked over a bound entry",
    locked(text("bound"), ours),
    "locked",
    "ERR_KEYCHAIN_LOCKED",
    "ERR_KEYCHAIN_LOCKED",
    "a-device",
  ],
  ["locked in a removal", locked(null, leaving), "locked", "ERR_KEYCHAIN_LOCKED", "ERR_KEYCHAIN_LOCKED", "a-device"],
  ["no keychain", missing(noMarker), "unavailable", "ERR_KEYCHAIN_UNAVAILABLE", "ERR_KEYCHAIN_UNAVAILABLE", null],
  [
    "no keychain, a marker",
    missing(ours),
    "unavailable",
    "ERR_KEYCHAIN_UNAVAILABLE",
    "ERR_KEYCHAIN_UNAVAILABLE",
    "a-device",
  ],
  [
    "an entry that is not ours",
    usable("{}", ours),
    "unreadable",
    "ERR_KEYCHAIN_UNREADABLE",
    "ERR_KEYCHAIN_UNREADABLE",
    null,
  ],
  [
    "an entry of the version that was never released",
    usable(text("bound").replace('"version":2', '"version":1'), ours),
    "unreadable",
    "ERR_KEYCHAIN_UNREADABLE",
    "ERR_KEYCHAIN_UNREADABLE",
    null,
  ],
  ["requested", usable(text("requested")), "present", "ERR_NOT_BOUND", "may begin", null],
  ["challenged", usable(text("challenged")), "present", "ERR_NOT_BOUND", "may begin", null],
  ["verified", usable(text("verified")), "present", "ERR_NOT_BOUND", "may begin", "a-device"],
  ["keyed", usable(text("keyed")), "present", "ERR_NOT_BOUND", "may begin", "a-device"],
  [
    "unfinished, the marker of an earlier one",
    usable(text("keyed"), others),
    "present",
    "ERR_NOT_BOUND",
    "may begin",
    "a-device",
  ],
  ["bound", usable(text("bound"), ours), "present", null, "ERR_ALREADY_BOUND", "a-device"],
  ["bound, its marker damaged", usable(text("bound"), damaged), "present", null, "ERR_ALREADY_BOUND", "a-device"],
  ["erased", usable(text("erased"), ours), "present", "ERR_KEY_ERASED", "ERR_KEY_ERASED", "a-device"],
  ["bound, five wrong passcodes", usable(spent, ours), "present", "ERR_KEY_ERASED", "ERR_KEY_ERASED", "a-device"],
  ...(["bound", "erased"] as const).flatMap((stage): typeof table => [
    [
      `${stage}, no marker`,
      usable(text(stage)),
      "unconfirmed: no-marker",
      "ERR_DEVICE_UNCONFIRMED",
      "ERR_DEVICE_UNCONFIRMED",
      null,
    ],
    [
      `${stage}, another device's marker`,
      usable(text(stage), others),
      "unconfirmed: other-device",
      "ERR_DEVICE_UNCONFIRMED",
      "ERR_DEVICE_UNCONFIRMED",
      null,
    ],
    [`${stage}, being removed`, usable(text(stage), leaving), "removing", "ERR_NOT_BOUND", "ERR_NOT_BOUND", "a-device"],
  ]),
  ["no entry, being removed", usable(null, leaving), "removing", "ERR_NOT_BOUND", "ERR_NOT_BOUND", "a-device"],
  ["not ours, being removed", usable("{}", leaving), "removing", "ERR_NOT_BOUND", "ERR_NOT_BOUND", "a-device"],
];

describe.each(table)("%s", (_name, setting, state, whyUnusable, mayBegin, own) => {
  const setUp = () => Object.assign(createFakeEnrolment(), setting);

  it(`is ${state}`, async () => {
    const enrolment = setUp();
    const device = await readEnrolmentState(enrolment);
    expect("why" in device ? `${device.state}: ${device.why}` : device.state).toBe(state);
    if ("record" in device) {
      const expected = setting.entry === spent ? recordAt("erased") : JSON.parse(setting.entry ?? "");
      expect(device.record).toEqual(expected);
    }
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

  it(`is at Solaris: ${own}`, async () => {
    expect(await ownDeviceId(setUp())).toBe(own);
  });
});

it("a step that comes too late for a bound computer says so", async () => {
  const bound = createFakeEnrolment(recordAt("bound"));
  await expect(requireRecord(bound, "challenged")).rejects.toMatchObject({ code: "ERR_ALREADY_BOUND" });
});
