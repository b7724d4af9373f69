import { afterEach, describe, expect, it, vi } from "vitest";
import { log } from "../../src-main/log.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the log", () => {
  it("is one line of JSON on stderr: when, what, and coded fields", () => {
    const lines: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
    log({ event: "call_failed", method: "changePin", code: "ERR_BUSY" });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith("\n")).toBe(true);
    const entry = JSON.parse(lines[0] ?? "");
    expect(entry).toEqual({ time: entry.time, event: "call_failed", method: "changePin", code: "ERR_BUSY" });
    expect(new Date(entry.time).toISOString()).toBe(entry.time);
  });
});
