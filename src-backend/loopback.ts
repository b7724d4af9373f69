import { isIPv4 } from "node:net";

/** Whether a host name or address is loopback: only this computer can reach what listens there. */
export function isLoopback(host: string): boolean {
  return (isIPv4(host) && host.startsWith("127.")) || host === "::1" || host === "[::1]" || host === "localhost";
}
