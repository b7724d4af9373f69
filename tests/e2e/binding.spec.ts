import { rare } from "../long-form.ts";
import {
  askForCode,
  bindComputer,
  choosePasscode,
  completeBinding,
  enterCode,
  expectCards,
  expectHeading,
  signIn,
} from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const WRONG_CODE = "000000";

test.describe("the one-time code", () => {
  windowTest("a wrong one is said to be wrong, and the right one still works", async ({ page }) => {
    await signIn(page);
    await askForCode(page);
    await enterCode(page, WRONG_CODE);
    await expect(page.getByRole("alert")).toContainText("This is not the code that was sent.");
    await expect(page.getByTestId("failure")).toHaveCount(0);
    await page.keyboard.type("1");
    await expect(page.getByTestId("complaint")).toHaveCount(0);
    await completeBinding(page);
  });

  windowTest("after too many wrong ones a new code is needed, and works", async ({ page }) => {
    await signIn(page);
    await askForCode(page);
    for (let attempt = 0; attempt < 3; attempt++) {
      await enterCode(page, WRONG_CODE);
      await expect(page.getByTestId("complaint")).toContainText("This is not the code that was sent.");
    }
    await enterCode(page);
    await expect(page.getByRole("alert")).toContainText("This code is no longer valid.");
    await expect(page.getByTestId("code-warning")).toContainText("Perhaps a wrong code was entered too often");
    await page.getByRole("button", { name: "Send a new code" }).click();
    await completeBinding(page);
  });

  test("shows the time that Solaris gives it, and says when that is over", rare, async ({ launch, sandbox }) => {
    const { page } = await launch();
    await page.clock.install();
    await sandbox.settings({ challenge_seconds: 200 });
    await signIn(page);
    await askForCode(page);
    await expect(page.getByTestId("code-expiry")).toHaveText(/expires in 3:[12]\d\./);
    const isOver = page.getByText("The time for this code is over. Ask for a new one.");
    await expect(isOver).toBeHidden();
    await page.clock.runFor(201_000);
    await expect(isOver).toBeVisible();
    await sandbox.settings({ challenge_seconds: 300 });
    await page.getByRole("button", { name: "Send a new code" }).click();
    await completeBinding(page);
  });

  windowTest(
    "expired at Solaris before it was entered: said so, and a new one works",
    rare,
    async ({ page, sandbox }) => {
      await signIn(page);
      await askForCode(page);
      await sandbox.advanceClock(301);
      await enterCode(page);
      await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_CODE_EXPIRED");
      await page.getByRole("button", { name: "Send a new code" }).click();
      await completeBinding(page);
    },
  );

  windowTest("one that was sent stays usable when a new one is refused", async ({ page, sandbox }) => {
    await signIn(page);
    await askForCode(page);
    await sandbox.addFault({ operation: "create_device", kind: "status", status: 429, shape: "A" });
    await page.getByRole("button", { name: "Send a new code" }).click();
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_TOO_MANY_REQUESTS");
    await completeBinding(page);
  });

  windowTest("incomplete or not digits: said in the window, nothing is sent", async ({ page, sandbox }) => {
    await signIn(page);
    await askForCode(page);
    for (const code of ["", "12345", "1234567", "12345a"]) {
      await enterCode(page, code);
      await expect(page.getByText("Enter all six digits.")).toBeVisible();
    }
    expect(await sandbox.arrivals("verify_challenge")).toBe(0);
  });

  windowTest("can be pasted with spaces around and between", async ({ page }) => {
    await signIn(page);
    await askForCode(page);
    await enterCode(page, " 212 212 ");
    await choosePasscode(page);
    await expectCards(page);
  });

  windowTest("a new one is a new request with the waiting key", async ({ page, sandbox }) => {
    await signIn(page);
    await askForCode(page);
    await page.getByRole("button", { name: "Send a new code" }).click();
    await expect.poll(async () => (await sandbox.inbox()).length).toBe(2);
    await completeBinding(page);
    expect(await sandbox.arrivals("create_device")).toBe(2);
  });

  windowTest(
    "when the waiting key is refused as registered, a fresh one takes its place",
    rare, // tests/unit/keys/bind-this-computer.test.ts
    async ({ page, sandbox }) => {
      await sandbox.settings({ pending_key_reuse: "conflict" });
      await signIn(page);
      await askForCode(page);
      await page.getByRole("button", { name: "Send a new code" }).click();
      await expect.poll(async () => (await sandbox.inbox()).length).toBe(2);
      await completeBinding(page);
      expect(await sandbox.arrivals("create_device")).toBe(3);
    },
  );
});

