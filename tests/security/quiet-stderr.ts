import { afterEach, beforeEach, vi } from "vitest";

/** Catches everything that is written to stdout, stderr and the console during a test. */
export function catchOutput(): { readonly text: () => string } {
  let written: string[] = [];
  beforeEach(() => {
    written = [];
    const keep = (text: unknown) => written.push(String(text)) > 0;
    vi.spyOn(process.stderr, "write").mockImplementation(keep);
    vi.spyOn(process.stdout, "write").mockImplementation(keep);
    for (const method of ["log", "info", "warn", "error", "debug"] as const) {
      vi.spyOn(console, method).mockImplementation((...args) => void written.push(args.map(String).join(" ")));
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return { text: () => written.join("\n") };
}
