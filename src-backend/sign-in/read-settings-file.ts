import { readFileSync } from "node:fs";
import type { z } from "zod";
import { isPlainJson } from "../solaris/plain-json.ts";

/** The content of a file, or what is wrong with it, to follow the name of its variable. */
export type SettingsFile<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string };

/**
 * Reads a JSON file that a setting names. A fault says where it is, and no value.
 * @param expected says what the file should be
 */
export function readSettingsFile<T>(path: string, schema: z.ZodType<T>, expected: string): SettingsFile<T> {
  const wrong = (fault: string): SettingsFile<T> => ({
    ok: false,
    fault: `names a file ${fault}; expected ${expected}`,
  });
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return wrong("that cannot be read");
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return wrong("that is not JSON");
  }
  if (!isPlainJson(text, json)) return wrong("with an object that has a name twice");
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
  return wrong(`with something wrong in it${where}`);
}
