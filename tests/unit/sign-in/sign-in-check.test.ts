import { afterEach, describe, expect, it, vi } from "vitest";
import type { SignInAgain } from "../../../src-contract/api/customer-schemas.ts";
import type { ProblemCode } from "../../../src-contract/errors/error-codes.ts";
import { httpAnswer } from "../../../src-contract/errors/http-answers.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { ascii, makeRsaKey } from "../by-hand.ts";
import { ada } from "../start-core.ts";
import { type SmallProvider, startSmallProvider } from "./browser/small-provider.ts";
import { comeBack, startSignIn } from "./browser/started-sign-in.ts";

catchOutput();
let provider: SmallProvider;
afterEach(() => provider.close());

const stronger: SignInAgain = { acr_values: ["urn:partner:two", "urn:partner:three"], max_age: 300 };

const problem = (code: ProblemCode) => {
  const { status, title } = httpAnswer(code);
  const body = { type: `/problems/${code}`, title, status, code };
  return Response.json(body, { status, headers: { "content-type": "application/problem+json" } });
};

/** Ada, signed in, and a backend whose answers a test changes. */
async function signedIn() {
  provider = await startSmallProvider();
  const set = startSignIn(provider);
  const { handlers, openedAs, said } = set;
  let openings = 0;
  /** The cardholder signs in with the browser. @returns what was asked of the provider */
  const signIn = async () => {
    const waiting = handlers.signInWithBrowser("any");
    waiting.catch(() => undefined); // judged by `done`
    openings++;
    const address = await openedAs(openings);
    const request = provider.requestAt(address);
    await comeBack(request.redirect_uri ?? "", provider.signIn(address));
    return { request, done: waiting };
  };
  await (await signIn()).done;
  const want = (missing: SignInAgain | null) => {
    said.me = () => Response.json({ ...ada, sign_in_again: missing });
  };
  return { ...set, signIn, want };
}

describe("before a PIN is entered or a computer is named", () => {
  it("nothing is asked of a sign-in that will do", async () => {
    const { handlers, want } = await signedIn();
    want(null);
    expect(await handlers.beginPinEntry()).toBeNull();
  });

  it("a backend from before this question has the steps themselves tell", async () => {
    const { handlers, said } = await signedIn();
    said.me = () => Response.json(ada);
    expect(await handlers.beginPinEntry()).toBeNull();
  });

  it.each(["beginPinEntry", "requestCode", "requestLetter", "beginLetterCode"] as const)(
    "%s says that a newer sign-in is needed",
    async (method) => {
      const { handlers, want } = await signedIn();
      want(stronger);
      const steps = {
        beginPinEntry: () => handlers.beginPinEntry(),
        requestCode: () => handlers.requestCode("A computer"),
        requestLetter: () => handlers.requestLetter(false),
        beginLetterCode: () => handlers.beginLetterCode(),
      };
      await expect(steps[method]()).rejects.toMatchObject({ code: "ERR_SIGN_IN_AGAIN" });
      expect(await handlers.getOverview()).toMatchObject({
        customer: { name: "Ada Single" },
        device: { state: "absent" },
      });
    },
  );

  it.each([
    [300, 239, 241],
    [60, 44, 46], // of which a minute beforehand would be all
  ])(
    "a token of %s seconds asks for one in its last moments, without asking the backend",
    async (lasts, before, after) => {
      vi.useFakeTimers({ toFake: ["performance"] });
      try {
        provider = await startSmallProvider();
        provider.said.expiresIn = lasts;
        const { handlers, openedAs, asked } = startSignIn(provider);
        const waiting = handlers.signInWithBrowser("any");
        const address = await openedAs(1);
        await comeBack(provider.requestAt(address).redirect_uri ?? "", provider.signIn(address));
        await waiting;
        vi.advanceTimersByTime(before * 1000);
        await handlers.beginPinEntry();
        const calls = asked.length;
        vi.advanceTimersByTime((after - before) * 1000);
        await expect(handlers.beginPinEntry()).rejects.toMatchObject({ code: "ERR_SIGN_IN_AGAIN" });
        expect(asked).toHaveLength(calls);
      } finally {
        vi.useRealTimers();
      }
    },
  );
});

describe("signing in again", () => {
  it("asks the provider for what the backend wants, and for a sign-in that really happens", async () => {
    const { handlers, signIn, want } = await signedIn();
    want(stronger);
    await expect(handlers.beginPinEntry()).rejects.toMatchObject({ code: "ERR_SIGN_IN_AGAIN" });
    const { request, done } = await signIn();
    expect(request).toMatchObject({ acr_values: "urn:partner:two urn:partner:three", prompt: "login", max_age: "0" });
    want(null); // too late for this one: what came back was judged before
    await expect(done).rejects.toMatchObject({ code: "ERR_SIGN_IN_TOO_WEAK" });
  });

  it("goes on with the same session once it will do", async () => {
    const { handlers, signIn, said, lock } = await signedIn();
    let answers = [stronger, null, null];
    said.me = () => {
      const [first = null, ...rest] = answers;
      answers = rest;
      return Response.json({ ...ada, sign_in_again: first });
    };
    expect(await (await signIn()).done).toMatchObject({ customer: { name: "Ada Single" } });
    expect(await handlers.beginPinEntry()).toBeNull();
    expect(lock.reason()).toBeNull();
  });

  it("by somebody else changes nothing", async () => {
    const { handlers, signIn, said } = await signedIn();
    said.me = () => Response.json({ customer_id: "customer-0000000002", name: "Victor Many", sign_in_again: null });
    await expect((await signIn()).done).rejects.toMatchObject({ code: "ERR_SIGN_IN_OTHER_PERSON" });
    expect(await handlers.getOverview()).toMatchObject({ customer: { name: "Ada Single" } });
  });
});

