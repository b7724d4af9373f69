// Attacker: nobody; a customer who agreed once and agrees no more, or somebody with another customer's session. Way: data about a
// computer is taken on without its owner's consent, or after its withdrawal. Impact: personal data that nobody may have.
// docs/threat-model.md#device-data-consent
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { path } from "./backend.ts";
import { address, consenting, consentOf } from "./consented-data.ts";
import { otherPersonId, refusal, type Said } from "./fake-solaris.ts";
import { ownDatabase } from "./own-database.ts";
import { usual } from "./usual-config.ts";

const now = "2027-01-15T08:00:00.000Z";
const given = { consent_id: "consent1dcon", given_at: now, counts: true, withdrawn_at: null };

describe("a consent is given", () => {
  it("for the customer who is signed in, at a second that has begun, and is told with Solaris' id", async () => {
    const { give, read, solaris, logged } = await consenting("optional");
    const answer = await give();
    expect([answer.status, answer.json]).toEqual([201, given]);
    expect(solaris.asked("POST", address).map(({ json }) => json)).toEqual([
      { event_type: "APPROVED", confirmed_at: now },
    ]);
    expect(await read()).toEqual({ consents: [given], truncated: false });
    expect(logged()).toContain('"event":"device_consent","said":"given"');
  });

  const none: [string, Said][] = [
    ["another person's", { status: 201, json: consentOf("c", "APPROVED", { person_id: otherPersonId }) }],
    ["one that says no", { status: 201, json: consentOf("c", "REJECTED") }],
    ["one that says a number", { status: 201, json: { ...consentOf("c", ""), event_type: 5 } }],
    ["one without an id", { status: 201, json: consentOf("", "APPROVED") }],
    ["one that has failed", { status: 201, json: consentOf("c", "APPROVED", { status: "FAILED" }) }],
    ["nothing", { status: 201 }],
    ["a page", { status: 200, text: "<h1>Hello</h1>", headers: { "content-type": "text/html" } }],
    ["a time to come", { status: 400, json: refusal({ code: "constraint_violation", status: "400" }) }],
  ];

  it("and what is none is neither said nor kept as one", async () => {
    const { give, read, solaris } = await consenting("optional");
    for (const [name, said] of none) {
      solaris.on("POST", address, said);
      const answer = await give();
      expect([name, answer.status, answer.json.code]).toEqual([name, 503, "ERR_SOLARIS_UNAVAILABLE"]);
    }
    expect((await read()).consents).toEqual([]);
  });

  it("and one that Solaris leaves half unsaid is one", async () => {
    const { give, solaris } = await consenting("optional");
    for (const json of [{ id: "c" }, { id: "c", person_id: null, event_type: null }]) {
      solaris.on("POST", address, { status: 201, json });
      expect((await give()).json.consent_id).toBe("c");
    }
  });

  it("but not under an id that is another customer's, and Solaris is told to forget it", async () => {
    const { give, read, signIn, solaris } = await consenting("optional");
    await give();
    solaris.on("POST", `/v1/persons/${otherPersonId}/device_consents`, { status: 201, json: { id: "consent1dcon" } });
    const bob = await signIn("Bob");
    expect((await bob("POST", routes.deviceConsents, {})).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect((await bob("GET", routes.deviceConsents)).json.consents).toEqual([]);
    expect((await read()).consents).toEqual([given]);
    expect(
      solaris.asked("PATCH", `/v1/persons/${otherPersonId}/device_consents/consent1dcon`)[0]?.json.event_type,
    ).toBe("REJECTED");
  });

  it("but not where the partner wants no device data, as in a backend that does not know it", async () => {
    const { give, solaris } = await consenting("off");
    const { status, json } = await give();
    expect([status, json.code]).toEqual([404, "ERR_OPERATION_UNKNOWN"]);
    expect(solaris.all).toEqual([]);
  });

  it("so often, and each that cannot have reached Solaris does not count", async () => {
    const limits = { ...usual.limits, consents: { count: 2, seconds: 3600 } };
    const { give, solaris, restart, read } = await consenting("optional", {
      config: { limits, database: await ownDatabase() },
    });
    await give();
    await restart({ solaris: { ...unreachable, timeoutMs: 5000 } });
    expect((await give()).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    await restart();
    expect([(await give()).status, (await give()).status]).toEqual([201, 429]);
    expect(solaris.asked("POST", address)).toHaveLength(2);
    expect((await read()).consents).toHaveLength(2);
  });
});

const unreachable = {
  apiUrl: "http://127.0.0.1:1",
  authUrl: "http://127.0.0.1:1/oauth2/token",
  clientId: "client",
  clientSecret: "client-secret",
};

describe("a consent is withdrawn", () => {
  it("at Solaris, and told as withdrawn since then; once more changes and asks nothing", async () => {
    const { give, withdraw, read, solaris, logged } = await consenting("optional");
    await give();
    await give();
    expect((await withdraw("consent1dcon")).status).toBe(204);
    expect(solaris.asked("PATCH", `${address}/consent1dcon`).map(({ json }) => json)).toEqual([
      { event_type: "REJECTED", confirmed_at: now },
    ]);
    const [first, second] = [...(await read()).consents].sort((a, b) => (a.consent_id < b.consent_id ? -1 : 1));
    expect(first).toEqual({ ...given, counts: false, withdrawn_at: now });
    expect(second.counts).toBe(true);
    expect(logged()).toContain('"event":"device_consent","said":"withdrawn"');
    expect((await withdraw("consent1dcon")).status).toBe(204);
    expect(solaris.asked("PATCH", `${address}/consent1dcon`)).toHaveLength(1);
  });

  it.each<[string, Said, string]>([
    ["another consent", { status: 201, json: consentOf("another", "REJECTED") }, "ERR_SOLARIS_UNAVAILABLE"],
    [
      "one that still says yes",
      { status: 201, json: consentOf("consent1dcon", "APPROVED") },
      "ERR_SOLARIS_UNAVAILABLE",
    ],
    [
      "another person's",
      { status: 201, json: consentOf("consent1dcon", "REJECTED", { person_id: otherPersonId }) },
      "ERR_SOLARIS_UNAVAILABLE",
    ],
    ["that there is none", { status: 404, json: refusal({ status: "404" }) }, "ERR_SOLARIS_UNAVAILABLE"],
    [
      "that its own clock is behind",
      { status: 400, json: refusal({ code: "constraint_violation" }) },
      "ERR_SOLARIS_UNAVAILABLE",
    ],
    ["no", { status: 403, json: refusal({ status: "403" }) }, "ERR_REFUSED"],
    ["nothing in time", { status: 500 }, "ERR_SOLARIS_UNAVAILABLE"],
  ])(
    "and where Solaris says %s, it counts no more, is not said to be withdrawn, and can be again",
    async (_, said, code) => {
      const { give, withdraw, read, solaris } = await consenting("optional");
      await give();
      solaris.on("PATCH", `${address}/*`, said);
      expect((await withdraw("consent1dcon")).json.code).toBe(code);
      expect((await read()).consents).toEqual([{ ...given, counts: false }]);
      solaris.on("PATCH", `${address}/*`, { status: 204 });
      expect((await withdraw("consent1dcon")).status).toBe(204);
      expect((await read()).consents).toEqual([{ ...given, counts: false, withdrawn_at: now }]);
    },
  );

  it("also where the partner wants no device data any more", async () => {
    const { give, withdraw, read, restart } = await consenting("required", {
      config: { database: await ownDatabase() },
    });
    await give();
    await restart({ policy: usual.policy });
    expect((await read()).consents).toEqual([given]);
    expect((await withdraw("consent1dcon")).status).toBe(204);
  });

  it("but nobody else's: it looks like one that does not exist, and Solaris is asked nothing", async () => {
    const { give, withdraw, read, signIn, solaris } = await consenting("optional");
    await give();
    const bob = await signIn("Bob");
    const answers = [await bob("DELETE", path.consent("consent1dcon")), await withdraw("none")];
    expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
      [404, "ERR_NOT_FOUND"],
      [404, "ERR_NOT_FOUND"],
    ]);
    expect((await bob("GET", routes.deviceConsents)).json.consents).toEqual([]);
    expect((await read()).consents).toEqual([given]);
    expect(solaris.all.filter(({ method }) => method === "PATCH")).toEqual([]);
  });
});

it("consents outlive the backend", async () => {
  const { give, read, restart } = await consenting("optional", { config: { database: await ownDatabase() } });
  await give();
  await restart();
  expect((await read()).consents).toEqual([given]);
});
