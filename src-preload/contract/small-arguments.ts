import { PASSCODE_LONGEST } from "./passcode-rules.ts";

const MOST_ARGUMENTS = 3;
const MOST_FIELDS = 16;
/** More than any name or id has, which main checks for each method. */
const LONGEST_TEXT = 256;

/**
 * Whether a call's arguments are as small and as plain as those of the bridge are. Asked before they are copied from one
 * process to the other, where 200 MB of them held up main for seconds, and again on the other side.
 */
export function areSmall(args: readonly unknown[]): boolean {
  return args.length <= MOST_ARGUMENTS && args.every((arg) => isSmall(arg) || isSmallRecord(arg));
}

function isSmall(value: unknown): boolean {
  if (typeof value === "string") return value.length <= LONGEST_TEXT;
  if (ArrayBuffer.isView(value)) return value.buffer.byteLength <= PASSCODE_LONGEST;
  return value === null || value === undefined || typeof value === "boolean" || typeof value === "number";
}

function isSmallRecord(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
  const fields = Object.entries(value);
  return fields.length <= MOST_FIELDS && fields.every(([name, field]) => isSmall(name) && isSmall(field));
}
