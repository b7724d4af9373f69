// Attacker: a script in the window, a hostile provider or backend. Way: has an address opened in the system's browser.
// Impact: a program is started, a file is opened, or a page appears that passes for the bank's.
// docs/threat-model.md#one-page-opened
import { describe, expect, it, vi } from "vitest";
import { bridgeArguments } from "../../src-main/bridge/bridge-arguments.ts";
import { createOpenBrowser, createOpenContact } from "../../src-main/shell/open-browser.ts";
import { catchOutput } from "./quiet-stderr.ts";

vi.mock("electron", () => ({ shell: {} }));
const output = catchOutput();
const provider = "https://login.partner.example";

function setUp(origin: string | null = provider) {
  const opened: string[] = [];
  const environment: NodeJS.ProcessEnv = { NO_AT_BRIDGE: "1", GDK_BACKEND: "x11", LANG: "de_DE.UTF-8" };
  const open = createOpenBrowser(origin, environment, { openExternal: async (url) => void opened.push(url) });
  return { open, opened, environment };
}

describe("what may be opened", () => {
  it.each(["/authorize?client_id=a&request_uri=urn%3Ab", "/", "/end?client_id=a"])(
    "is the provider's %s",
    async (page) => {
      const { open, opened } = setUp();
      await open(provider + page);
      expect(opened).toEqual([provider + page]);
    },
  );

  it("is still the cardholder's to copy where the system could not open it, and nothing tells the address", async () => {
    const openExternal = (url: string) => Promise.reject(new Error(`Failed to open ${url}`));
    await createOpenBrowser(provider, {}, { openExternal })(`${provider}/authorize`);
    expect(output.text()).toContain('"event":"browser_not_opened"');
    expect(output.text()).not.toContain(provider);
  });

  it.each([
    ["another host", "https://evil.example/authorize"],
    ["a host below it", "https://a.login.partner.example/"],
    ["a host that begins like it", "https://login.partner.example.evil.example/"],
    ["another port", "https://login.partner.example:8443/"],
    ["plain http", "http://login.partner.example/"],
    ["a name before the host", "https://somebody@login.partner.example/"],
    ["name and password", "https://a:b@login.partner.example/"],
    ["the provider's name before another host", "https://login.partner.example@evil.example/"],
    ["a file", "file:///etc/passwd"],
    ["script", "javascript:alert(1)"],
    ["data", "data:text/html,a"],
    ["a program's scheme", "vscode://login.partner.example/"],
    ["our own scheme", "app://pin/"],
    ["a path", "/authorize"],
    ["an option of xdg-open", "--help"],
    ["nothing", ""],
  ])("is not %s", async (_name, address) => {
    const { open, opened } = setUp();
    await expect(open(address)).rejects.toMatchObject({ code: "ERR_SIGN_IN_FAILED" });
    expect(opened).toEqual([]);
    expect(output.text()).toContain('"event":"browser_page_refused"');
    if (address !== "") expect(output.text()).not.toContain(address);
  });

  it("is in a development build a provider on this computer, and no other without TLS", async () => {
    const { open, opened } = setUp("http://127.0.0.1:4300");
    await open("http://127.0.0.1:4300/authorize");
    await expect(open("http://127.0.0.1:4301/authorize")).rejects.toThrow();
    await expect(setUp("http://login.partner.example").open("http://login.partner.example/")).rejects.toThrow();
    expect(opened).toHaveLength(1);
  });

  it("is nothing where nobody signs in with the browser", async () => {
    const { open, opened } = setUp(null);
    for (const address of [`${provider}/`, "data:text/html,a"]) await expect(open(address)).rejects.toThrow();
    expect(opened).toEqual([]);
  });
});

it("the browser inherits nothing that takes its accessibility or its display from it", async () => {
  const { open, environment } = setUp();
  await open(`${provider}/`);
  expect(environment).toEqual({ LANG: "de_DE.UTF-8" });
});

describe("of the partner's contacts", () => {
  const support = { phone: "+49 (0) 30 123-4567", email: "help@partner.example", website: "https://partner.example" };
  function setUpContacts(opens: readonly ("phone" | "email")[], more: object = {}) {
    const opened: string[] = [];
    const open = createOpenContact(
      { ...support, ...more, opens },
      {},
      { openExternal: async (url) => void opened.push(url) },
    );
    return { open: open as (contact: string) => Promise<boolean>, opened };
  }

  it("only those are opened that the profile allows", async () => {
    const { open, opened } = setUpContacts(["phone", "email"]);
    expect([await open("phone"), await open("email")]).toEqual([true, true]);
    expect(opened).toEqual(["tel:+49301234567", "mailto:help@partner.example"]);
    const phoneOnly = setUpContacts(["phone"]);
    await expect(phoneOnly.open("email")).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
    expect(output.text()).toContain('"event":"contact_refused"');
    const none = setUpContacts([]);
    for (const contact of ["phone", "email"]) await expect(none.open(contact)).rejects.toThrow();
    expect([...phoneOnly.opened, ...none.opened]).toEqual([]);
  });

  it.each([
    "website",
    "hours",
    "privacy",
    "constructor",
    "mailto:a@evil.example",
    "tel:0900",
    "file:///etc/passwd",
    "",
  ])("never %s", async (contact) => {
    const { open, opened } = setUpContacts(["phone", "email"]);
    await expect(open(contact)).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
    expect(opened).toEqual([]);
    expect(bridgeArguments.openContact.safeParse([contact]).success).toBe(false);
  });

  it.each([
    ["+49 (0) 30 123-4567", "tel:+49301234567"],
    ["+44 ( 0 )20 7946 0000", "tel:+442079460000"],
    ["0049 (0) 30 1234567", "tel:0049301234567"],
    ["+39 (0)6 1234567", "tel:+39061234567"],
    ["030/1234567 (0)", "tel:03012345670"],
    ["112", "tel:112"],
  ])("the phone number %s is dialled as %s", async (phone, address) => {
    const { open, opened } = setUpContacts(["phone"], { phone });
    await open("phone");
    expect(opened).toEqual([address]);
  });

  it("an e-mail address brings neither a subject nor other recipients", async () => {
    const { open, opened } = setUpContacts(["email"], { email: "a?subject=b&bcc=c@partner.example" });
    await open("email");
    expect(opened).toEqual(["mailto:a%3Fsubject%3Db%26bcc%3Dc@partner.example"]);
  });

  it("a system without a program for it is no success", async () => {
    const open = createOpenContact(
      { ...support, opens: ["email"] },
      {},
      { openExternal: () => Promise.reject(new Error()) },
    );
    expect(await open("email")).toBe(false);
  });
});

it("no method of the bridge takes an address", () => {
  const taking = Object.entries(bridgeArguments).filter(
    ([, parser]) => parser.safeParse([provider]).success || parser.safeParse([new URL(provider)]).success,
  );
  // Three take a text: a customer's name, a computer's name.
  expect(taking.map(([method]) => method).sort()).toEqual(["requestCode", "signIn"]);
  for (const method of ["signInWithBrowser", "openBrowserAgain", "copySignInLink"] as const)
    expect(bridgeArguments[method].safeParse(["any", provider]).success).toBe(false);
});