test.describe("binding is refused", () => {
  windowTest("without a mobile number", async ({ page }) => {
    await signIn(page, "Mila Mobilefree");
    await page.getByRole("button", { name: "Send the code" }).click();
    await expect(page.getByRole("alert")).toContainText("Your bank has no mobile number to send a code to.");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByTestId("checked")).toHaveText(/^Checked again at \d\d:\d\d: still no number\.$/);
  });

  windowTest("with five devices already, also where the window could not see that", async ({ page, sandbox }) => {
    await sandbox.addFault({ operation: "list_devices", kind: "status", status: 500, shape: "A" });
    await signIn(page, "Finn Five");
    await page.getByRole("button", { name: "Send the code" }).click();
    await expect(page.getByRole("heading", { name: "Remove a device first" })).toBeVisible();
    expect(await sandbox.arrivals("create_device")).toBe(0);
    expect(await sandbox.inbox()).toHaveLength(0);
  });

  windowTest("without a name for the computer", async ({ page, sandbox }) => {
    await signIn(page);
    await page.getByRole("textbox", { name: "Name of this computer" }).fill("   ");
    await page.getByRole("button", { name: "Send the code" }).click();
    await expect(page.getByRole("alert")).toContainText("Enter a name");
    expect(await sandbox.arrivals("create_device")).toBe(0);
  });

  for (const [shape, expected] of [
    ["A", "ERR_SOLARIS_UNAVAILABLE"],
    ["html", "ERR_SOLARIS_UNAVAILABLE"],
  ] as const) {
    const name = `while Solaris answers 503 in shape ${shape}; it works once that is over`;
    // The app is told the same by the backend for each shape (tests/backend/answers-of-solaris.test.ts).
    windowTest(name, shape === "A" ? {} : rare, async ({ page, sandbox }) => {
      await sandbox.addFault({ operation: "create_device", kind: "status", status: 503, shape });
      await signIn(page);
      await page.getByRole("button", { name: "Send the code" }).click();
      await expect(page.getByRole("main").getByTestId("failure")).toContainText(expected);
      await askForCode(page);
      await completeBinding(page);
    });
  }
});

test.describe("an answer that is lost", () => {
  // In the window as after a 503; the lost answer itself is in tests/faults/binding-table.ts.
  windowTest("to the request for a code: the next request works", rare, async ({ page, sandbox }) => {
    await sandbox.addFault({ operation: "create_device", kind: "drop_after" });
    await signIn(page);
    await page.getByRole("button", { name: "Send the code" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await askForCode(page);
    await completeBinding(page);
  });

  windowTest("to the code: the computer is bound all the same, because Solaris is asked", async ({ page, sandbox }) => {
    await sandbox.addFault({ operation: "verify_challenge", kind: "drop_after" });
    await signIn(page);
    await askForCode(page);
    await completeBinding(page);
    expect(await sandbox.inbox()).toHaveLength(1);
  });

  windowTest("to the restricted key: one button completes it, without a new code", async ({ page, sandbox }) => {
    await sandbox.addFault({ operation: "add_key", kind: "drop_after" });
    await signIn(page);
    await askForCode(page);
    await enterCode(page);
    await choosePasscode(page);
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByRole("button", { name: "Finish" }).click();
    await expectCards(page);
    expect(await sandbox.arrivals("add_key")).toBe(1);
    expect(await sandbox.inbox()).toHaveLength(1);
  });
});

windowTest("a computer's name may have any letters", rare, async ({ running, launch }) => {
  const name = "Büro-Rechner von Zoë 💻";
  await signIn(running.page);
  await askForCode(running.page, name);
  await completeBinding(running.page);
  await expect(running.page.getByText(`linked as “${name}”`)).toBeVisible();
  await running.app.close();
  const second = await launch();
  await signIn(second.page);
  await expect(second.page.getByText(`linked as “${name}”`)).toBeVisible();
});

test("the backend cannot be reached at start: said so, and it works once it can", async ({ launch, servers }) => {
  const port = new URL(servers.backendUrl).port;
  const { app, page } = await launch({ backendUrl: "http://127.0.0.1:9" });
  await expect(page.getByRole("heading", { name: "The program could not get ready" })).toBeVisible();
  await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_BACKEND_UNREACHABLE");
  await app.close();
  const second = await launch({ backendUrl: `http://127.0.0.1:${port}` });
  await expect(second.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

windowTest("the next cardholder does not see the cards of the one before", async ({ page }) => {
  await bindComputer(page, "Ada Single");
  await expect(page.getByTestId("card")).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, "Nora Null");
  await expectHeading(page, "You need a card first"); // told before anything is asked
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByTestId("checked")).toHaveText(/^Checked again at \d\d:\d\d: still no card\.$/);
  await page.getByRole("button", { name: "Link it anyway" }).click();
  await askForCode(page);
  await completeBinding(page);
  await expect(page.getByText("You have no cards yet.")).toBeVisible();
  await expect(page.getByTestId("card")).toHaveCount(0);
});

windowTest("a bound computer stays bound after a restart, and only for its cardholder", async ({ running, launch }) => {
  await bindComputer(running.page);
  await running.app.close();
  const second = await launch();
  await signIn(second.page, "Ada Single");
  await expectCards(second.page);
  await second.page.getByRole("button", { name: "Sign out" }).click();
  await signIn(second.page, "Victor Many");
  await expect(second.page.getByRole("heading", { name: "Link this computer" })).toBeVisible();
});
