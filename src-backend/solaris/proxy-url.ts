import type { HttpProxy } from "./proxy-tunnel.ts";

/**
 * Reads `http://HOST:PORT` or `http://USER:PASSWORD@HOST:PORT`; null for anything else. Name and password may be
 * percent-encoded (RFC 3986 §3.2.1).
 */
export function readProxyUrl(value: string): HttpProxy | null {
  if (!URL.canParse(value)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(value);
  if (protocol !== "http:" || pathname !== "/" || search !== "" || hash !== "") return null;
  const proxy = { host: hostname.replace(/^\[(.*)\]$/, "$1"), port: Number(port || 80) };
  if (username === "" && password === "") return proxy;
  try {
    const [user, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
    // RFC 7617 §2: a colon would end the name, and control characters are not allowed.
    if (/[:\p{Cc}]/u.test(user) || /\p{Cc}/u.test(secret)) return null;
    return { ...proxy, authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}` };
  } catch {
    return null;
  }
}
