import { type FileHandle, open, readFile } from "node:fs/promises";

const LARGEST_READ = 16 * 1024 * 1024;
const PAGE = 4096;

/** Counts how often a text stands in a process's writable memory, as ASCII and as UTF-16 (V8 and Blink keep both). */
export function countInMemory(pid: number, text: string): Promise<number> {
  return countBytesInMemory(pid, [Buffer.from(text, "latin1"), Buffer.from(text, "utf16le")]);
}

/**
 * Counts how often any of these stands in a process's writable memory.
 * @throws when the memory cannot be read: a scan that saw nothing must not look like a clean one
 */
export async function countBytesInMemory(pid: number, needles: readonly Buffer[]): Promise<number> {
  const [memory, pagemap] = await Promise.all([open(`/proc/${pid}/mem`, "r"), open(`/proc/${pid}/pagemap`, "r")]);
  let count = 0;
  let bytesRead = 0;
  try {
    for (const range of writableRanges(await readFile(`/proc/${pid}/maps`, "utf8"))) {
      for (const [start, end] of await usedRanges(pagemap, range)) {
        for (let at = start; at < end; at += LARGEST_READ - 64) {
          for (const piece of await readRange(memory, at, Math.min(LARGEST_READ, end - at))) {
            bytesRead += piece.length;
            for (const needle of needles) count += occurrences(piece, needle);
          }
        }
      }
    }
  } finally {
    await Promise.all([memory.close(), pagemap.close()]);
  }
  if (bytesRead === 0) throw new Error(`no memory of process ${pid} could be read`);
  return count;
}

function writableRanges(maps: string): [number, number][] {
  return maps
    .split("\n")
    .map((line) => /^([0-9a-f]+)-([0-9a-f]+) rw.. .*?(\S*)$/.exec(line))
    .filter((match) => match !== null && !/^\[v/.test(match[3] ?? ""))
    .map((match) => [Number.parseInt(match?.[1] ?? "", 16), Number.parseInt(match?.[2] ?? "", 16)]);
}

/** Present or swapped out (proc_pid_pagemap(5), bits 63 and 62), as the highest byte of an entry says. */
const USED = 0b1100_0000;

/**
 * The parts of a range that were ever written. Chromium sets aside twenty times what it uses, and reading pages that were
 * never used takes most of the time.
 */
async function usedRanges(pagemap: FileHandle, [start, end]: [number, number]): Promise<[number, number][]> {
  const entries = Buffer.alloc(((end - start) / PAGE) * 8);
  const { bytesRead } = await pagemap.read(entries, 0, entries.length, (start / PAGE) * 8);
  const used: [number, number][] = [];
  for (let at = 0; at < bytesRead; at += 8) {
    if (((entries[at + 7] ?? 0) & USED) === 0) continue;
    const page = start + (at / 8) * PAGE;
    const last = used.at(-1);
    if (last !== undefined && last[1] === page) last[1] += PAGE;
    else used.push([page, page + PAGE]);
  }
  return used;
}

/** What can be read of a range. A page that cannot (never backed, or gone by now) is stepped over: nothing is in it. */
async function readRange(memory: FileHandle, start: number, length: number): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for (let at = start; at < start + length; ) {
    const { buffer, bytesRead } = await readOnce(memory, at, start + length - at);
    if (bytesRead > 0) pieces.push(buffer.subarray(0, bytesRead));
    at += bytesRead > 0 ? bytesRead : PAGE;
  }
  return pieces;
}

async function readOnce(memory: FileHandle, position: number, length: number) {
  try {
    return await memory.read(Buffer.alloc(length), 0, length, position);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EIO")
      return { buffer: Buffer.alloc(0), bytesRead: 0 };
    throw error;
  }
}

function occurrences(haystack: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) count++;
  return count;
}
