/** What `keytar` would do on some computer; tests set it before they open the keychain. */
export const fakeKeytar = {
  entries: new Map<string, string>(),
  calls: [] as string[],
  /** Throws on reading, or on writing, as a keychain does that is not there or is locked. */
  failReading: null as Error | null,
  failWriting: null as Error | null,
  /** Reads as empty although it is not, as a locked collection does on Linux. */
  readsAsEmpty: false,
  /** Changes what is stored, as some keychain would. */
  spoil: (text: string) => text,
};

const nameOf = (service: string, account: string) => `${service}/${account}`;

export const keytarModule = {
  default: {
    async getPassword(service: string, account: string): Promise<string | null> {
      fakeKeytar.calls.push(`get ${account}`);
      if (fakeKeytar.failReading) throw fakeKeytar.failReading;
      return fakeKeytar.readsAsEmpty ? null : (fakeKeytar.entries.get(nameOf(service, account)) ?? null);
    },
    async setPassword(service: string, account: string, text: string): Promise<void> {
      fakeKeytar.calls.push(`set ${account}`);
      if (fakeKeytar.failWriting) throw fakeKeytar.failWriting;
      fakeKeytar.entries.set(nameOf(service, account), fakeKeytar.spoil(text));
    },
    async deletePassword(service: string, account: string): Promise<boolean> {
      fakeKeytar.calls.push(`delete ${account}`);
      if (fakeKeytar.failWriting) throw fakeKeytar.failWriting;
      return fakeKeytar.entries.delete(nameOf(service, account));
    },
  },
};

/** Back to a keychain that works and is empty. */
export function resetFakeKeytar(): void {
  fakeKeytar.entries.clear();
  fakeKeytar.calls.length = 0;
  Object.assign(fakeKeytar, {
    failReading: null,
    failWriting: null,
    readsAsEmpty: false,
    spoil: (text: string) => text,
  });
}
