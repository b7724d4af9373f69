import { Server } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBrowserSignIn } from "../../../../src-main/sign-in/browser/browser-sign-in.ts";
import { createCallbackPages } from "../../../../src-main/sign-in/browser/callback-page.ts";
import { catchOutput } from "../../../security/quiet-stderr.ts";
import { type SmallProvider, startSmallProvider } from "./small-provider.ts";
import { comeBack, SOON, startSignIn } from "./started-sign-in.ts";

catchOutput();
let provider: SmallProvider;
beforeEach(async () => {
  provider = await startSmallProvider();
});
afterEach(async () => {
  vi.useRealTimers();
  await provider.close();
});

type Started = ReturnType<typeof startSignIn>;
const begin = ({ handlers }: Started, account: "any" | "other" = "any") =>
  handlers.signInWithBrowser(account).then(
    () => "signed in",
    ({ code }: { code: string }) => code,
  );
const redirectOf = (address: string) => provider.requestAt(address).redirect_uri ?? "";
/** Whether somebody still listens there. */
const listens = (address: string) =>
  fetch(redirectOf(address)).then(
    () => true,
    () => false,
  );

describe("while it waits for the browser", () => {
  it("can be given up: it says so, and nobody listens any longer", async () => {
    const started = startSignIn(provider);
    const ended = begin(started);
    const address = await started.openedAs(1);
    expect(await listens(address)).toBe(true);
    await started.handlers.cancelSignIn();
    expect(await ended).toBe("ERR_SIGN_IN_CANCELLED");
    expect(await listens(address)).toBe(false);
    await expect(started.handlers.openBrowserAgain()).rejects.toMatchObject({ code: "ERR_REFUSED" });
  });

  it("can be given up at once, also before there is a page: while a slow backend is asked what it wants", async () => {
    const started = startSignIn(provider);
    const first = begin(started);
    const address = await started.openedAs(1);
    await comeBack(redirectOf(address), provider.signIn(address));
    expect(await first).toBe("signed in");
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    started.said.me = () => {
      isAsked();
      return new Promise(() => undefined);
    };
    const ended = begin(started);
    await asked;
    await expect(started.handlers.openBrowserAgain()).rejects.toMatchObject({ code: "ERR_BUSY" });
    await started.handlers.cancelSignIn();
    expect(await ended).toBe("ERR_SIGN_IN_CANCELLED");
    expect(await started.handlers.getOverview()).toMatchObject({ customer: { name: "Ada Single" } });
    expect(started.opened).toHaveLength(1);
  });

  it("opens the page again as another attempt; the one that comes back first counts", async () => {
    const started = startSignIn(provider);
    const ended = begin(started);
    const first = await started.openedAs(1);
    await started.handlers.openBrowserAgain();
    const second = await started.openedAs(2);
    const [one, two] = [provider.requestAt(first), provider.requestAt(second)];
    expect(two.redirect_uri).toBe(one.redirect_uri);
    for (const name of ["state", "nonce", "code_challenge"]) expect(two[name]).not.toBe(one[name]);

    const late = provider.signIn(first);
    expect((await comeBack(redirectOf(second), provider.signIn(second))).html).toContain("You are signed in");
    expect((await comeBack(redirectOf(first), late)).html).toContain("This page is no longer needed");
    expect(await ended).toBe("signed in");
    expect(provider.arrivalsAt("/token")).toHaveLength(1);
  });

  it("copies a link for another browser, which is an attempt of its own", async () => {
    const started = startSignIn(provider);
    const ended = begin(started);
    const first = await started.openedAs(1);
    await started.handlers.copySignInLink();
    const [link = ""] = started.copied;
    expect(new URL(link).origin).toBe(provider.origin);
    expect(provider.requestAt(link).state).not.toBe(provider.requestAt(first).state);
    await comeBack(redirectOf(link), provider.signIn(link));
    expect([await ended, started.opened.length]).toEqual(["signed in", 1]);
  });

  it("is ended by a second sign-in, which has a listener of its own", async () => {
    const started = startSignIn(provider);
    const [one, two] = [begin(started), begin(started)];
    expect(await one).toBe("ERR_SIGN_IN_CANCELLED");
    const address = await started.openedAs(1);
    await comeBack(redirectOf(address), provider.signIn(address));
    expect(await two).toBe("signed in");
  });

  it("ends by itself after five minutes, and not before", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const started = startSignIn(provider);
    const ended = begin(started);
    const address = await started.openedAs(1);
    vi.advanceTimersByTime(299_999);
    expect(await listens(address)).toBe(true);
    vi.advanceTimersByTime(1);
    expect(await ended).toBe("ERR_SIGN_IN_EXPIRED");
    expect(await listens(address)).toBe(false);
  });

  it("ends with a lock, also where nobody is signed in", async () => {
    const started = startSignIn(provider);
    const ended = begin(started);
    const address = await started.openedAs(1);
    started.lock.lock("suspend");
    expect(await ended).toBe("ERR_SIGN_IN_CANCELLED");
    expect(await listens(address)).toBe(false);
  });

  it("ends with the program's window", async () => {
    const started = startSignIn(provider);
    const ended = begin(started);
    const address = await started.openedAs(1);
    started.leave();
    expect([await ended, await listens(address)]).toEqual(["ERR_SIGN_IN_CANCELLED", false]);
  });

  it("lets other steps run", async () => {
    const started = startSignIn(provider);
    const ended = begin(started);
    await started.openedAs(1);
    expect(await started.handlers.getOverview()).toMatchObject({ customer: null });
    await started.handlers.changeSettings((await started.handlers.getSettings()).settings);
    await started.handlers.cancelSignIn();
    await ended;
  });
});

