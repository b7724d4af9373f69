import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRendering } from "../../../src-main/settings/rendering.ts";
import { keepRecord } from "./keep-record.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-rendering-"));
  file = path.join(folder, "rendering.json");
});
afterEach(() => rm(folder, { recursive: true }));
const kept = async () => JSON.parse(await readFile(file, "utf8")).hardware;

describe("the record of starts", () => {
  it("is on the disk before the window is made, and follows what happens", async () => {
    const rendering = openRendering(file, false);
    await rendering.note("begun");
    expect(await kept()).toBe("starting");
    await rendering.note("painted");
    expect(await kept()).toBe("seen");
  });

  it("keeps the order in which things happened", async () => {
    const rendering = openRendering(file, false);
    void rendering.note("begun");
    void rendering.note("late");
    await rendering.note("painted");
    expect(await kept()).toBe("seen");
  });

  it.each(["starting", "blank", "died"] as const)(
    "%s stays through starts without the graphics card",
    async (hardware) => {
      await keepRecord(file, hardware);
      for (const events of [
        ["begun", "painted", "closed"],
        ["begun"],
        ["begun", "late", "gpu-process-died"],
      ] as const) {
        const rendering = openRendering(file, false);
        expect(rendering.because).toBe("blank-start");
        for (const event of events) await rendering.note(event);
        expect(await kept()).toBe(hardware);
      }
    },
  );

  it("is forgotten when the cardholder wants the graphics card again", async () => {
    await keepRecord(file, "blank");
    const rendering = openRendering(file, false);
    expect(rendering.hasFallenBack()).toBe(true);
    await rendering.tryHardwareAgain();
    expect(rendering.hasFallenBack()).toBe(false);
    expect(openRendering(file, false).because).toBeNull();
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "blank"],
    ["another word", JSON.stringify({ version: 1, hardware: "broken" })],
    ["another version", JSON.stringify({ version: 2, hardware: "blank" })],
    ["something more", JSON.stringify({ version: 1, hardware: "blank", switches: ["--no-sandbox"] })],
  ])("with %s in it says nothing, and is written anew", async (_name, text) => {
    await writeFile(file, text);
    const rendering = openRendering(file, false);
    expect(rendering.because).toBeNull();
    await rendering.note("begun");
    expect(await kept()).toBe("starting");
  });

  it("that cannot be written holds nothing up", async () => {
    await mkdir(path.join(file, "in-the-way"), { recursive: true });
    const rendering = openRendering(file, false);
    await rendering.note("begun");
    await rendering.tryHardwareAgain();
  });
});
