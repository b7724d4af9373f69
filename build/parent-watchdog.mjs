// Ends the processes that its parent has named, and then removes the folders that it has named, once the parent is gone
// (end-with-parent.mjs).
import { readFileSync, rmSync } from "node:fs";

/** How long a program may take to end in order, and how often it is looked for. */
const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 50;

/** @type {Set<number>} */
const running = new Set();
/** @type {Set<string>} */
const folders = new Set();
process.on("message", (/** @type {{ pid: number, runs: boolean } | { folder: string, isThere: boolean }} */ told) => {
  if ("pid" in told) note(running, told.pid, told.runs);
  else note(folders, told.folder, told.isThere);
});

/** @template T @param {Set<T>} set @param {T} one @param {boolean} isIn */
function note(set, one, isIn) {
  if (isIn) set.add(one);
  else set.delete(one);
}

process.on("disconnect", () => {
  const ended = performance.now() + PATIENCE_MS;
  for (const pid of running) signal(pid, "SIGTERM");
  const removeWhenEnded = () => {
    const left = [...running].filter((pid) => signal(pid, 0) && !isZombie(pid));
    const isOver = performance.now() > ended;
    if (left.length > 0 && folders.size > 0 && !isOver) {
      setTimeout(removeWhenEnded, LOOK_AGAIN_MS);
      return;
    }
    if (folders.size > 0) for (const pid of left) signal(pid, "SIGKILL");
    for (const folder of folders) remove(folder);
  };
  removeWhenEnded();
});

/** @param {string} folder */
function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // it stays, and the others go
  }
}

/** @param {number} pid @param {NodeJS.Signals | 0} what @returns {boolean} whether there is still such a process */
function signal(pid, what) {
  try {
    return process.kill(pid, what);
  } catch {
    return false; // it has already ended
  }
}

/** Whether it has ended, and nobody has asked how: its new parent, a container's first program, may never do (proc(5)). @param {number} pid */
function isZombie(pid) {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, "latin1").replace(/^.*\)/s, ""));
  } catch {
    return false;
  }
}
