import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { stopChild } from "../child-process.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import { Refusal } from "../say.mjs";

/**
 * Starts an X server without a screen, reachable only with a cookie and never over the network.
 * @param {string} folder where the cookie goes: the caller's own, private
 * @returns {Promise<{ env: { DISPLAY: string, XAUTHORITY: string }, close: () => Promise<void> }>}
 */
export async function startVirtualDisplay(folder) {
  const cookieFile = path.join(folder, "Xauthority");
  await writeFile(cookieFile, xauthorityEntry(randomBytes(16)), { mode: 0o600 });
  // Without -noreset the server starts over whenever its last window is gone, and refuses a client that connects just then.
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1280x900x24", "-noreset", "-nolisten", "tcp", "-auth", cookieFile],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      detached: true, // Ctrl+C is for us: the display goes last, or windows would die before they can close
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
 * One entry of an Xauthority file (libXau, AuWrite): family, address, display number, name and data, each with a 16-bit length.
 * Family "wild" fits every display, because the server chooses its number only after it has read the file.
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
