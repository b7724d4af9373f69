/**
 * Whether a proof's `htu` is the address of this request (RFC 9449 §4.3), both without query and fragment and normalised
 * (RFC 3986 §6.2.2, §6.2.3).
 * @param publicOrigin under which callers know this backend. Not taken from the request, whose `Host` the sender writes
 * @param path as received
 */
export function isAddressOf(htu: string, publicOrigin: string, path: string): boolean {
  // The target may also be a whole URL (RFC 9112 §3.2.2), whose origin the sender writes too.
  if (!path.startsWith("/")) return false;
  const asked = normalise(publicOrigin + path);
  return asked !== null && normalise(htu) === asked;
}

function normalise(address: string): string | null {
  // URL takes more than RFC 3986 does: white space, control characters, backslashes.
  if (!/^https?:\/\/[^\s\\@?#]+(?:[?#]|$)/i.test(address) || !URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  // URL writes scheme and host in lower case, leaves out an ordinary port and resolves dots, but keeps escapes as they are.
  return `${protocol}//${host}${pathname.replace(/%[0-9a-f]{2}/gi, normaliseEscape)}`;
}

function normaliseEscape(escaped: string): string {
  const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase();
}
