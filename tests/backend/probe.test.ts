// `backend probe`: what it sends, what it says, and what it keeps to itself (docs/operations.md#asking-solaris-what-is-open).
import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { readSolarisConfig } from "../../src-backend/config.ts";
import { createReadOnlyExchange } from "../../src-backend/probe/read-only-solaris.ts";
import { runCommand } from "../../src-backend/run-command.ts";
import type { HttpRequest } from "../../src-backend/solaris/exchange.ts";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { controlSandbox } from "../../src-testing/sandbox-control.ts";
import { createKey } from "../sandbox/partner.ts";
import {
  accountId,
  cardId,
  deviceId,
  type FakeSolaris,
  list,
  personId,
  pinKey,
  startFakeSolaris,
} from "./fake-solaris.ts";

const at = (url: string) => ({
  SOLARIS_API_URL: url,
  SOLARIS_AUTH_URL: `${url}/oauth2/token`,
  SOLARIS_CLIENT_ID: "cardbound-demo",
  SOLARIS_CLIENT_SECRET: "cardbound-demo-secret",
});

const probe = (variables: Record<string, string>, input = "") =>
  runCommand(["probe"], { variables, readInput: async () => input });

/** The line of a question, without what is before its words. */
const lineOf = (said: string, question: string) =>
  new RegExp(`^ {2}${question} +(answered|partly|open|not asked) +(.*)$`, "m").exec(said)?.slice(1).join(": ");

async function startRecording(): Promise<FakeSolaris> {
  const solaris = await startFakeSolaris();
  onTestFinished(solaris.close);
  solaris.on("GET", `/v1/persons/${personId}/accounts`, list([{ id: accountId, person_id: personId }]));
  solaris.on("GET", "/v1/cards/*/pin_keys/latest", { json: pinKey });
  solaris.on("GET", "/v1/persons/*/mobile_number", {
    json: { id: "marked1", number: "+491700000000", verified: true },
  });
  return solaris;
}

it("has something to say of every open question of docs/solaris-api.md, and of no other", async () => {
  const { url } = await startRecording();
  const { said } = await probe(at(url));
  const asked = [...readFileSync("docs/solaris-api.md", "utf8").matchAll(/^\| \*\*(Q\d+)\*\* \|/gm)].map(
    ([, name]) => name,
  );
  expect([...said.matchAll(/^ {2}(Q\d+) /gm)].map(([, name]) => name)).toEqual(asked);
});

describe("what is sent", () => {
  it("is a token's request and the listed reads, each once or as a comparison, whoever is asked about", async () => {
    const solaris = await startRecording();
    await probe({ ...at(solaris.url), PROBE_PERSON_ID: personId });
    const sent = solaris.all.map(({ method, path }) => `${method} ${path.replaceAll(/[0-9a-f]{32}/g, "*")}`);
    expect(sent).toEqual([
      "POST /oauth2/token",
      "GET /v1/cards/pin_keys/latest",
      "GET /v1/cards/pin_keys/latest",
      "GET /v1/persons/*cper/accounts",
      "GET /v1/mfa/devices/*/keys",
      "GET /v1/change_requests/*csc",
      "GET /v1/mfa/devices",
      "GET /v1/mfa/devices",
      "GET /v1/persons/*cper/accounts",
      `GET /v1/accounts/${accountId.replace(/[0-9a-f]{32}/, "*")}/cards`,
      "GET /v1/persons/*cper/mobile_number",
      "GET /v1/mfa/devices",
      "GET /v1/mfa/devices",
      "GET /v1/mfa/devices/*/keys",
      "GET /v1/cards/*mcrd",
      "GET /v1/cards/*mcrd/pin_keys/latest",
    ]);
    expect(
      solaris.all
        .filter(({ method }) => method === "GET")
        .map(({ text }) => text)
        .join(""),
    ).toBe("");
  });

  it("is nothing else, whatever is asked of it: nothing arrives", async () => {
    const solaris = await startRecording();
    const send = createReadOnlyExchange(readSolarisConfig(at(solaris.url)));
    const to = (method: HttpRequest["method"], path: string, body?: string): HttpRequest => ({
      ...{ method, url: new URL(solaris.url + path), headers: {}, maxBytes: 1000 },
      ...(body !== undefined && { body }),
    });
    const refused: HttpRequest[] = [
      to("POST", `/v1/cards/${cardId}/pin_update_requests`, "{}"),
      to("POST", "/v1/mfa/devices", "{}"),
      to("POST", "/v1/cards/pin_keys/latest"),
      to("PUT", "/v1/mfa/challenges/signatures/1", "{}"),
      to("DELETE", `/v1/mfa/devices/${deviceId}`),
      to("DELETE", "/v1/cards/pin_keys/latest"),
      to("GET", `/v1/cards/${cardId}/pin_update_requests`),
      to("GET", `/v1/mfa/devices/${deviceId}`),
      to("GET", `/v1/cards/a%2Fb`),
      to("GET", "/v1/cards/"),
      to("GET", "/v1/cards/../mfa/challenges/devices/1"),
      to("GET", "/other/v1/cards/pin_keys/latest"),
      to("GET", "/v1/cards/pin_keys/latest", "{}"),
      to("POST", "/oauth2/token", "grant_type=client_credentials&scope=everything"),
      to("POST", "/oauth2/token?more=1", "grant_type=client_credentials&scope=partners"),
      { ...to("GET", "/"), url: new URL("http://127.0.0.1:1/v1/cards/pin_keys/latest") },
    ];
    for (const request of refused) await expect(send(request)).rejects.toMatchObject({ name: "NotListed" });
    expect(solaris.all).toEqual([]);
    expect((await send(to("GET", "/v1/cards/pin_keys/latest"))).status).toBe(200);
  });

  it("is nothing more about what has an id of another form, and the rest is asked and told", async () => {
    const solaris = await startRecording();
    solaris.on("GET", `/v1/persons/${personId}/accounts`, list([{ id: "a/../b", person_id: personId }]));
    const { said, exitCode } = await probe({ ...at(solaris.url), PROBE_PERSON_ID: personId });
    expect(exitCode).toBe(0);
    expect(lineOf(said, "Q22")).toContain("answered: yes");
    expect(solaris.all.map(({ path }) => path).filter((path) => path.includes(".."))).toEqual([]);
  });

  it("is nothing where an operand is no id, which is not repeated", async () => {
    const solaris = await startRecording();
    const refusal = probe({ ...at(solaris.url), PROBE_PERSON_ID: "marked/../person" });
    await expect(refusal).rejects.toMatchObject({
      name: "CommandRefused",
      message: expect.not.stringContaining("marked"),
    });
    expect(solaris.all).toEqual([]);
  });

  it("is about the person and the card of standard input, where the variable says -", async () => {
    const solaris = await startRecording();
    await probe({ ...at(solaris.url), PROBE_PERSON_ID: "-" }, `${personId}\nothercardmcrd\n`);
    expect(solaris.asked("GET", `${personId}/accounts`)).toHaveLength(1);
    expect(solaris.asked("GET", "/v1/cards/othercardmcrd")).toHaveLength(1);
  });
});

