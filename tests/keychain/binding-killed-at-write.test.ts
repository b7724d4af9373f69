import { describe, expect, test } from "vitest";
import { killPoints } from "./kill-points.ts";
import { useRealKeychain } from "./real-keychain.ts";

/** Key made; challenge recorded; verified recorded; restricted key made; marker; bound recorded; an earlier key forgotten. */
const WRITES = 7;
const BOUND = 6;
/** Of the device, of the code, of the restricted key. */
const TELLS = [1, 2, 5];

if (process.platform !== "linux") console.warn("SKIPPED: these tests need a gnome-keyring, which only Linux has.");

describe.skipIf(process.platform !== "linux")("a binding that is killed at a write", () => {
  const { run, resultOf, computer, liveDevices } = useRealKeychain();

  test.each(killPoints(WRITES, TELLS))(
    "$when write $change: never looks bound before it is, and is completed by the next start",
    async (kill) => {
      const whose = computer();
      expect((await run({ do: "bind", ...whose, kill })).signal).toBe("SIGKILL");
      const left = await resultOf({ do: "state", ...whose });
      const isBound = kill.change > BOUND || (kill.change === BOUND && kill.when === "after");
      expect(left.stage === "bound").toBe(isBound);

      const resumed = await resultOf({ do: "bind", ...whose });
      expect(resumed).toMatchObject({ state: "present", stage: "bound" });
      const atSolaris = (await liveDevices()).find(({ id }) => id === resumed.deviceId);
      expect(atSolaris?.key_purposes.toSorted()).toEqual(["restricted", "unrestricted"]);
    },
  );

  test("there is no further write that could be killed", async () => {
    const kill = { change: WRITES + 1, when: "before" as const };
    expect((await run({ do: "bind", ...computer(), kill })).signal).toBeNull();
  });
});
