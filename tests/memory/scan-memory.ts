import { type FileHandle, open, readFile } from "node:fs/promises";

const LARGEST_READ = 16 * 1024 * 1024;
const PAGE = 4096;
/** An entry of `/proc/PID/pagemap` (Linux, admin-guide/mm/pagemap): 8 bytes a page, whose topmost bits say in memory, in swap. */
const ENTRY = 8;
const PRESENT_OR_SWAPPED = 0b1100_0000;

/** How often something stands in the memory of several processes. */
export interface Copies {
  /** By process id: in memory that the process has to itself. */
  readonly own: ReadonlyMap<number, number>;
  /** In memory that any of them can map, each place once: Chromium's messages cross in such memory, which both ends map. */
  readonly shared: number;
}

interface Mapping {
  readonly start: number;
  readonly end: number;
  /** What is mapped, where other processes could map it too: its device and inode, and where in it this begins. */
  readonly shared: { readonly file: string; readonly offset: number } | null;
}

/** Both ways in which V8 and Blink keep a text: ASCII and UTF-16. */
export const formsOf = (text: string): readonly Buffer[] => [Buffer.from(text, "latin1"), Buffer.from(text, "utf16le")];

/**
 * Counts how often any of these stands in the writable memory of processes.
 * @throws when the memory of one cannot be read: a scan that saw nothing must not look like a clean one
 */
export async function countInMemory(pids: readonly number[], needles: readonly Buffer[]): Promise<Copies> {
  const own = new Map<number, number>();
  const shared = new Set<string>();
  for (const pid of pids) {
    own.set(pid, 0);
    await scan(pid, needles, (address, mapping) => {
      if (mapping.shared === null) own.set(pid, (own.get(pid) ?? 0) + 1);
      else shared.add(`${mapping.shared.file} ${mapping.shared.offset + address - mapping.start}`);
    });
  }
  return { own, shared: shared.size };
}

async function scan(pid: number, needles: readonly Buffer[], found: (address: number, mapping: Mapping) => void) {
  const memory = await open(`/proc/${pid}/mem`, "r");
  const pagemap = await open(`/proc/${pid}/pagemap`, "r");
  // Each read goes on into the next one by what a needle that begins in it can need: it is found, and found once.
  const beyond = Math.max(...needles.map(({ length }) => length)) - 1;
  let bytesRead = 0;
  try {
    for (const mapping of writableMappings(await readFile(`/proc/${pid}/maps`, "utf8"))) {
      for (const [start, end] of await filledRuns(pagemap, mapping)) {
        for (let at = start; at < end; at += LARGEST_READ) {
          for (const piece of await readRange(memory, at, Math.min(LARGEST_READ + beyond, end - at))) {
            bytesRead += piece.bytes.length;
            for (const needle of needles) {
              for (const place of placesOf(needle, piece.bytes)) {
                if (piece.at + place < at + LARGEST_READ) found(piece.at + place, mapping);
              }
            }
          }
        }
      }
    }
  } finally {
    await memory.close();
    await pagemap.close();
  }
  if (bytesRead === 0) throw new Error(`no memory of process ${pid} could be read`);
}

function writableMappings(maps: string): Mapping[] {
  return maps.split("\n").flatMap((line) => {
    const [, start, end, sharing, offset, device, inode, name] =
      /^([0-9a-f]+)-([0-9a-f]+) rw.([ps]) ([0-9a-f]+) (\S+) (\d+) *(.*)$/.exec(line) ?? [];
    if (start === undefined || end === undefined || name?.startsWith("[v")) return []; // the kernel's own: vvar, vdso
    const shared = sharing === "s" ? { file: `${device} ${inode}`, offset: Number.parseInt(offset ?? "", 16) } : null;
    return [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16), shared }];
  });
}

/** Those stretches of a mapping that hold anything: most of a renderer's room was never written to, and takes long to read. */
async function filledRuns(pagemap: FileHandle, { start, end, shared }: Mapping): Promise<[number, number][]> {
  if (shared !== null) return [[start, end]]; // another process may have filled what this one has not touched
  const runs: [number, number][] = [];
  for (let at = start; at < end; at += LARGEST_READ) {
    const entries = Math.min(LARGEST_READ, end - at) / PAGE;
    const { buffer } = await pagemap.read(Buffer.alloc(entries * ENTRY), 0, entries * ENTRY, (at / PAGE) * ENTRY);
    for (let entry = 0; entry < entries; entry++) {
      if (((buffer[entry * ENTRY + ENTRY - 1] ?? 0) & PRESENT_OR_SWAPPED) === 0) continue;
      const page = at + entry * PAGE;
      const last = runs.at(-1);
      if (last?.[1] === page) last[1] = page + PAGE;
      else runs.push([page, page + PAGE]);
    }
  }
  return runs;
}

/** What can be read of a range. A page that cannot (a device's, or gone by now) is stepped over: nothing is in it. */
async function readRange(memory: FileHandle, start: number, length: number) {
  const pieces: { at: number; bytes: Buffer }[] = [];
  for (let at = start; at < start + length; ) {
    const bytes = await readOnce(memory, at, start + length - at);
    const last = pieces.at(-1);
    // A read may stop short of what there is: what lies across the gap between two is in one piece again.
    if (last !== undefined && last.at + last.bytes.length === at) last.bytes = Buffer.concat([last.bytes, bytes]);
    else if (bytes.length > 0) pieces.push({ at, bytes });
    at += bytes.length > 0 ? bytes.length : PAGE;
  }
  return pieces;
}

async function readOnce(memory: FileHandle, position: number, length: number): Promise<Buffer> {
  try {
    const { buffer, bytesRead } = await memory.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EIO") return Buffer.alloc(0);
    throw error;
  }
}

function placesOf(needle: Buffer, haystack: Buffer): number[] {
  const places: number[] = [];
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) places.push(at);
  return places;
}
