import type { Page } from "playwright";
import type { PinChangeStage } from "../../src-contract/bridge/views.ts";
import { bindComputer, changePin, expectHeading, firstCardId } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

// The window is told how far a change has truly come, and nothing that has not happened.

/** Follows as the window does, up to a stage. @returns all that was told on the way */
const followUpTo = (page: Page, last: PinChangeStage) =>
  page.evaluate(async (until) => {
    const told: string[] = [];
    let seen: PinChangeStage | null = null;
    while (seen !== until) {
      const result = await window.bridge.followPinChange(seen);
      if (!result.ok) return [...told, result.code];
      told.push(String(result.value));
      seen = result.value;
      if (seen === null) await new Promise((resolve) => setTimeout(resolve, 10)); // the change has not begun
    }
    return told.filter((stage) => stage !== "null");
  }, last);

/** What is told next, or that nothing is for as long as one waits. */
const nextAfter = (page: Page, seen: PinChangeStage, withinMs: number) =>
  page.evaluate(
    ([stage, ms]) =>
      Promise.race([
        window.bridge.followPinChange(stage).then((result) => (result.ok ? result.value : result.code)),
        new Promise((resolve) => setTimeout(() => resolve("nothing told"), ms)),
      ]),
    [seen, withinMs] as const,
  );

test("while Solaris has not answered, a change is sent, and nothing further is claimed", async ({ page, sandbox }) => {
  await bindComputer(page);
  const cardId = await firstCardId(page);
  const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
  await changePin(page, "7305");
  expect((await followUpTo(page, "sent")).at(-1)).toBe("sent");
  await sandbox.reached(fault);
  expect(await nextAfter(page, "sent", 1500)).toBe("nothing told");
  expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: false, changes: 0 });
  await sandbox.release(fault);
  await expectHeading(page, "Your PIN was changed");
  expect(await nextAfter(page, "sent", 1500)).toBeNull();
});

test("while there is no key, nothing is encrypted, signed or sent", async ({ page, sandbox }) => {
  await bindComputer(page);
  const fault = await sandbox.addFault({ operation: "pin_key", kind: "hold" });
  await changePin(page, "7305");
  expect(await followUpTo(page, "fetching-key")).toEqual(["fetching-key"]);
  await sandbox.reached(fault);
  expect(await nextAfter(page, "fetching-key", 1500)).toBe("nothing told");
  expect(await sandbox.arrivals("pin_update")).toBe(0);
  await sandbox.release(fault);
  await expectHeading(page, "Your PIN was changed");
});

test("while no answer comes, the bank's ledger is asked, and that is told", async ({ launch, sandbox }) => {
  const { page } = await launch({ args: ["--call-timeout-ms=2500"] });
  await bindComputer(page);
  const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
  await changePin(page, "7305");
  expect((await followUpTo(page, "settling")).slice(-2)).toEqual(["sent", "settling"]);
  await sandbox.release(fault);
  await expectHeading(page, "Your PIN was changed");
});
