// Attacker: somebody who controls the update server. Way: changes anything in what we have signed, or mixes what was signed at
// different times. Impact: the app takes for a release what nobody released. docs/threat-model.md#updates-signed
import { Metadata, Targets } from "@tufjs/models";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src-main/updates/canonical-json.ts";
import { look, release, releaseKeys, root, strangers } from "./release-kit.ts";

const nextRoot = root({ version: 2 });
const said = release({ said: { root_version: 2 } });
const honest = await look({ roots: [nextRoot], release: said });

const refusals = [
  ...["too-large", "malformed", "not-signed", "root-not-next", "root-older", "root-expired", "root-missing"],
  ...["release-older", "release-replaced", "release-expired"],
];

/** Refused, or what was signed: white space and superfluous signatures change nothing. */
async function expectNothingElse(served: { roots: string[]; release: string | Buffer }): Promise<void> {
  const { found, reason } = await look(served);
  if (reason === null) expect(found).toEqual(honest.found);
  else expect(refusals).toContain(reason);
}

describe("any change", () => {
  const cut = fc.record({
    at: fc.nat(),
    removed: fc.nat({ max: 40 }),
    put: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('"', "{", "}", "[", "]", ",", "\\", "0", "1", "null")),
  });
  const spliced = (text: string, { at, removed, put }: { at: number; removed: number; put: string }) => {
    const from = at % text.length;
    return text.slice(0, from) + put + text.slice(from + removed);
  };
  const inRoot = fc.boolean();
  const serve = (isRoot: boolean, change: (text: string) => string) =>
    isRoot ? { roots: [change(nextRoot)], release: said } : { roots: [nextRoot], release: change(said) };

  it("of the text", () =>
    fc.assert(
      fc.asyncProperty(inRoot, fc.array(cut, { minLength: 1, maxLength: 3 }), (isRoot, cuts) =>
        expectNothingElse(serve(isRoot, (text) => cuts.reduce(spliced, text))),
      ),
    ));

  it("of a value or a member", () =>
    fc.assert(
      fc.asyncProperty(inRoot, fc.nat(), fc.jsonValue({ maxDepth: 2 }), fc.boolean(), (isRoot, place, value, adds) =>
        expectNothingElse(
          serve(isRoot, (text) => {
            const all = JSON.parse(text);
            const places = placesIn(all);
            const { holder, name } = places[place % places.length] ?? { holder: all, name: "signed" };
            holder[adds && !Array.isArray(holder) ? `${name}x` : name] = value;
            return JSON.stringify(all);
          }),
        ),
      ),
    ));
});

it("never goes back, whatever of the past is served", () => {
  const roots = [root({ version: 2 }), root({ version: 3, releases: strangers })];
  const history = Array.from({ length: 6 }, (_, index) => {
    const after = Math.min(2, Math.floor(index / 2)); // of the roots, when it was released
    const by = after === 2 ? strangers : releaseKeys;
    return release({ sequence: index + 1, by: by.slice(0, 2), said: { root_version: after + 1 } });
  });
  const served = fc.record({ roots: fc.nat({ max: 2 }), release: fc.nat({ max: 5 }) });
  return fc.assert(
    fc.asyncProperty(fc.array(served, { minLength: 1, maxLength: 5 }), async (answers) => {
      let seen: Awaited<ReturnType<typeof look>>["seen"] = null;
      let root = 0;
      for (const answer of answers) {
        const next = await look(
          { roots: roots.slice(0, answer.roots), release: history[answer.release] ?? "" },
          { seen, root },
        );
        expect(next.seen?.sequence ?? 0).toBeGreaterThanOrEqual(seen?.sequence ?? 0);
        expect(next.root).toBeGreaterThanOrEqual(root);
        if (next.reason === null) expect(next.seen?.sequence).toBe(answer.release + 1);
        else expect(next.seen).toEqual(seen);
        ({ seen, root } = next);
      }
    }),
  );
});

it("signs the same bytes as the library that makes releases", () => {
  const text = fc.string({
    unit: fc.oneof(fc.string({ unit: "binary", maxLength: 1 }), fc.constantFrom("\\", '"', "é", "𐀀", "\uffff")),
  });
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      text,
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(
        text.filter((name) => !["_type", "__proto__"].includes(name)),
        tie("value"),
        { maxKeys: 4 },
      ),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      const signed = new Targets({
        version: 1,
        specVersion: "1.0.31",
        expires: "2027-01-01T00:00:00Z",
        unrecognizedFields: { any } as Targets["unrecognizedFields"],
      });
      let bytes = "";
      new Metadata(signed).sign((data) => {
        bytes = data.toString();
        return { keyID: "", sig: "", toJSON: () => ({}) };
      });
      expect(canonicalJson(signed.toJSON())).toBe(bytes);
    }),
  );
});

function placesIn(value: unknown): { holder: Record<string, unknown>; name: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}
