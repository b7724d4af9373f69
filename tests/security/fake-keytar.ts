import type { Keytar } from "../../src-main/keys/device-keychain.ts";

const working = () => ({
  /** Throws on reading, or on writing, as a keychain does that is not there or is locked. */
  failReading: null as Error | null,
  failWriting: null as Error | null,
  /** Reads as empty although it is not, as a locked collection does on Linux. */
  readsAsEmpty: false,
  /** Changes what is stored, as some keychain would. */
  spoil: (text: string) => text,
});

/** What GNOME Keyring says of a change where its collection is locked. */
export const lockedCollection = () => new Error("Cannot create an item in a locked collection");

/** What `keytar` would do on some computer, with the entries in memory; a test sets how it does. */
export function createFakeKeytar() {
  const entries = new Map<string, string>();
  const calls: string[] = [];
  const nameOf = (service: string, account: string) => `${service}/${account}`;
  const keytar: Keytar = {
    async getPassword(service, account) {
      calls.push(`get ${account}`);
      if (fake.failReading) throw fake.failReading;
      return fake.readsAsEmpty ? null : (entries.get(nameOf(service, account)) ?? null);
    },
    async setPassword(service, account, text) {
      calls.push(`set ${account}`);
      if (fake.failWriting) throw fake.failWriting;
      entries.set(nameOf(service, account), fake.spoil(text));
    },
    async deletePassword(service, account) {
      calls.push(`delete ${account}`);
      if (fake.failWriting) throw fake.failWriting;
      return entries.delete(nameOf(service, account));
    },
  };
  const fake = { ...working(), entries, calls, keytar };
  return fake;
}

/** The one that takes the module's place, where a test opens the keychain without naming another. */
export const fakeKeytar = createFakeKeytar();
export const keytarModule = { default: fakeKeytar.keytar };

/** Back to a keychain that works and is empty. */
export function resetFakeKeytar(): void {
  fakeKeytar.entries.clear();
  fakeKeytar.calls.length = 0;
  Object.assign(fakeKeytar, working());
}
