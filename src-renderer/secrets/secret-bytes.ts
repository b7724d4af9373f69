import { type BridgeCall, isBridgeCall } from "../bridge.ts";

/** What hands a secret to main: it calls the bridge at once, and returns what the bridge returned. */
export type HandOver<T> = (bytes: Uint8Array) => BridgeCall<T>;

/** A secret that can be handed to main, and to nobody else (docs/threat-model.md#secrets-wiped). */
export interface Secret {
  /**
   * Lends `handOver` a copy, which is zeros again as soon as `handOver` returns: the context bridge has copied it by then.
   * @throws TypeError where `handOver` is asynchronous or returned something else than the bridge did: zeros would be sent
   */
  use<T>(handOver: HandOver<T>): BridgeCall<T>;
}

/** What a reader may answer: nothing that could hold the bytes. */
type Answer = string | number | boolean | null | undefined;

/** What is being typed and nobody may see, as bytes that can be wiped (docs/threat-model.md#pin-as-bytes). */
export type SecretBytes = ReturnType<typeof createSecretBytes>;

/** @param capacity how many bytes there is room for */
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
    /** Adds a byte. @returns false where there is no room for it */
    add(byte: number): boolean {
      if (count === capacity) return false;
      bytes[count++] = byte;
      return true;
    },
    removeLast() {
      if (count > 0) bytes[--count] = 0;
    },
    clear,
    /** Lends a reader a copy, for as long as it looks. */
    read,
    /** The same of an entry that is complete. @returns null where there is room for more */
    readWhole: <T extends Answer>(reader: (bytes: Uint8Array) => T): T | null =>
      count === capacity ? read(reader) : null,
    /** As `Secret` says; the entry stays, for another try. */
    use: <T>(handOver: HandOver<T>): BridgeCall<T> => lend(copy(), handOver),
    /** The same, and the entry is empty afterwards, however it ends. */
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

/** Hands bytes to main and wipes them, however that ends. @throws TypeError as `Secret.use` does */
export function lend<T>(bytes: Uint8Array, handOver: HandOver<T>): BridgeCall<T> {
  try {
    if (handOver instanceof AsyncFunction) throw new TypeError("A secret is handed over at once, not asynchronously.");
    const call = handOver(bytes);
    if (!isBridgeCall(call)) throw new TypeError("What hands a secret over returns what the bridge returned.");
    return call;
  } finally {
    bytes.fill(0);
  }
}

/** Outside V8's heap, whose garbage collector would leave copies of a small array behind (docs/threat-model.md#secrets-wiped). */
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
