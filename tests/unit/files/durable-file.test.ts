import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type FileCalls,
  removeFile,
  renameDurably,
  systemCalls,
  writeAhead,
  writeDurably,
} from "../../../src-main/files/durable-file.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-durable-"));
  file = path.join(folder, "kept.json");
  await writeFile(file, "before");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const systemError = (code: string) => Object.assign(new Error(code), { code });

/** The real file system, which answers an error so many times first. */
function refusing(call: keyof Omit<FileCalls, "wait">, code: string, times: number) {
  const waits: number[] = [];
  let tries = 0;
  const calls: FileCalls = {
    ...systemCalls,
    wait: async (ms) => void waits.push(ms),
    [call]: async (from: string, to: string) => {
      if (++tries <= times) throw systemError(code);
      return systemCalls[call](from, to);
    },
  };
  return { calls, waited: () => waits.reduce((sum, ms) => sum + ms, 0), tries: () => tries };
}

describe("a folder that cannot be synchronised", () => {
  it.each(["EBADF", "EINVAL", "EISDIR", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EPERM"])(
    "is passed over where the file system does not know that: %s",
    async (code) => {
      await writeDurably(file, "after", refusing("syncFolder", code, 1).calls);
      expect(await readFile(file, "utf8")).toBe("after");
      expect(await readdir(folder)).toEqual(["kept.json"]);
    },
  );

  it.each(["EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES"])("is told where the disk fails: %s", async (code) => {
    const { calls } = refusing("syncFolder", code, 1);
    await expect(writeDurably(file, "after", calls)).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual(["kept.json"]);
  });

  it.skipIf(process.platform === "win32")("is synchronised where it can be", async () => {
    await expect(systemCalls.syncFolder(folder)).resolves.toBeUndefined();
    await expect(systemCalls.syncFolder(path.join(folder, "none"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("a file that was written ahead", () => {
  it("gets its name, and nothing else is left", async () => {
    const ahead = path.join(folder, "ahead");
    await writeAhead(ahead, "first");
    await writeAhead(ahead, "after");
    await renameDurably(ahead, file);
    expect([await readFile(file, "utf8"), await readdir(folder)]).toEqual(["after", ["kept.json"]]);
  });

  it("is not waited for where others have it open: the caller writes anew at once", async () => {
    const ahead = path.join(folder, "ahead");
    await writeAhead(ahead, "after");
    const { calls, waited } = refusing("rename", "EBUSY", 1);
    await expect(renameDurably(ahead, file, calls)).rejects.toMatchObject({ code: "EBUSY" });
    expect([waited(), await readFile(file, "utf8")]).toEqual([0, "before"]);
  });

  it("is told where its folder cannot be synchronised", async () => {
    const ahead = path.join(folder, "ahead");
    await writeAhead(ahead, "after");
    await expect(renameDurably(ahead, file, refusing("syncFolder", "EIO", 1).calls)).rejects.toThrow("EIO");
  });
});

describe("a file that others have open for a moment", () => {
  it.each(["EPERM", "EACCES", "EBUSY"])("is written when they let go of it: %s", async (code) => {
    const { calls, waited, tries } = refusing("rename", code, 7);
    await writeDurably(file, "after", calls);
    expect(await readFile(file, "utf8")).toBe("after");
    expect(tries()).toBe(8);
    expect(waited()).toBeLessThan(2000);
  });

  it.each(["EPERM", "EACCES", "EBUSY"])("is given up after about two seconds, as it was: %s", async (code) => {
    const { calls, waited } = refusing("rename", code, Number.POSITIVE_INFINITY);
    await expect(writeDurably(file, "after", calls)).rejects.toMatchObject({ code });
    expect(waited()).toBeGreaterThanOrEqual(1500);
    expect(waited()).toBeLessThanOrEqual(2500);
    expect(await readdir(folder)).toEqual(["kept.json"]);
    expect(await readFile(file, "utf8")).toBe("before");
  });

  it.each(["EISDIR", "ENOSPC", "EIO", "EXDEV"])("is not waited for where that is not why: %s", async (code) => {
    const { calls, waited, tries } = refusing("rename", code, 1);
    await expect(writeDurably(file, "after", calls)).rejects.toMatchObject({ code });
    expect([tries(), waited()]).toEqual([1, 0]);
  });

  it.each<[string, () => Promise<void>, string[]]>([
    ["written", () => writeDurably(file, "newest"), ["kept.json"]],
    ["removed", () => removeFile(file), []],
  ])("keeps what was asked for last where it is %s while an earlier write waits", async (_, last, left) => {
    const other = path.join(folder, "other.json");
    let second = Promise.resolve();
    const wait = async () => {
      second = last();
      for (let times = 0; times < 3; times++) await writeDurably(other, "time enough to overtake");
      await removeFile(other);
    };
    await writeDurably(file, "older", { ...refusing("rename", "EBUSY", 1).calls, wait });
    await second;
    expect(await readdir(folder)).toEqual(left);
    if (left.length > 0) expect(await readFile(file, "utf8")).toBe("newest");
  });

  it("is written after an earlier write has failed", async () => {
    const first = writeDurably(file, "older", refusing("rename", "ENOSPC", 1).calls);
    const second = writeDurably(file, "newest");
    await expect(first).rejects.toMatchObject({ code: "ENOSPC" });
    await second;
    expect(await readFile(file, "utf8")).toBe("newest");
  });

  it("is removed in the same way", async () => {
    const { calls, tries } = refusing("remove", "EBUSY", 3);
    await removeFile(file, calls);
    expect(tries()).toBe(4);
    expect(await readdir(folder)).toEqual([]);
    await removeFile(file, calls); // there is none
  });

  it("says what went wrong first, also where not even the half-written file can be removed", async () => {
    const { calls } = refusing("remove", "EBUSY", Number.POSITIVE_INFINITY);
    const full = { ...calls, rename: () => Promise.reject(systemError("ENOSPC")) };
    await expect(writeDurably(file, "after", full)).rejects.toMatchObject({ code: "ENOSPC" });
  });
});

it.skipIf(process.platform === "win32")("is readable by its owner only, in a folder of theirs", async () => {
  const inside = path.join(folder, "new", "kept.json");
  await writeDurably(inside, "x");
  const modes = await Promise.all([inside, path.dirname(inside)].map(async (name) => (await stat(name)).mode & 0o777));
  expect(modes).toEqual([0o600, 0o700]);
});
