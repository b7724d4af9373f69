import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catchOutput } from "../../../security/quiet-stderr.ts";
import { json } from "../../backend/one-server.ts";
import { ada } from "../../start-core.ts";
import { type SmallProvider, startSmallProvider } from "./small-provider.ts";
import { comeBack, SOON, startSignIn } from "./started-sign-in.ts";

const output = catchOutput();
let provider: SmallProvider;
beforeEach(async () => {
  provider = await startSmallProvider();
});
afterEach(() => provider.close());

const bob = { customer_id: "customer-0000000002", name: "Bob Double" };
type Started = ReturnType<typeof startSignIn>;

/** Goes through a sign-in. @param nth how many pages are open by then */
async function signIn(started: Started, nth: number, account: "any" | "other" = "any") {
  const ended = started.handlers.signInWithBrowser(account).then(
    ({ customer }) => customer?.name,
    ({ code }: { code: string }) => code,
  );
  const address = await started.openedAs(nth);
  const request = provider.requestAt(address);
  await comeBack(request.redirect_uri ?? "", provider.signIn(address));
  return { request, ended: await ended };
}

const leaving: readonly [string, (started: Started) => unknown][] = [
  ["a lock", ({ lock }) => lock.lock("screen")],
  ["signing out", ({ handlers }) => handlers.signOut()],
];

describe.each(leaving)("after %s", (_name, leave) => {
  it("the next sign-in is asked for anew, as at a start, and one in between is not", async () => {
    const started = startSignIn(provider);
    const first = await signIn(started, 1);
    expect([first.ended, first.request.prompt, first.request.max_age]).toEqual(["Ada Single", "login", "0"]);
    const between = await signIn(started, 2);
    expect([between.ended, between.request.prompt, between.request.max_age]).toEqual([
      "Ada Single",
      undefined,
      undefined,
    ]);
    await leave(started);
    started.said.me = () => Response.json(bob);
    const next = await signIn(started, 3);
    expect([next.ended, next.request.prompt, next.request.max_age]).toEqual(["Bob Double", "login", "0"]);
  });

  it("an answer of the session that was open before signs nobody in", async () => {
    const started = startSignIn(provider);
    await signIn(started, 1);
    await leave(started);
    provider.said.authTime = Math.floor(Date.now() / 1000) - 30;
    expect((await signIn(started, 2)).ended).toBe("ERR_SIGN_IN_FAILED");
    provider.said.claims = ({ auth_time: _, ...claims }) => claims;
    expect((await signIn(started, 3)).ended).toBe("ERR_SIGN_IN_FAILED");
    provider.said.claims = (claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) });
    const again = await signIn(started, 4);
    expect([again.ended, again.request.prompt]).toEqual(["Ada Single", "login"]);
  });

  it("the token is forgotten: no call goes out", async () => {
    const started = startSignIn(provider);
    await signIn(started, 1);
    await leave(started);
    started.asked.length = 0;
    await started.handlers.listCards().catch(() => undefined);
    for (const headers of started.asked)
      expect([headers.has("authorization"), headers.has("dpop")]).toEqual([false, false]);
  });
});

it("another account is asked for as such, and anew", async () => {
  const started = startSignIn(provider);
  const { request } = await signIn(started, 1, "other");
  expect([request.prompt, request.max_age]).toEqual(["select_account", "0"]);
});

it("another account is asked for by a new sign-in where the provider says that it lets nobody choose", async () => {
  provider.said.metadata = { prompt_values_supported: ["login", "none"] };
  const { request } = await signIn(startSignIn(provider), 1, "other");
  expect([request.prompt, request.max_age]).toEqual(["login", "0"]);
});

it.each(["login", "select_account login"])(
  "another account is asked for by %s where the profile says so",
  async (prompt) => {
    const started = startSignIn(provider, { profile: { otherAccountPrompt: prompt } });
    const { request } = await signIn(started, 1, "other");
    expect([request.prompt, request.max_age]).toEqual([prompt, "0"]);
  },
);

it("a sign-in at which the provider asked nobody is no sign that somebody is there", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  try {
    const started = startSignIn(provider);
    await signIn(started, 1);
    vi.advanceTimersByTime(100_000);
    provider.said.authTime = Math.floor(Date.now() / 1000) - 3600;
    expect((await signIn(started, 2)).ended).toBe("Ada Single");
    expect(await started.handlers.getQuietTime()).toBe(100_000);
  } finally {
    vi.useRealTimers();
  }
});

