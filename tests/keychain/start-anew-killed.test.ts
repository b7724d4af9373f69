import { beforeEach, describe, expect, test } from "vitest";
import { runs } from "../long-form.ts";
import type { Whose } from "./device-child.ts";
import { killPoints } from "./kill-points.ts";
import { useRealKeychain } from "./real-keychain.ts";

/** What changes where Solaris knows the device: marked, set aside, unmarked. Where it does not: set aside, unmarked. */
const ways = [
  { way: "known at Solaris", changes: 3, tells: [1] },
  { way: "removed elsewhere", changes: 2, tells: [] },
] as const;
/** In the short form, of the way that has one step more. */
const kills = ways
  .slice(0, runs(1, 2))
  .flatMap(({ way, changes, tells }) => killPoints(changes, tells).map((point) => ({ way, ...point })));

if (process.platform !== "linux") console.warn("SKIPPED: these tests need a gnome-keyring, which only Linux has.");

describe.skipIf(process.platform !== "linux")("a computer that is to be bound anew, with a real keychain", () => {
  const { run, answerOf, resultOf, computer, sandbox } = useRealKeychain();
  let whose: Whose;
  let first: string;

  beforeEach(async () => {
    whose = computer();
    first = (await resultOf({ do: "bind", ...whose })).deviceId;
  });

  const kept = () => resultOf({ do: "kept", ...whose });
  const begin = async (way: (typeof ways)[number]["way"]) => {
    if (way === "removed elsewhere") await sandbox().forgetDevice(first);
  };

  test.each(kills)("$way, killed $when change $change: no key is lost before the next is bound", async (kill) => {
    await begin(kill.way);
    expect((await run({ do: "start anew", ...whose, kill })).signal).toBe("SIGKILL");
    const { entry, replaced } = await kept();
    expect([entry, replaced]).toContain(first);
    expect((await answerOf({ do: "start anew", ...whose })).ok).toBe(true);
    expect(await kept()).toMatchObject({ entry: null, replaced: first });
    const second = await resultOf({ do: "bind", ...whose });
    expect(second).toMatchObject({ state: "present", stage: "bound" });
    expect(await kept()).toMatchObject({ entry: second.deviceId, replaced: null });
  });

  test.each(ways)("has no further change that could be killed: $way", async ({ way, changes }) => {
    await begin(way);
    const kill = { change: changes + 1, when: "before" } as const;
    expect((await run({ do: "start anew", ...whose, kill })).signal).toBeNull();
  });

  test("killed between the copy and the deletion: the copy is the same key, and there is one of it", async () => {
    const { scope } = await kept();
    const { text } = await resultOf({ do: "read", account: scope });
    await run({ do: "write", account: `${scope}-replaced`, text });
    expect(await resultOf({ do: "start anew", ...whose })).toEqual([`${scope}-replaced`]);
    expect(await kept()).toMatchObject({ entry: null, replaced: first });
  });

  test.each([
    { change: 7, when: "before" },
    { change: 7, when: "after" },
  ] as const)("the kept key goes when the new one is bound, killed $when that: it is bound", async (kill) => {
    await run({ do: "start anew", ...whose });
    expect((await run({ do: "bind", ...whose, kill })).signal).toBe("SIGKILL");
    const { deviceId, stage } = await resultOf({ do: "state", ...whose });
    expect(stage).toBe("bound");
    expect(await kept()).toMatchObject({ entry: deviceId, replaced: kill.when === "before" ? first : null });
  });
});
