import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { icnsWidths } from "../../build/icons/icon-containers.mjs";

const folder = path.resolve(import.meta.dirname, "../../build/icons");
const read = (name: string) => readFileSync(path.join(folder, name));

/** How wide a PNG is, by its first chunk (PNG §11.2.2). */
function widthOf(png: Buffer): number {
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20)); // as high as wide
  return png.readUInt32BE(16);
}

const linux = readdirSync(path.join(folder, "icons")).map((name) => ({ name, png: read(`icons/${name}`) }));

describe("the icons", () => {
  it("for Linux are files named after their size", () => {
    expect(linux.map(({ png }) => widthOf(png)).sort((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);
    for (const { name, png } of linux) expect(name).toBe(`${widthOf(png)}x${widthOf(png)}.png`);
  });

  it("have one large picture, for whatever else needs one", () => {
    expect(widthOf(read("icon.png"))).toBe(1024);
  });

  it("for Windows hold the same pictures as those for Linux", () => {
    const ico = read("icon.ico");
    expect([...ico.subarray(0, 4)]).toEqual([0, 0, 1, 0]);
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => ico.subarray(6 + i * 16, 22 + i * 16));
    const pictures = entries.map((entry) => {
      const from = entry.readUInt32LE(12);
      const png = ico.subarray(from, from + entry.readUInt32LE(8));
      expect([entry[0], entry[1]]).toEqual([widthOf(png) % 256, widthOf(png) % 256]);
      return png;
    });
    expect(pictures.map(widthOf)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const png of pictures) expect(png).toEqual(read(`icons/${widthOf(png)}x${widthOf(png)}.png`));
    expect(entries.at(-1)?.readUInt32LE(12)).toBe(ico.length - (pictures.at(-1)?.length ?? 0));
  });

  it("for macOS hold a picture for each size and resolution", () => {
    const icns = read("icon.icns");
    expect([icns.toString("latin1", 0, 4), icns.readUInt32BE(4)]).toEqual(["icns", icns.length]);
    const found: Record<string, number> = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      found[icns.toString("latin1", at, at + 4)] = widthOf(icns.subarray(at + 8));
    }
    expect(found).toEqual(icnsWidths);
  });
});
