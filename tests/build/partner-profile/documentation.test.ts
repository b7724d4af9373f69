import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { colourNames } from "../../../build/partner-profile/palette.ts";
import { profileSchema } from "../../../build/partner-profile/profile-schema.ts";

const page = readFileSync(new URL("../../../docs/partner-profile.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| (`.*?`) \| (.*?) \|/gm)].map(([, names = "", second = ""]) => ({
  names: [...names.matchAll(/`([\w.]+)`/g)].map(([, name]) => name ?? ""),
  second,
}));

interface Described {
  readonly properties?: Record<string, Described>;
  readonly required?: readonly string[];
  readonly default?: unknown;
}
const schema = z.toJSONSchema(profileSchema, { io: "input" }) as Described;

/** The fields that a partner fills in: per language and per theme they are one. */
function fieldsOf(described: Described, before = ""): { name: string; field: Described }[] {
  return Object.entries(described.properties ?? {}).flatMap(([name, field]) => {
    const place = before + name;
    const isGroup = field.properties !== undefined && !/hours|privacy_notice|consent|texts|light|dark/.test(name);
    return isGroup ? fieldsOf(field, `${place}.`) : [{ name: place, field }];
  });
}
const fields = fieldsOf(schema);

describe("docs/partner-profile.md", () => {
  it("tells of every field, and of no other", () => {
    const told = rows
      .flatMap(({ names }) => names)
      .filter((name) => !(colourNames as readonly string[]).includes(name));
    expect(told).toEqual(fields.map(({ name }) => name));
  });

  it("tells of every colour", () => {
    const told = rows.flatMap(({ names }) => names).filter((name) => (colourNames as readonly string[]).includes(name));
    expect(told).toEqual([...colourNames]);
  });

  it("tells the defaults as they are, and what must be there", () => {
    const simple = fields.filter(({ field }) => ["string", "number", "boolean"].includes(typeof field.default));
    expect(simple.length).toBe(7);
    for (const { name, field } of simple) {
      expect(rows.find(({ names }) => names.includes(name))?.second).toBe(`\`${JSON.stringify(field.default)}\``);
    }
    const needed = rows.filter(({ second }) => second === "–").flatMap(({ names }) => names);
    const ofGroups = ["sign_in", "package", "updates", "device_data"].flatMap((group) =>
      (schema.properties?.[group]?.required ?? []).map((name) => `${group}.${name}`),
    );
    expect(needed).toEqual([...(schema.required ?? []), ...ofGroups]);
  });
});
