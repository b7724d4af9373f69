import { type BridgeCall, isBridgeCall } from "../bridge.ts";

/** Hands a secret to main: must call the bridge synchronously, and return the bridge's own promise. */
export type HandOver<T> = (bytes: Uint8Array) => BridgeCall<T>;

/** A secret that can only be handed to main (docs/threat-model.md#secrets-wiped). */
export interface Secret {
  /**
   * Lends `handOver` a copy and wipes it as soon as `handOver` returns, when the context bridge has copied it.
   * @throws TypeError if `handOver` is asynchronous or returns something other than the bridge's promise: it would send
   *   zeros
   */
  use<T>(handOver: HandOver<T>): BridgeCall<T>;
}

/** What a reader may return: nothing that could hold the bytes. */
type Answer = string | number | boolean | null | undefined;

/** A secret entry as bytes that can be wiped (docs/threat-model.md#pin-as-bytes). */
export type SecretBytes = ReturnType<typeof createSecretBytes>;

/** @param capacity in bytes */
export function createSecretBytes(capacity: number) {
  const bytes = allocate(capacity);
  let count = 0;
  const copy = () => {
    const copied = allocate(count);
    copied.set(bytes.subarray(0, count));
    return copied;
  };
  const clear = () => {
    bytes.fill(0);
    count = 0;
  };
  const read = <T extends Answer>(reader: (bytes: Uint8Array) => T): T => {
    const lent = copy();
    try {
      return reader(lent);
    } finally {
      lent.fill(0);
    }
  };
  return {
    capacity,
    count: () => count,
    /** Adds a byte. @returns false if there is no room */
    add(byte: number): boolean {
      if (count === capacity) return false;
      bytes[count++] = byte;
      return true;
    },
    removeLast() {
      if (count > 0) bytes[--count] = 0;
    },
    clear,
    /** Lends a reader a copy during its call. */
    read,
    /** The same for a complete entry. @returns null if there is room for more */
    readWhole: <T extends Answer>(reader: (bytes: Uint8Array) => T): T | null =>
      count === capacity ? read(reader) : null,
    /** See `Secret`; keeps the entry for another try. */
    use: <T>(handOver: HandOver<T>): BridgeCall<T> => lend(copy(), handOver),
    /** The same, but empties the entry, however the call ends. */
    useUp<T>(handOver: HandOver<T>): BridgeCall<T> {
      try {
        return lend(copy(), handOver);
      } finally {
        clear();
      }
    },
  } satisfies Secret & Record<string, unknown>;
}

const AsyncFunction = (async () => undefined).constructor;

/** Hands bytes to main and wipes them, even if that throws. @throws TypeError as `Secret.use` does */
export function lend<T>(bytes: Uint8Array, handOver: HandOver<T>): BridgeCall<T> {
  try {
    if (handOver instanceof AsyncFunction) throw new TypeError("A secret must be handed over synchronously.");
    const call = handOver(bytes);
    if (!isBridgeCall(call)) throw new TypeError("The hand-over of a secret must return the bridge's own promise.");
    return call;
  } finally {
    bytes.fill(0);
  }
}

/**
 * Outside V8's heap, whose garbage collector may leave copies of small arrays behind (docs/threat-model.md#secrets-wiped).
 */
function allocate(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new ArrayBuffer(length));
}

/** Whether both hold the same bytes, without leaving early at the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < Math.max(a.length, b.length); i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** Whether two entries are the same. */
export function sameEntries(a: SecretBytes, b: SecretBytes): boolean {
  return a.read((first) => b.read((second) => sameBytes(first, second)));
}
