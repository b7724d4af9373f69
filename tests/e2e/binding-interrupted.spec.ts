import { rare } from "../long-form.ts";
import { askForCode, choosePasscode, completeBinding, enterCode, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const WRONG_CODE = "000000";

test.describe("a binding that is interrupted", () => {
  windowTest("goes on at the code after a restart, with the same code", rare, async ({ running, launch, sandbox }) => {
    await signIn(running.page);
    await askForCode(running.page, "Resumed computer");
    await running.app.close();
    const second = await launch();
    await signIn(second.page);
    await expect(second.page.getByText("to link “Resumed computer”")).toBeVisible();
    await completeBinding(second.page);
    expect(await sandbox.inbox()).toHaveLength(1);
  });

  windowTest("shows the time that Solaris gives the code by then", rare, async ({ running, launch, sandbox }) => {
    await signIn(running.page);
    await askForCode(running.page);
    await expect(running.page.getByTestId("code-expiry")).toHaveText(/expires in [45]:\d\d\./);
    await running.app.close();
    const body = JSON.stringify({ expires_at: new Date(Date.now() + 170_000).toISOString() });
    await sandbox.addFault({ operation: "get_challenge", kind: "answer", is_done: false, status: 200, body });
    const second = await launch();
    await signIn(second.page);
    await expect(second.page.getByTestId("code-expiry")).toHaveText(/expires in [12]:\d\d\./);
    await completeBinding(second.page);
  });

  windowTest("says after a restart that Solaris has ended the code early", async ({ running, launch, sandbox }) => {
    await signIn(running.page);
    await askForCode(running.page);
    for (let attempt = 0; attempt < 3; attempt++) {
      await enterCode(running.page, WRONG_CODE);
      await expect(running.page.getByTestId("complaint")).toContainText("This is not the code that was sent.");
    }
    await running.app.close();
    const second = await launch();
    await signIn(second.page);
    await expect(second.page.getByTestId("code-warning")).toHaveText(
      /^Your bank says that this code no longer counts\./,
    );
    await expect(second.page.getByTestId("code-expiry")).toHaveCount(0);
    await second.page.getByRole("button", { name: "Send a new code" }).click();
    await completeBinding(second.page);
    expect(await sandbox.inbox()).toHaveLength(2);
  });

  windowTest("shows the recorded time where Solaris does not answer", rare, async ({ running, launch, sandbox }) => {
    await signIn(running.page);
    await askForCode(running.page);
    await running.app.close();
    await sandbox.addFault({ operation: "get_challenge", kind: "status", status: 503, shape: "A" });
    const second = await launch();
    await signIn(second.page);
    await expect(second.page.getByTestId("code-expiry")).toHaveText(/expires in [345]:\d\d\./);
    await completeBinding(second.page);
  });

  windowTest(
    "can be started over when the last step is refused for good, and leaves no device at Solaris",
    async ({ page, sandbox, servers }) => {
      await sandbox.addFault({ operation: "add_key", kind: "status", status: 403, shape: "C", times: 2 });
      await signIn(page);
      await askForCode(page);
      await enterCode(page);
      await choosePasscode(page);
      await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_REFUSED");
      await page.getByRole("button", { name: "Finish" }).click();
      await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_REFUSED");
      await page.getByRole("button", { name: "Start over" }).click();
      await askForCode(page);
      expect(await boundDevices(servers.backendUrl)).toEqual([]);
      await completeBinding(page);
      expect(await boundDevices(servers.backendUrl)).toHaveLength(1);
    },
  );

  windowTest("can be started over", async ({ page, sandbox }) => {
    await signIn(page);
    await askForCode(page, "First name");
    await page.getByRole("button", { name: "Start over" }).click();
    await expect(page.getByRole("heading", { name: "Link this computer" })).toBeVisible();
    await askForCode(page, "Second name");
    await completeBinding(page);
    await expect(page.getByText("linked as “Second name”")).toBeVisible();
    expect(await sandbox.inbox()).toHaveLength(2);
  });
});

/** What Solaris lists for Ada Single, as the backend passes it on. */
async function boundDevices(backendUrl: string): Promise<unknown[]> {
  const json = async (path: string, init: RequestInit) => (await fetch(backendUrl + path, init)).json();
  const headers = { "content-type": "application/json" };
  const { token } = await json("/demo/sign-in", {
    method: "POST",
    headers,
    body: JSON.stringify({ name: "Ada Single" }),
  });
  return (await json("/v1/devices", { headers: { authorization: `Bearer ${token}` } })).devices;
}
