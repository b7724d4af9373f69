import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { countInMemory } from "./scan-memory.ts";

/**
 * Written byte by byte below, so that no process has it anywhere else, not even in its program; and longer than what a
 * copying function keeps in the processor's registers, which would go to the stack with them.
 */
const needle = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at % 251) ^ (at >> 8)));
/** One of these is wholly in what two reads have in common, wherever that is. */
const parts = [0, 2000, 4000].map((at) => needle.subarray(at, at + 1000));
/** More than is read at once, side by side, so that wherever a read ends it is in or beside one. */
const COPIES = 5000;

/** Two processes: the second has the first's own memory but for one copy, and the same pages of what they share. */
const program = `
import mmap, os, sys
size = 5000 * ${COPIES}
own, shared = (mmap.mmap(-1, size, flags=flags | mmap.MAP_ANONYMOUS) for flags in (mmap.MAP_PRIVATE, mmap.MAP_SHARED))
for at in range(5000): own[at] = shared[7000 + at] = (at % 251) ^ (at >> 8)
written = 5000
while written < size:
    own.move(written, 0, min(written, size - written))
    written *= 2
if os.fork() == 0:
    own[0] = own[0] ^ 1
    print(os.getpid(), flush=True)
sys.stdin.read()
`;

test.runIf(process.platform === "linux")(
  "a scan counts each copy once: across the border of two reads, and where two processes share the page",
  async () => {
    const parent = spawn("python3", ["-c", program], { stdio: ["pipe", "pipe", "inherit"] });
    try {
      const [said] = await once(parent.stdout, "data");
      const [first, second] = [parent.pid ?? 0, Number(said)];
      const { own, shared } = await countInMemory([first, second], [needle, ...parts]);
      expect([...own]).toEqual([
        [first, 4 * COPIES],
        [second, 4 * COPIES - 2],
      ]);
      expect(shared).toBe(3); // the whole and its first part are in one place
    } finally {
      parent.stdin.end();
      await once(parent, "exit");
    }
  },
);

test.runIf(process.platform === "linux")("a scan of a process that is gone fails", async () => {
  const gone = spawn("true");
  await once(gone, "exit");
  await expect(countInMemory([gone.pid ?? 0], [needle])).rejects.toThrow("ENOENT");
});