describe("once the browser has come back", () => {
  it("giving it up while the code is exchanged signs nobody in", async () => {
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    const { sign } = provider.said;
    provider.said.sign = async (claims) => {
      await held;
      return sign(claims);
    };
    const started = startSignIn(provider);
    const ended = begin(started);
    const address = await started.openedAs(1);
    const page = comeBack(redirectOf(address), provider.signIn(address)).catch(() => "cut");
    await vi.waitFor(() => expect(provider.arrivalsAt("/token")).toHaveLength(1), SOON);
    await started.handlers.cancelSignIn();
    expect(await ended).toBe("ERR_SIGN_IN_CANCELLED");
    go();
    expect(await page).toBe("cut");
    expect(await started.handlers.getOverview()).toMatchObject({ customer: null });
  });

  it("giving it up when the tokens have just come gives them back", async () => {
    const discarded: string[] = [];
    const attempt = { url: "", state: "a-state", nonce: "", verifier: "", acrValues: [], maxAge: null, begunAt: 0 };
    let redirectUri = "";
    const page = createCallbackPages({ productName: "Cardbound", colours: __COLOURS__ });
    const browser = createBrowserSignIn({
      openProvider: async () => ({
        begin: async (uri) => {
          redirectUri = uri;
          return attempt;
        },
        read: () => ({ authorizationCode: "a-code" }),
        redeem: async () => {
          browser.cancel();
          return { headersFor: async () => ({}), discard: () => discarded.push("token") };
        },
      }),
      openBrowser: async () => void comeBack(redirectUri, { state: "a-state" }).catch(() => undefined),
      writeClipboard: async () => undefined,
      bringToFront: () => undefined,
      page,
      language: () => "en",
      patienceMs: 300_000,
    });
    const ended = browser.signIn("any", () => expect.fail("was given up"), { anew: true, acrValues: [] });
    await expect(ended).rejects.toMatchObject({ code: "ERR_SIGN_IN_CANCELLED" });
    await expect.poll(() => discarded, SOON).toEqual(["token"]);
  });

  it("giving it up while the backend is asked signs nobody in, and gives the token back", async () => {
    const started = startSignIn(provider);
    const ended = begin(started);
    const address = await started.openedAs(1);
    const { me } = started.said;
    started.said.me = () => {
      void started.handlers.cancelSignIn();
      return me();
    };
    await comeBack(redirectOf(address), provider.signIn(address)).catch(() => "cut");
    expect(await ended).toBe("ERR_SIGN_IN_CANCELLED");
    await expect.poll(() => provider.revoked, SOON).toEqual([provider.issued[0]]);
    expect(await started.handlers.getOverview()).toMatchObject({ customer: null });
    expect(started.asked).toHaveLength(1); // who it is, and nothing in their name
  });

  it("answers for ten seconds more, and then nobody listens", async () => {
    const started = startSignIn(provider);
    const ended = begin(started);
    const address = await started.openedAs(1);
    const good = provider.signIn(address);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await comeBack(redirectOf(address), good);
    expect(await ended).toBe("signed in");
    vi.advanceTimersByTime(9_999);
    expect((await comeBack(redirectOf(address), good)).html).toContain("You are signed in");
    vi.advanceTimersByTime(1);
    expect(await listens(address)).toBe(false);
  });
});

it("where the system lets the program open no port, it says so", async () => {
  const started = startSignIn(provider);
  vi.spyOn(Server.prototype, "listen").mockImplementation(function (this: Server) {
    process.nextTick(() => this.emit("error", new Error("listen EPERM")));
    return this;
  });
  try {
    expect(await begin(started)).toBe("ERR_SIGN_IN_PORT");
  } finally {
    vi.restoreAllMocks();
  }
  expect([started.opened, provider.arrivals]).toEqual([[], []]);
});

it("without a sign-in that waits, there is nothing to open, copy or end", async () => {
  const { handlers } = startSignIn(provider);
  await expect(handlers.openBrowserAgain()).rejects.toMatchObject({ code: "ERR_REFUSED" });
  await expect(handlers.copySignInLink()).rejects.toMatchObject({ code: "ERR_REFUSED" });
  expect(await handlers.cancelSignIn()).toBeNull();
});

it("where names sign in, the browser does not", async () => {
  const { handlers } = startSignIn(provider, { config: { signIn: null } });
  await expect(handlers.signInWithBrowser("any")).rejects.toMatchObject({ code: "ERR_REFUSED" });
  await expect(handlers.cancelSignIn()).rejects.toMatchObject({ code: "ERR_REFUSED" });
});
