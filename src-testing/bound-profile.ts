import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import type { SandboxControl } from "./sandbox-control.ts";
import type { TestKeyring } from "./test-keyring.ts";

/** What a computer has once it is bound, to be copied: its files, its keyring, and what Solaris knows of it. */
interface BoundProfile {
  readonly folder: string;
  readonly device: KnownDevice;
}

interface KnownDevice {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly { readonly purpose: string; readonly key: string }[];
}

/** Binds computers: the first time at the window, and then by copies of it. */
export interface BoundProfiles {
  readonly bind: (wanted: Wanted) => Promise<void>;
  /** Where the keyring's entries of such a computer are, once there is one. */
  readonly entriesOf: (wanted: Pick<Wanted, "person" | "kind">) => string | undefined;
}

interface Wanted {
  readonly person: string;
  /** What else a copy has to have in common with the test: the app, the backend's address. */
  readonly kind: string;
  readonly profile: string;
  readonly keyring: TestKeyring;
  readonly sandbox: SandboxControl;
  /** Starts the app, binds at its window, and ends it. */
  readonly bindAtWindow: () => Promise<void>;
}

/** What the app writes when a computer is bound (src-main/keys). The rest of a profile is Chromium's. */
const WRITTEN = "enrolments";

/** @param folder where the copies are kept */
export function openBoundProfiles(folder: string): BoundProfiles {
  const kept = new Map<string, BoundProfile>();
  const nameOf = ({ person, kind }: Pick<Wanted, "person" | "kind">) => JSON.stringify([person, kind]);
  const entriesIn = ({ folder: own }: BoundProfile) => path.join(own, "keyring");
  const keep = async ({ person, profile, keyring, sandbox, bindAtWindow }: Wanted): Promise<BoundProfile> => {
    const before = new Set((await sandbox.devices()).map(({ id }) => id));
    await bindAtWindow();
    const made = (await sandbox.devices()).find((one) => !before.has(one.id) && one.verified);
    if (made?.person_name !== person) throw new Error(`no device was bound for ${person}`);
    const place = path.join(folder, `bound-${kept.size}`);
    await cp(path.join(profile, WRITTEN), path.join(place, WRITTEN), { recursive: true });
    await keyring.copyTo(path.join(place, "keyring"));
    return { folder: place, device: { id: made.id, name: made.name, keys: await sandbox.deviceKeys(made.id) } };
  };
  return {
    bind: async (wanted) => {
      if (process.platform !== "linux") return wanted.bindAtWindow(); // the system's own keychain is not copied
      const { person, profile, keyring, sandbox } = wanted;
      const name = nameOf(wanted);
      const bound = kept.get(name);
      if (bound === undefined) {
        kept.set(name, await keep(wanted));
        return;
      }
      await mkdir(profile, { recursive: true });
      await cp(path.join(bound.folder, WRITTEN), path.join(profile, WRITTEN), { recursive: true });
      await keyring.replaceBy(entriesIn(bound));
      await sandbox.addDevice(person, bound.device.name, bound.device);
    },
    entriesOf: (wanted) => {
      const bound = kept.get(nameOf(wanted));
      return bound && entriesIn(bound);
    },
  };
}
