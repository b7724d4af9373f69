import { describe, expect, it } from "vitest";
import {
  chooseRendering,
  type HardwareRecord,
  hardwareRecords,
  noteStart,
  type StartEvent,
} from "../../../src-main/settings/hardware-record.ts";

describe("how a start draws", () => {
  it.each([
    ["unknown", null],
    ["starting", "blank-start"],
    ["seen", null],
    ["blank", "blank-start"],
    ["died", "blank-start"],
  ] as const)("after %s: %s", (record, because) => {
    expect(chooseRendering(false, record)).toBe(because);
    expect(chooseRendering(true, record)).toBe("chosen");
  });
});

describe("what is noted", () => {
  const table: Record<HardwareRecord, Record<StartEvent, HardwareRecord>> = {
    unknown: { begun: "starting", painted: "seen", late: "unknown", "gpu-process-died": "unknown", closed: "unknown" },
    starting: { begun: "starting", painted: "seen", late: "blank", "gpu-process-died": "died", closed: "unknown" },
    seen: { begun: "starting", painted: "seen", late: "seen", "gpu-process-died": "seen", closed: "seen" },
    blank: { begun: "starting", painted: "seen", late: "blank", "gpu-process-died": "died", closed: "blank" },
    died: { begun: "starting", painted: "died", late: "died", "gpu-process-died": "died", closed: "died" },
  };

  it.each(
    hardwareRecords.flatMap((record) =>
      Object.entries(table[record]).map(([event, after]) => [record, event as StartEvent, after] as const),
    ),
  )("%s, then %s: %s", (record, event, after) => {
    expect(noteStart(record, event)).toBe(after);
  });
});

describe("a story", () => {
  it.each<[string, StartEvent[], "chosen" | "blank-start" | null]>([
    ["seen, then used for long, then the GPU process dies", ["begun", "painted", "late", "gpu-process-died"], null],
    ["killed before anything was seen", ["begun"], "blank-start"],
    ["killed when it was blank", ["begun", "late"], "blank-start"],
    ["closed when it was blank", ["begun", "late", "closed"], "blank-start"],
    ["closed at once", ["begun", "closed"], null],
    ["painted late, on a slow computer", ["begun", "late", "painted", "closed"], null],
    ["painted by a second GPU process", ["begun", "gpu-process-died", "painted", "closed"], "blank-start"],
    ["closed at once, with the GPU process going first", ["begun", "closed", "gpu-process-died"], null],
  ])("%s", (_name, events, next) => {
    for (const before of ["unknown", "seen"] as const) {
      expect(chooseRendering(false, events.reduce(noteStart, before))).toBe(next);
    }
  });
});
