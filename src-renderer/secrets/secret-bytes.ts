/** What is being typed and nobody may see, as bytes in memory of its own that can be wiped (checklist rows 42, 43). */
export interface SecretBytes {
  readonly capacity: number;
  count(): number;
  /** Adds a byte, if there is room. */
  add(byte: number): boolean;
  removeLast(): void;
  clear(): void;
  /** A copy of what was typed; the receiver wipes it. */
  copy(): Uint8Array;
}

/** @param capacity how many bytes there is room for */
export function createSecretBytes(capacity: number): SecretBytes {
  const bytes = allocate(capacity);
  let count = 0;
  return {
    capacity,
    count: () => count,
    add(byte) {
      if (count === capacity) return false;
      bytes[count++] = byte;
      return true;
    },
    removeLast() {
      if (count > 0) bytes[--count] = 0;
    },
    clear() {
      bytes.fill(0);
      count = 0;
    },
    copy() {
      const copied = allocate(count);
      copied.set(bytes.subarray(0, count));
      return copied;
    },
  };
}

/** Outside V8's heap, whose garbage collector would leave copies of a small array behind (row 43). */
function allocate(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new ArrayBuffer(length));
}

/** Whether both hold the same bytes, without leaving early at the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < Math.max(a.length, b.length); i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** Whether two entries are the same; the copies that this takes are wiped. */
export function sameEntries(a: SecretBytes, b: SecretBytes): boolean {
  const [first, second] = [a.copy(), b.copy()];
  try {
    return sameBytes(first, second);
  } finally {
    first.fill(0);
    second.fill(0);
  }
}