describe("signing out", () => {
  it("gives the token back, in the background, and opens nothing", async () => {
    const started = startSignIn(provider);
    await signIn(started, 1);
    let answer = () => {};
    provider.said.at.set("/revoke", (_request, response) => {
      answer = () => response.writeHead(200).end();
    });
    await started.handlers.signOut();
    expect(await started.handlers.getOverview()).toMatchObject({ customer: null });
    await vi.waitFor(() => expect(provider.arrivalsAt("/revoke")).toHaveLength(1), SOON);
    expect(provider.arrivalsAt("/revoke")[0]?.body).toContain(`token=${provider.issued[0]}`);
    answer();
    expect(started.opened).toHaveLength(1);
  });

  it("goes on where that fails, and notes it by its code", async () => {
    const started = startSignIn(provider);
    await signIn(started, 1);
    provider.said.at.set("/revoke", json({ error: "server_error" }, 503));
    await started.handlers.signOut();
    await expect
      .poll(() => output.text(), SOON)
      .toContain('"event":"sign_in_not_ended","code":"ERR_SIGN_IN_UNAVAILABLE"');
  });

  it("ends the provider's session too, where the profile says so, naming nobody", async () => {
    const started = startSignIn(provider, { profile: { signOutAtProvider: true } });
    await signIn(started, 1);
    await started.handlers.signOut();
    expect(await started.openedAs(2)).toBe(`${provider.origin}/end?client_id=desktop`);
  });

  it("ends it at once, also where the token cannot be given back: whoever signs in next keeps their session", async () => {
    const started = startSignIn(provider, { profile: { signOutAtProvider: true } });
    await signIn(started, 1);
    provider.said.at.set("/revoke", () => undefined); // no answer
    await started.handlers.signOut();
    expect(started.opened.slice(1)).toEqual([`${provider.origin}/end?client_id=desktop`]);
  });

  it.each(["/logout", null, 5, "javascript:alert(1)"])(
    "opens nothing where the provider names %o for that, and notes it",
    async (address) => {
      const rejected = vi.fn();
      process.once("unhandledRejection", rejected); // of which the program would die
      provider.said.metadata = { end_session_endpoint: address };
      const started = startSignIn(provider, { profile: { signOutAtProvider: true } });
      await signIn(started, 1);
      await started.handlers.signOut();
      await expect.poll(() => output.text(), SOON).toContain('"event":"sign_in_not_ended"');
      process.off("unhandledRejection", rejected);
      expect([started.opened.length, rejected.mock.calls]).toEqual([1, []]);
    },
  );

  it("a lock does neither", async () => {
    const started = startSignIn(provider, { profile: { signOutAtProvider: true } });
    await signIn(started, 1);
    started.lock.lock("screen");
    await signIn(started, 2); // what was begun before it has gone out by now
    expect([provider.revoked, started.opened.length]).toEqual([[], 2]);
  });
});

describe("a further sign-in while somebody is signed in", () => {
  it("of the same person renews what their calls go out with, and their session goes on", async () => {
    const started = startSignIn(provider);
    await signIn(started, 1);
    const { ended } = await signIn(started, 2);
    expect([ended, started.reloads()]).toEqual(["Ada Single", 0]);
    const [first = "", second = ""] = provider.issued.filter((text) => text.startsWith("token"));
    await expect.poll(() => provider.revoked, SOON).toEqual([first]);
    await started.handlers.listCards();
    expect(started.asked.at(-1)?.get("authorization")).toContain(second);
  });

  it.each([
    ["asked somebody", 0, 0],
    ["asked nobody", 3600, 100_000],
  ])("at which the provider %s counts as activity only then", async (_name, age, quiet) => {
    vi.useFakeTimers({ toFake: ["performance"] });
    try {
      const started = startSignIn(provider);
      await signIn(started, 1);
      vi.advanceTimersByTime(100_000);
      provider.said.authTime = Math.floor(Date.now() / 1000) - age;
      expect((await signIn(started, 2)).ended).toBe("Ada Single");
      expect(await started.handlers.getQuietTime()).toBe(quiet);
    } finally {
      vi.useRealTimers();
    }
  });

  it("of somebody else is refused: who is signed in stays, and the other's token is given back", async () => {
    const started = startSignIn(provider);
    await signIn(started, 1);
    started.said.me = () => Response.json(bob);
    const { ended } = await signIn(started, 2);
    expect(ended).toBe("ERR_SIGN_IN_OTHER_PERSON");
    expect(await started.handlers.getOverview()).toMatchObject({ customer: { name: ada.name } });
    const tokens = provider.issued.filter((text) => text.startsWith("token"));
    await expect.poll(() => provider.revoked, SOON).toEqual([tokens[1]]);
  });

  it.each(leaving)("ends with %s, and signs nobody in again", async (_name, leave) => {
    const started = startSignIn(provider);
    await signIn(started, 1);
    const ended = started.handlers.signInWithBrowser("any").catch(({ code }: { code: string }) => code);
    await started.openedAs(2);
    await leave(started);
    expect(await ended).toBe("ERR_SIGN_IN_CANCELLED");
    expect(await started.handlers.getOverview()).toMatchObject({ customer: null });
  });
});
