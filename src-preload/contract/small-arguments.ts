const MOST_ARGUMENTS = 3;
const MOST_FIELDS = 16;
/** More than any name or id has, which main checks for each method. */
const LONGEST_TEXT = 256;
/** As much as a device passcode can have; repeated here, so that its rules do not come into the preload. */
const MOST_BYTES = 64;

/**
 * Whether a call's arguments are as small and as plain as those of the bridge are. Asked before they are copied from one
 * process to the other, where 200 MB of them held up main for seconds, and again on the other side.
 */
export function areSmall(args: readonly unknown[]): boolean {
  return args.length <= MOST_ARGUMENTS && args.every((arg) => isSmall(arg) || isSmallRecord(arg));
}

function isSmall(value: unknown): boolean {
  if (typeof value === "string") return value.length <= LONGEST_TEXT;
  if (ArrayBuffer.isView(value)) return value.buffer.byteLength <= MOST_BYTES;
  return value === null || value === undefined || typeof value === "boolean" || typeof value === "number";
}

function isSmallRecord(value: unknown): boolean {
  if (Object.prototype.toString.call(value) !== "[object Object]") return false; // no list, no memory, no Map
  const fields = Object.entries(value as object);
  return fields.length <= MOST_FIELDS && fields.every(([name, field]) => isSmall(name) && isSmall(field));
}
