import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { stopChild } from "../child-process.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import { Refusal } from "../say.mjs";

/**
 * Starts a headless X server, reachable only with a cookie and never over the network.
 * @param {string} folder the caller's private folder, for the cookie
 * @param {readonly string[]} [options] more of Xvfb's
 * @returns {Promise<{ env: { DISPLAY: string, XAUTHORITY: string }, close: () => Promise<void> }>}
 */
export async function startVirtualDisplay(folder, options = []) {
  const cookieFile = path.join(folder, "Xauthority");
  await writeFile(cookieFile, xauthorityEntry(randomBytes(16)), { mode: 0o600 });
  // Without -noreset the server resets when its last window closes, and refuses a client that connects just then.
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1280x900x24", "-noreset", "-nolisten", "tcp", "-auth", cookieFile, ...options],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      detached: true, // outlives Ctrl+C: the display must end last, or windows would die before they can close
    },
  );
  endWithParent(server);
  const number = await new Promise((resolve, reject) => {
    const failed = () =>
      reject(new Refusal("The virtual display (Xvfb) did not start.", "Try `Xvfb -displayfd 1` by hand."));
    server.once("error", failed);
    server.once("exit", failed);
    server.stdio[3]?.once("data", (/** @type {Buffer} */ line) => resolve(line.toString().trim()));
  });
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: cookieFile }, close: () => stopChild(server) };
}

/**
 * One entry of an Xauthority file (libXau, AuWrite): family, address, display number, name and data, each with a 16-bit
 * length. Family "wild" matches every display, because the server picks its number only after reading the file.
 * @param {Buffer} cookie
 */
function xauthorityEntry(cookie) {
  const field = (/** @type {Buffer} */ bytes) =>
    Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
  const nothing = field(Buffer.alloc(0));
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    nothing,
    nothing,
    field(Buffer.from("MIT-MAGIC-COOKIE-1")),
    field(cookie),
  ]);
}
