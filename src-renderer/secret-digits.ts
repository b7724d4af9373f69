const ASCII_ZERO = 0x30;

/** Digits that are being typed, as bytes in memory of their own that can be wiped (checklist rows 42, 43). */
export interface SecretDigits {
  readonly length: number;
  count(): number;
  /** Adds a digit, 0–9, if there is room. */
  add(digit: number): boolean;
  removeLast(): void;
  clear(): void;
  /** A copy of what was typed; the receiver wipes it. */
  copy(): Uint8Array;
}

/** @param length how many digits there is room for */
export function createSecretDigits(length: number): SecretDigits {
  const bytes = allocate(length);
  let count = 0;
  return {
    length,
    count: () => count,
    add(digit) {
      if (count === length) return false;
      bytes[count++] = ASCII_ZERO + digit;
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

/** Whether both hold the same digits, without leaving early at the first difference. */
export function sameDigits(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < Math.max(a.length, b.length); i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
