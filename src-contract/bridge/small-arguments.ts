import { PROXY_NAME_LONGEST, PROXY_PASSWORD_LONGEST } from "../rules/proxy-credentials.ts";

const MOST_ARGUMENTS = 3;
const MOST_FIELDS = 16;
/** The longest text that any method takes; main checks the others' own lengths. */
const LONGEST_TEXT = PROXY_NAME_LONGEST;
/** The longest secret that any method takes. */
const MOST_BYTES = PROXY_PASSWORD_LONGEST;

/**
 * Whether a call's arguments are as small and plain as the bridge's are. Checked before they are copied to the other
 * process, where 200 MB held up main for seconds, and again on arrival.
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
