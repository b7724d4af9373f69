// The app's own program, a real identity provider, the backend and the Solaris sandbox: from the provider's page to the
// changed PIN. Only the browser is played here; tests/e2e has a real one.
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src-backend/config.ts";
import { startBackend } from "../../src-backend/start-backend.ts";
import { createCore } from "../../src-main/core.ts";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { pinKey } from "../sandbox/partner.ts";
import { catchOutput } from "../security/quiet-stderr.ts";
import { ascii } from "../unit/by-hand.ts";
import { coreOptions, sessionOf, usualConfig } from "../unit/core-options.ts";
import { createFakeComputer } from "../unit/fake-computer.ts";
import { ask } from "./backend.ts";
import { browse } from "./browser-by-hand.ts";
import { backendAtProvider, clientId, nobodys, type RealProviderOptions, startRealProvider } from "./real-provider.ts";

catchOutput();
const publicOrigin = "https://cards.partner.example";

async function setUp(kind: Pick<RealProviderOptions, "dpop" | "par">) {
  const sandbox = await startSandbox({ pinKey: await pinKey });
  const control = (method: string, to: string, body?: object) => ask(`${sandbox.url}/sandbox/${to}`, method, body);
  const customers: { name: string; person_id: string }[] = (await control("GET", "customers")).json;
  const people = Object.fromEntries(customers.map((one) => [one.name, one.person_id]));
  const { issuer } = await startRealProvider({ audience: publicOrigin, people, tokens: "jwt", ...kind });
  const backend = await startBackend(
    readConfig(
      backendAtProvider({
        sandboxUrl: sandbox.url,
        issuer,
        audience: publicOrigin,
        publicOrigin,
        dpop: kind.dpop,
        tokens: "jwt",
      }),
    ),
  );
  onTestFinished(async () => {
    await sandbox.close();
    await backend.close();
  });
  const computer = createFakeComputer();
  const toBackend = sessionOf((url, init) => fetch(url.replace(publicOrigin, backend.url), init));
  const person = { name: "Ada Single" };
  const pages: Promise<string>[] = [];
  const comeBack = async (url: string) => (await fetch(await browse(url, person.name))).text();
  const signIn = {
    issuer,
    clientId,
    scopes: ["openid", "cards", "pin"],
    audience: publicOrigin,
    acrValues: [],
    maxAgeSeconds: null,
    responseMode: "query" as const,
    otherAccountPrompt: null,
    authorizationOrigin: issuer,
    signOutAtProvider: false,
  };
  const { handlers, lock } = createCore(
    coreOptions({
      folder: computer.folder,
      keychain: computer.keychain,
      sessions: { ordinary: toBackend, once: toBackend, signIn: sessionOf(fetch), updates: sessionOf(fetch) },
      config: { ...usualConfig, backendOrigin: publicOrigin, signIn },
      openBrowser: async (url) => void pages.push(comeBack(url)),
    }),
  );
  return { control, handlers, lock, pages, person };
}

it.each([
  { dpop: true, par: true },
  { dpop: true, par: false },
  { dpop: false, par: true },
  { dpop: false, par: false },
])("a cardholder signs in, strongly once it is asked for, binds this computer and changes a PIN: %j", async (kind) => {
  const { control, handlers, pages } = await setUp(kind);
  expect(await handlers.signInWithBrowser("any")).toMatchObject({ customer: { name: "Ada Single" } });
  expect(await pages[0]).toContain("You are signed in");

  await expect(handlers.requestCode("A computer")).rejects.toMatchObject({ code: "ERR_SIGN_IN_AGAIN" });
  expect(await handlers.signInWithBrowser("any")).toMatchObject({ customer: { name: "Ada Single" } });
  await handlers.requestCode("A computer");
  const code = (await control("GET", "inbox")).json.messages.at(-1).code;
  await handlers.confirmCode(ascii(code));
  await handlers.setPasscode(ascii("Rain on 7 roofs"));

  const [card] = (await handlers.listCards()).cards;
  await handlers.beginPinEntry();
  await handlers.enterPasscode(ascii("Rain on 7 roofs"), null);
  expect(await handlers.changePin(card?.id ?? "", ascii("1928"), "signed")).toMatchObject({ outcome: "changed" });
  expect((await control("POST", "pin-check", { card_id: card?.id, pin: "1928" })).json).toMatchObject({
    matches: true,
  });
});

it("after a lock and after signing out somebody else can sign in, and only as themselves", async () => {
  const { handlers, lock, person } = await setUp({ dpop: true, par: true });
  await handlers.signInWithBrowser("any");
  const { length } = (await handlers.listCards()).cards;
  expect(length).toBeGreaterThan(0);
  lock.lock("screen");
  person.name = nobodys;
  const customers = await handlers.getOverview();
  expect(customers.customer).toBeNull();
  await expect(handlers.signInWithBrowser("any")).rejects.toMatchObject({ code: "ERR_NO_CARDHOLDER" });
  person.name = "Ada Single";
  expect(await handlers.signInWithBrowser("other")).toMatchObject({ customer: { name: "Ada Single" } });
  await handlers.signOut();
  expect((await handlers.getOverview()).customer).toBeNull();
});
