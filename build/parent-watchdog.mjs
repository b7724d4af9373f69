// Ends the processes that its parent has named, once the parent is gone (end-with-parent.mjs).
/** @type {Set<number>} */
const running = new Set();
process.on("message", (/** @type {{ pid: number, runs: boolean }} */ { pid, runs }) => {
  if (runs) running.add(pid);
  else running.delete(pid);
});
process.on("disconnect", () => {
  for (const pid of running) {
    try {
      process.kill(pid, "SIGTERM");
    } catch {
      // it has already ended
    }
  }
});
