// Attacker: somebody with a customer's signed-in session, whose sign-in was weak or is old. Way: binds a computer of their
// own, or changes a PIN. Impact: a PIN that they know, and money.
// docs/threat-model.md#step-up
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { changeRequest, device, path, pinChange, publicKey, setUpAda, signature } from "./backend.ts";
import { accountId, cardId, deviceId, list, personId } from "./fake-solaris.ts";
import { type Called, setUpSignIn, startedAt } from "./signed-in-backend.ts";
import { usual } from "./usual-config.ts";

const strong = "urn:partner:2fa";
const stepUp = { acrValues: [strong, "urn:partner:card"], maxAge: 600 };
const proven = { acr: strong, auth_time: startedAt };
const challenge =
  'Bearer error="insufficient_user_authentication", acr_values="urn:partner:2fa urn:partner:card", max_age="600", DPoP algs="ES256 PS256"';

/** The steps that need it: method and path, and what is sent. */
const steps: [string, string, () => object][] = [
  ["a computer is bound", routes.devices, () => device()],
  ["a letter is asked for", routes.activationLetters, () => ({})],
  ["a key is added", path.keys(deviceId), () => ({ key: publicKey, signature })],
  ["a PIN is changed", path.pinChanges(cardId), () => pinChange(deviceId)],
  ["a PIN change is begun", path.changeRequests(cardId), () => changeRequest("sms")],
];

const four = { count: 4, seconds: 3600 };
const limits = { ...usual.limits, pinChanges: four, bindings: four, codes: four, letters: four };
const policy = { ...usual.policy, activationLetters: true };

async function setUpStepUp(config = stepUp) {
  const backend = await setUpSignIn({ signIn: { stepUp: config }, config: { limits, policy } });
  const { solaris, token, call } = backend;
  solaris.on("GET", `/v1/persons/${personId}/accounts`, list([{ id: accountId, person_id: personId }]));
  const post = (claims: object, to: string, body: object) =>
    call({ authorization: `Bearer ${token({ claims: { ...claims } })}` }, "POST", to, body);
  const me = async (claims: object) => (await backend.withBearer(token({ claims: { ...claims } }))).json.sign_in_again;
  return { ...backend, post, me };
}

const told = ({ status, code, challenge: said }: Called) => [status, code, said];

describe("before", () => {
  it.each(steps)(
    "%s, a sign-in must be strong and new enough; else nothing is counted, written or asked",
    async (_, to, body) => {
      const { post, solaris } = await setUpStepUp();
      for (const claims of [
        {},
        { acr: strong },
        { auth_time: startedAt },
        { ...proven, acr: "urn:partner:1fa" },
        { ...proven, acr: `${strong} ` },
        { ...proven, auth_time: startedAt - 601 },
        // A provider's clock may be ahead, but not by this.
        { ...proven, auth_time: startedAt + 61 },
        { ...proven, acr: null, auth_time: null },
      ]) {
        expect(told(await post(claims, to, body()))).toEqual([401, "ERR_SIGN_IN_AGAIN", challenge]);
      }
      expect(solaris.all).toEqual([]);
      for (const claims of [
        proven,
        { ...proven, acr: "urn:partner:card" },
        { ...proven, auth_time: startedAt - 600 },
        { ...proven, auth_time: startedAt + 59 },
      ]) {
        const { status, code } = await post(claims, to, body());
        expect([status, code]).not.toContain("ERR_SIGN_IN_AGAIN");
        // There are as many as the limits allow, so no refused one was counted.
        expect(status).not.toBe(429);
      }
      expect(solaris.all).not.toEqual([]);
    },
  );
});

it("what is missing is told apart in the log: of some a provider that never says it keeps everybody out", async () => {
  const { post, reasons } = await setUpStepUp();
  const claims: [object, string][] = [
    [{ auth_time: startedAt }, "acr_missing"],
    [{ ...proven, acr: "urn:partner:1fa" }, "acr_too_weak"],
    [{ acr: strong }, "auth_time_missing"],
    [{ ...proven, auth_time: startedAt - 601 }, "auth_time_too_old"],
    [{ ...proven, auth_time: startedAt + 61 }, "auth_time_in_future"],
  ];
  for (const [said] of claims) await post(said, routes.devices, device());
  expect(reasons()).toEqual(claims.map(([, reason]) => reason));
});

