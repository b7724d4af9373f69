// The gate is worth something only if the window shows no other colours than those it measures.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { mixes } from "../../../build/partner-profile/contrast-gate.ts";

const folder = path.resolve(import.meta.dirname, "../../../src-renderer/styles");
const styles = readdirSync(folder).map((name) => withoutComments(readFileSync(path.join(folder, name), "utf8")));
const all = styles.join("\n");

function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, " ");
}

/** `color-mix(in srgb, var(--of) share%, var(--into))`; a notice's kind is one of four. */
const mixed = [
  ...all.matchAll(/color-mix\(in srgb, (?:var\(--([\w-]+)(?:, var\(--\w+\))?\)) (\d+)%, ([^;]+)\);/g),
].flatMap(([written, name = "", percent, into = ""]) =>
  (name === "kind" ? ["line", "problem", "success", "uncertain"] : [name]).map((of) => ({
    written,
    of,
    share: Number(percent) / 100,
    into: into.replace(/^var\(--(.*)\)$/, "$1").replace("-", "_"),
  })),
);

describe("the styles", () => {
  it("have no colour of their own but the shade behind a dialog", () => {
    const own = styles.flatMap(
      (css) => css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([^)]*\)/gi) ?? [],
    );
    expect(own).toEqual(["rgb(0 0 0 / 60%)"]);
  });

  it("are understood here, wherever they mix colours", () => {
    expect(new Set(mixed.map(({ written }) => written)).size).toBe(new Set(all.match(/color-mix\(.*;/g)).size);
  });

  it.each(mixed)("$written: $of is in the gate's table, with as much of it", ({ of, share, into }) => {
    if (into === "transparent") return expect(of).toBe("line"); // a hairline is decoration, and says nothing
    const known = Object.values(mixes).filter((mix) => mix.of === of && mix.into === into);
    // Less of a tint is seen better; of the button's colour under the pointer it is the other way round.
    expect(known.some((mix) => (into === "surface" ? share <= mix.share : share >= mix.share))).toBe(true);
  });
});