describe("what is said", () => {
  it("is what answers look like, and none of what they say", async () => {
    const solaris = await startRecording();
    solaris.on("GET", "/v1/cards/*", {
      json: { id: cardId, marked9999secret: 1, deadbeefdeadbeef: {}, pin: null, tags: [] },
    });
    const { said, exitCode } = await probe({ ...at(solaris.url), PROBE_PERSON_ID: personId });
    expect(exitCode).toBe(0);
    for (const secret of [
      personId,
      cardId,
      accountId,
      deviceId,
      pinKey.kid,
      pinKey.n,
      "token-1",
      "cardbound-demo-secret",
    ])
      expect(said).not.toContain(secret);
    expect(said).not.toMatch(/4567|STALLONE|\+49|marked|Galaxy|deadbeef|[0-9a-f]{16}/);
    expect(said).toContain("200 with {id: text, pin: null, tags: empty list, more under names that are not shown}");
    expect(lineOf(said, "Q22")).toBe("answered: yes: 200 with {id: text, number: text, verified: boolean}");
    expect(said).toContain("What follows is what IT answered, and says nothing of Solaris.");
  });

  it.each<[string, object, string]>([
    ["a token is refused", { status: 401, json: { error: "invalid_client" } }, "401 with {error: text}"],
    ["a page comes in its place", { text: "<h1>marked</h1>" }, "200 with something that is no JSON"],
  ])("where %s, is that, and the command ends with 2", async (_name, answer, words) => {
    const solaris = await startRecording();
    solaris.on("POST", "/oauth2/token", answer);
    const { said, exitCode } = await probe(at(solaris.url));
    expect([exitCode, solaris.all.length]).toEqual([2, 1]);
    expect(said).toContain(words);
    expect(said).not.toContain("marked");
  });
});

it("of the sandbox it finds what is true there, and changes nothing in it", async () => {
  const sandbox = await startSandbox();
  onTestFinished(sandbox.close);
  const control = controlSandbox(sandbox.url);
  const customers = (await (await fetch(`${sandbox.url}/sandbox/customers`)).json()) as {
    name: string;
    person_id: string;
  }[];
  const [person] = customers;
  if (person === undefined) throw new Error("nobody");
  const ask = async () => (await probe({ ...at(sandbox.url), PROBE_PERSON_ID: person.person_id })).said;
  expect(lineOf(await ask(), "Q7")).toMatch(/^open: this person has no linked device/);
  await control.addDevice(person.name, "A computer", { keys: [{ purpose: "unrestricted", key: createKey().point }] });
  const before = JSON.stringify(await control.devices());
  const said = await ask();
  expect(lineOf(said, "Q7")).toMatch(
    /^answered: an object: 200 with \{device_id: text, .*keys: list of \{key_id: text/,
  );
  expect(lineOf(said, "Q16")).toBe("answered: filter[person_id] counts; person_id is ignored");
  expect(lineOf(said, "Q8")).toContain("nobodys_keys 404 C");
  expect(lineOf(said, "Q22")).toContain("not at this path: 404");
  expect(said).toContain(
    "kty RSA, 2048 bits, use enc, alg RS256, no private members, kid present, the same when read once more",
  );
  expect(said).toContain("headers of its pages: total, per_page, link");
  await control.settings({ keys_as_array: true });
  expect(lineOf(await ask(), "Q7")).toMatch(/^answered: an array: 200 with list of/);
  expect(JSON.stringify(await control.devices())).toBe(before);
});