it("a sign-in that is given up while the backend is still asked opens nothing", async () => {
  const { handlers, said, opened } = await signedIn();
  let answer: (response: Response) => void = () => {};
  const asked = new Promise<void>((isAsked) => {
    said.me = () => {
      isAsked();
      return new Promise((resolve) => (answer = resolve));
    };
  });
  const waiting = handlers.signInWithBrowser("any");
  waiting.catch(() => undefined); // judged below
  await asked;
  await handlers.cancelSignIn();
  answer(Response.json({ ...ada, sign_in_again: null }));
  await expect(waiting).rejects.toMatchObject({ code: "ERR_SIGN_IN_CANCELLED" });
  expect(opened).toHaveLength(1); // the first sign-in's
});

it("customers of one name are told apart in the overview, without their id", async () => {
  const { handlers, signIn, said } = await signedIn();
  const first = await handlers.getOverview();
  await handlers.signOut();
  said.me = () => Response.json({ customer_id: "customer-0000000002", name: "Ada Single", sign_in_again: null });
  await (await signIn()).done;
  const second = await handlers.getOverview();
  expect([first.customer, second.customer]).toEqual([
    { name: "Ada Single", number: 0 },
    { name: "Ada Single", number: 1 },
  ]);
});

it("once the backend no longer knows the token, the next sign-in is asked for anew: it may be anybody's", async () => {
  const { handlers, signIn, said } = await signedIn();
  let answers = [problem("ERR_NOT_SIGNED_IN")];
  said.me = () => {
    const [first, ...rest] = answers;
    answers = rest;
    return first ?? Response.json({ customer_id: "customer-0000000002", name: "Victor Many", sign_in_again: null });
  };
  const { request, done } = await signIn();
  expect([request.prompt, request.max_age]).toEqual(["login", "0"]);
  expect(await done).toMatchObject({ customer: { name: "Victor Many" } });
  expect(await handlers.getOverview()).toMatchObject({ customer: { name: "Victor Many" }, pausedChange: null });
});

describe("a PIN change whose sign-in ends on the way", () => {
  /** Ada's change by `sms`, refused for want of a sign-in. */
  async function paused(code: ProblemCode) {
    const set = await signedIn();
    const key = makeRsaKey("a-key");
    const sent: unknown[] = [];
    set.onBackend("GET", "/pin-key", () => Response.json(key.jwk));
    set.onBackend("POST", "/pin-change-requests", (body) => {
      sent.push(body);
      return problem(code);
    });
    const pin = ascii("1928");
    const step = await set.handlers.changePin("a-card", pin, "sms");
    pin.fill(0);
    return { ...set, step, sent };
  }
  const accept = ({ onBackend }: Awaited<ReturnType<typeof signedIn>>, sent: unknown[]) => {
    onBackend("POST", "/pin-change-requests", (body) => {
      sent.push(body);
      return Response.json({ outcome: "authorization_required" }, { status: 201 });
    });
    onBackend("POST", "/authorization", () =>
      Response.json({ expires_at: new Date(Date.now() + 300_000).toISOString() }),
    );
  };

  it.each(["ERR_NOT_SIGNED_IN", "ERR_SIGN_IN_AGAIN"] as const)("goes on after it, when told to (%s)", async (code) => {
    const set = await paused(code);
    const { handlers, signIn, want, step, sent } = set;
    expect(step).toEqual({ outcome: "sign-in-again" });
    const stays = code === "ERR_SIGN_IN_AGAIN" ? { name: "Ada Single" } : null;
    expect(await handlers.getOverview()).toMatchObject({ customer: stays });
    want(null);
    await (await signIn()).done;
    const waits = { hasOpenChange: false, pausedChange: { cardId: "a-card", route: "sms" } };
    expect(await handlers.getOverview()).toMatchObject(waits);
    expect(sent).toHaveLength(1); // nothing goes out by itself
    accept(set, sent);
    expect(await handlers.sendPausedChange()).toMatchObject({ outcome: "tan-awaited" });
    expect(sent[1]).toEqual(sent[0]);
    expect(await handlers.getOverview()).toMatchObject({ pausedChange: null });
  });

  it("is not there for whoever signs in next, and is told to its owner later", async () => {
    const { handlers, signIn, said, want } = await paused("ERR_NOT_SIGNED_IN");
    said.me = () => Response.json({ customer_id: "customer-0000000002", name: "Victor Many", sign_in_again: null });
    await (await signIn()).done;
    expect(await handlers.getOverview()).toMatchObject({ pausedChange: null, hasOpenChange: false });
    await expect(handlers.sendPausedChange()).rejects.toMatchObject({ code: "ERR_NOT_FOUND" });
    await handlers.signOut();
    want(null);
    await (await signIn()).done;
    expect(await handlers.getOverview()).toMatchObject({ pausedChange: null, hasOpenChange: true });
  });

  it("is gone with a lock", async () => {
    const { handlers, signIn, lock, want } = await paused("ERR_NOT_SIGNED_IN");
    lock.lock("screen");
    want(null);
    await (await signIn()).done;
    expect(await handlers.getOverview()).toMatchObject({ pausedChange: null, hasOpenChange: true });
  });
});
