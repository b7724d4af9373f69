import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach } from "vitest";
import type { EnrolmentRecord } from "../../src-main/keys/enrolment-record.ts";
import { createFakeKeytar, lockedCollection } from "../security/fake-keytar.ts";
import { scope as usualScope } from "./keys/fake-enrolment.ts";

const SERVICE = "Cardbound tests";
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/**
 * What the program finds on a computer: a folder of its own, and a keychain whose entries are in memory.
 * @param record what the keychain has for the customer; where its binding was completed, the marker goes with it
 */
export function createFakeComputer(record: EnrolmentRecord | null = null, scope = usualScope) {
  const folder = mkdtempSync(path.join(tmpdir(), "cardbound-computer-"));
  folders.push(folder);
  const fake = createFakeKeytar();
  const inFolder = (...names: string[]) => path.join(folder, ...names);
  const entryName = `${SERVICE}/${scope}`;
  const marker = inFolder("enrolments", `${scope}.json`);

  const computer = {
    folder,
    /** What all entries say. */
    entriesOfKeychain: () => [...fake.entries.values()],
    /** Changes what they say, as another program can. */
    editEntries(change: (text: string) => string) {
      for (const [name, text] of fake.entries) fake.entries.set(name, change(text));
    },
    keychain: { service: SERVICE, load: async () => fake.keytar },
    keytar: fake.keytar,
    /** Every call of keytar: what may have the system ask for its password. */
    keychainCalls: fake.calls,
    entry: () => fake.entries.get(entryName) ?? null,
    /** How many entries have another name than the customer's. */
    otherEntries: () => [...fake.entries.keys()].filter((name) => name !== entryName).length,
    store: (account: string, text: string) => void fake.entries.set(`${SERVICE}/${account}`, text),
    lockKeychain: () => void Object.assign(fake, { readsAsEmpty: true, failWriting: lockedCollection() }),
    /** Says that this computer was bound as this device; null: that it never was. */
    mark(deviceId: string | null) {
      mkdirSync(inFolder("enrolments"), { recursive: true });
      if (deviceId === null) rmSync(marker, { force: true });
      else writeFileSync(marker, JSON.stringify({ version: 1, device_id: deviceId, removing: false }));
    },
    /** The request ids of the changes whose end nobody has seen. */
    openChanges: () => filesIn(inFolder("changes")),
  };
  if (record !== null) computer.store(scope, JSON.stringify(record));
  if (record?.stage === "bound" || record?.stage === "erased") computer.mark(record.device_id);
  return computer;
}

export type FakeComputer = ReturnType<typeof createFakeComputer>;

function filesIn(folder: string): string[] {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.flatMap(({ name }) => (name.endsWith(".json") ? [path.parse(name).name] : []));
  } catch {
    return []; // no change was ever begun
  }
}