it("a PIN change that has begun is told to an older sign-in: a 401 means that nothing was done", async () => {
  const { post, advance, solaris } = await setUpStepUp();
  const signed = pinChange(deviceId);
  const begun = changeRequest("sms");
  expect((await post(proven, path.pinChanges(cardId), signed)).json).toEqual({ outcome: "changed" });
  expect((await post(proven, path.changeRequests(cardId), begun)).json).toEqual({ outcome: "authorization_required" });
  const { length } = solaris.all;
  advance(601);
  expect((await post(proven, path.pinChanges(cardId), signed)).json).toEqual({ outcome: "changed" });
  expect((await post(proven, path.changeRequests(cardId), begun)).json).toEqual({ outcome: "authorization_required" });
  expect(solaris.all).toHaveLength(length);
  expect((await post(proven, path.pinChanges(cardId), pinChange(deviceId))).code).toBe("ERR_SIGN_IN_AGAIN");
  expect((await post(proven, path.settlement(signed.request_id), {})).json).toMatchObject({ state: "changed" });
});

it("a change that was refused for the sign-in is carried out under the same id after another", async () => {
  const { post } = await setUpStepUp();
  const signed = pinChange(deviceId);
  expect((await post({}, path.pinChanges(cardId), signed)).code).toBe("ERR_SIGN_IN_AGAIN");
  expect((await post(proven, path.pinChanges(cardId), signed)).json).toEqual({ outcome: "changed" });
});

describe("what is missing", () => {
  it("is told ahead, two minutes before a long limit ends and a quarter before a short one", async () => {
    const { me, reasons } = await setUpStepUp();
    const missing = { acr_values: stepUp.acrValues, max_age: 600 };
    expect(await me(proven)).toBeNull();
    expect(await me({ ...proven, auth_time: startedAt - 480 })).toBeNull();
    expect(await me({ ...proven, auth_time: startedAt - 481 })).toEqual(missing);
    expect(await me({ ...proven, acr: "urn:partner:1fa" })).toEqual(missing);
    expect(reasons()).toEqual([]);
    const short = await setUpStepUp({ ...stepUp, maxAge: 60 });
    expect(await short.me({ ...proven, auth_time: startedAt - 45 })).toBeNull();
    expect(await short.me({ ...proven, auth_time: startedAt - 46 })).toEqual({ ...missing, max_age: 60 });
  });

  it("is the strength only, or the age only, where only that is asked for", async () => {
    const strength = await setUpSignIn({ signIn: { stepUp: { acrValues: [strong], maxAge: null } } });
    const age = await setUpSignIn({ signIn: { stepUp: { acrValues: [], maxAge: 600 } } });
    const of = async ({ withBearer, token, call }: typeof age, claims: object) => {
      const authorization = `Bearer ${token({ claims: { ...claims } })}`;
      const { challenge: said } = await call({ authorization }, "POST", routes.devices, device());
      return [(await withBearer(token({ claims: { ...claims } }))).json.sign_in_again, said.split(", DPoP")[0]];
    };
    const error = 'Bearer error="insufficient_user_authentication"';
    expect(await of(strength, { auth_time: 0 })).toEqual([
      { acr_values: [strong], max_age: null },
      `${error}, acr_values="${strong}"`,
    ]);
    expect((await of(strength, { acr: strong }))[0]).toBeNull();
    expect(await of(age, { acr: strong })).toEqual([{ acr_values: [], max_age: 600 }, `${error}, max_age="600"`]);
    expect((await of(age, { auth_time: startedAt }))[0]).toBeNull();
  });

  it("is nothing in the demonstration, and where nothing is asked for", async () => {
    const { ada } = await setUpAda();
    expect((await ada("GET", routes.me)).json.sign_in_again).toBeNull();
    const { withBearer, token } = await setUpSignIn();
    expect((await withBearer(token())).json.sign_in_again).toBeNull();
  });
});
