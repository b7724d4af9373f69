import type { Page } from "playwright";
import type { SandboxControl } from "../../src-testing/sandbox-control.ts";
import { rare } from "../long-form.ts";
import { bindComputer, changePin, choosePasscode, enterCode, expectCards, openCards, signIn } from "./cardholder.ts";
import { expect } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

// `kill -9` while an exchange with Solaris is under way: before Solaris has done anything, and after it has, unanswered.

/** Follows the window's words until the computer is bound, from wherever the binding stands. */
async function bindByTheWords(page: Page): Promise<void> {
  const screens = [
    "Link this computer",
    "Enter the code",
    "Set a device passcode",
    "Almost linked",
    "This computer is linked",
    "Your cards",
  ];
  for (let step = 0; step < 8; step++) {
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(new RegExp(screens.join("|")));
    await expect(page.locator(".actions button[aria-disabled=true]")).toHaveCount(0);
    const title = (await heading.textContent()) ?? "";
    if (title === "Your cards") return;
    if (title === "This computer is linked") return expectCards(page);
    if (title === "Link this computer") await page.getByRole("button", { name: "Send the code" }).click();
    else if (title === "Enter the code") await enterCode(page);
    else if (title === "Set a device passcode") await choosePasscode(page);
    else await page.getByRole("button", { name: "Finish" }).click();
    await expect(heading).not.toHaveText(title);
  }
  await expectCards(page);
}

/** Kills the app once Solaris has the request in its hands. */
async function reachedAndKilled(
  sandbox: SandboxControl,
  fault: { id: string },
  kill: () => Promise<void>,
): Promise<void> {
  await sandbox.reached(fault);
  await kill();
  await sandbox.clearFaults(); // what was held goes on, and answers nobody
}

// Every exchange and moment is killed in tests/faults/app.spec.ts, over the bridge; here the window leads on afterwards.
for (const operation of ["create_device", "add_key"]) {
  windowTest(
    `binding killed at ${operation}: not bound by half, and completed after a restart`,
    operation === "add_key" ? rare : {}, // so it is in tests/faults/app.spec.ts
    async ({ running, launch, sandbox }) => {
      const fault = await sandbox.addFault({ operation, kind: "hold_after" });
      const killed = reachedAndKilled(sandbox, fault, running.kill);
      // The window goes away under this; where exactly does not matter.
      await Promise.allSettled([bindComputer(running.page), killed]);
      await killed;

      const second = await launch();
      await signIn(second.page);
      await bindByTheWords(second.page);
      await changePin(second.page, "7305");
      await expect(second.page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
    },
  );
}

for (const [operation, sent] of [
  ["pin_key", 0],
  ["pin_update", 1],
] as const) {
  windowTest(
    `PIN change killed at ${operation}: nothing is sent again by itself`,
    rare, // so it is in tests/faults/app.spec.ts
    async ({ running, boundComputer, launch, sandbox }) => {
      await boundComputer();
      await openCards(running.page);
      const fault = await sandbox.addFault({ operation, kind: "hold_after" });
      const killed = reachedAndKilled(sandbox, fault, running.kill);
      await Promise.allSettled([changePin(running.page, "7305"), killed]);
      await killed;

      const second = await launch();
      await signIn(second.page);
      // What was sent is looked up and told first (certainty.spec.ts).
      if (sent > 0) await second.page.getByRole("button", { name: "Back to your cards" }).click();
      await expectCards(second.page);
      await expect(second.page.getByTestId("card")).toHaveCount(1);
      expect(await sandbox.arrivals("pin_update")).toBe(sent);
      await changePin(second.page, "7316");
      await expect(second.page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
      expect(await sandbox.arrivals("pin_update")).toBe(sent + 1);
    },
  );
}
