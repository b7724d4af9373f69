/** A device that waits for the one-time code, and whose it is. */
export interface PendingDevice {
  readonly deviceId: string;
  readonly challengeId: string;
  readonly customerId: string;
}

/** Remembers who may answer a challenge. In memory for now; a database takes this place when there is one. */
export interface PendingDevices {
  readonly remember: (pending: PendingDevice) => Promise<void>;
  /** Whether this customer's device of this id waits for this challenge. */
  readonly has: (pending: PendingDevice) => Promise<boolean>;
  readonly forget: (challengeId: string) => Promise<void>;
}

// Solaris decides when a code has ended (§6.2: five minutes). This is only how long we can say whose it is.
const KEPT_MS = 60 * 60 * 1000;
const MOST_IN_ALL = 10_000;
/** So that one customer cannot push out the others. */
const MOST_PER_CUSTOMER = 10;

/** Creates the memory of pending devices. It ends with the process: a code sent before that is then unknown. */
export function createPendingDevices(now: () => number): PendingDevices {
  // In the order of their arrival, and all kept equally long: the first one is the oldest.
  const entries = new Map<string, PendingDevice & { endsAt: number }>();

  const dropOldest = (customerId?: string): void => {
    for (const [challengeId, entry] of entries) {
      if (customerId !== undefined && entry.customerId !== customerId) continue;
      entries.delete(challengeId);
      return;
    }
  };

  return {
    remember: async (pending) => {
      for (const [challengeId, entry] of entries) {
        if (entry.endsAt > now()) break;
        entries.delete(challengeId);
      }
      const own = [...entries.values()].filter((entry) => entry.customerId === pending.customerId);
      if (own.length >= MOST_PER_CUSTOMER) dropOldest(pending.customerId);
      else if (entries.size >= MOST_IN_ALL) dropOldest();
      entries.delete(pending.challengeId);
      entries.set(pending.challengeId, { ...pending, endsAt: now() + KEPT_MS });
    },
    has: async ({ challengeId, deviceId, customerId }) => {
      const entry = entries.get(challengeId);
      return entry?.deviceId === deviceId && entry.customerId === customerId && entry.endsAt > now();
    },
    forget: async (challengeId) => {
      entries.delete(challengeId);
    },
  };
}
