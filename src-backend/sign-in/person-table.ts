import { z } from "zod";
import { NAME_LONGEST, opaqueId } from "../../src-contract/api/identifiers.ts";
import type { FoundPerson } from "./found-person.ts";
import { readSettingsFile, type SettingsFile } from "./read-settings-file.ts";
import { subjectId } from "./subject.ts";

/** Who is who, by the id at the identity provider. */
export type PersonTable = ReadonlyMap<string, FoundPerson>;

// Strict, so a misspelt name is not taken for none.
const tableFile = z
  .array(z.strictObject({ sub: subjectId, person_id: opaqueId, name: z.string().min(1).max(NAME_LONGEST).optional() }))
  .min(1)
  .max(100_000)
  .superRefine((all, context) => {
    const seen = new Set<string>();
    for (const [index, { sub }] of all.entries()) {
      // The second would decide whom somebody signs in as.
      if (seen.has(sub)) context.addIssue({ code: "custom", path: [index, "sub"], message: "is there twice" });
      seen.add(sub);
    }
  });

/** Reads the file that PERSON_TABLE names. Two subjects may be one person, but no subject two. */
export function readPersonTable(path: string): SettingsFile<PersonTable> {
  const expected =
    'the path of a JSON file: [{"sub": "…", "person_id": "…", "name": "…"}], each sub once, names optional';
  const file = readSettingsFile(path, tableFile, expected);
  if (!file.ok) return file;
  return {
    ok: true,
    value: new Map(file.value.map(({ sub, person_id, name }) => [sub, { personId: person_id, name }])),
  };
}
