import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright";
import { bindComputer, chooseCard, enterPasscode, enterPinTwice, expectHeading } from "./cardholder.ts";
import { type CompanyProxy, startCompanyProxy, startTlsFront, type TlsFront } from "./company-proxy.ts";
import { test as base, expect } from "./fixtures.ts";

// A company's network, and a hotel's: a proxy that wants a password, and pages in the bank's place.

const NAME = "EXAMPLE\\ada.single";
const FIRST = "Grün 7 hills";
const SECOND = "Blau 8 roofs";

const test = base.extend<{ company: CompanyProxy; front: TlsFront }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  company: async ({}, use) => {
    const proxy = await startCompanyProxy(NAME, FIRST);
    await use(proxy);
    proxy.close();
  },
  front: async ({ servers }, use) => {
    const front = await startTlsFront(servers.backendUrl);
    await use(front);
    front.close();
  },
});

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const answerProxy = async (page: Page, password: string, name?: string) => {
  await expectHeading(page, "Sign in to the proxy");
  if (name !== undefined) await page.getByTestId("proxy-name").fill(name);
  await page.getByLabel("Password for the proxy", { exact: true }).fill(password);
  await press(page, "Sign in to the proxy");
};

test("a proxy's password is asked for in the window, wrong, given up, right, and again when it has changed; the PIN goes once", async ({
  launch,
  company,
  front,
  sandbox,
}) => {
  const { page, output } = await launch({ backendUrl: front.url, args: [...company.args, ...front.args] });
  await expectHeading(page, "Sign in to the proxy");
  await expect(page.getByTestId("proxy")).toContainText(company.address);

  await answerProxy(page, "wrong", NAME);
  await expect(page.getByTestId("complaint")).toContainText("The proxy did not accept this name and password.");
  await expect(page.getByTestId("proxy-name")).toHaveValue(NAME);
  await expect(page.getByLabel("Password for the proxy", { exact: true })).toHaveValue("");
  await press(page, "Back");
  await expectHeading(page, "The program could not get ready");
  await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_PROXY_PASSWORD");

  await press(page, "Enter name and password");
  await answerProxy(page, FIRST, NAME);
  await expectHeading(page, "The program could not get ready");
  await expect(page.getByText("The proxy has let you through.")).toBeVisible();
  await press(page, "Try again");
  await bindComputer(page);

  // The company has a new password, which nobody notices before the next step.
  await chooseCard(page);
  await expectHeading(page, "Choose a new PIN");
  company.expire(SECOND);
  await enterPinTwice(page, "7305");
  await enterPasscode(page);
  await answerProxy(page, SECOND, NAME);
  await expectHeading(page, "Your PIN was not changed");
  expect(await sandbox.arrivals("pin_update")).toBe(0);
  await press(page, "Try again");
  await enterPinTwice(page, "7305");
  await enterPasscode(page);
  await expectHeading(page, "Your PIN was changed");
  expect(await sandbox.arrivals("pin_update")).toBe(1);
  expect(front.arrived().filter(({ call }) => call.endsWith("/pin-changes"))).toHaveLength(1);

  expect(new Set(company.given())).toEqual(new Set(["wrong", FIRST, SECOND]));
  expect(company.given().filter((password) => password === "wrong")).toHaveLength(1);
  for (const { fields } of front.arrived()) expect(fields).not.toContain("proxy-authorization");
  for (const secret of ["wrong", FIRST, SECOND, NAME]) expect(output()).not.toContain(secret);
  for (const secret of [FIRST, SECOND]) expect(await page.content()).not.toContain(secret);
});

test("what stands in the bank's place is said where the step failed, in the words and codes of Help, and leads there", async ({
  launch,
}) => {
  const page = (status: number, headers: Record<string, string> = { "content-type": "text/html" }): RequestListener => {
    return (_request, response) => void response.writeHead(status, headers).end("<p>Sign in</p>");
  };
  let answer = page(302, { location: "http://127.0.0.1:9/sign-in" });
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { page: window } = await launch({ backendUrl: url });
    const failure = window.getByRole("main").getByTestId("failure");
    await expect(failure).toContainText("ERR_NETWORK_SIGN_IN");
    for (const [status, code] of [
      [502, "ERR_BACKEND_ANSWER"],
      [200, "ERR_NETWORK_SIGN_IN"],
      [404, "ERR_BACKEND_ANSWER"],
      [511, "ERR_NETWORK_SIGN_IN"],
    ] as const) {
      answer = page(status);
      await press(window, "Try again");
      await expect(failure).toContainText(code);
    }
    const said = "It was not your bank that answered, but perhaps the sign-in page of this network.";
    await expect(failure).toContainText(said);
    await press(window, "Check the connection");
    await expect(window.getByText("What this program needs")).toBeFocused();
    await expect(window.getByTestId("diagnosis-bank")).toContainText(said);
    await expect(window.getByTestId("diagnosis-bank")).toContainText("Error number: ERR_NETWORK_SIGN_IN, 511");
    await press(window, "Back");
    await expectHeading(window, "The program could not get ready");
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
