// The partner's own service is asked for a subject's person: for which, how often, and what counts as its answer.
import type { ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createCertificate } from "../../src-testing/certificate.ts";
import { ada, setUpIdentify, token } from "./identify-by-hand.ts";
import { type Handler, sayJson, startLookup } from "./small-lookup.ts";

describe("the look-up", () => {
  it.each([
    ["/people/{sub}", "/people/a%2Fb%3Fc%23d%20%2B%25%26%24%26"],
    ["/people?of={sub}&kind=login", "/people?of=a%2Fb%3Fc%23d%20%2B%25%26%24%26&kind=login"],
    ["/people", "/people?sub=a%2Fb%3Fc%23d+%2B%25%26%24%26"],
    ["/people?kind=login", "/people?kind=login&sub=a%2Fb%3Fc%23d+%2B%25%26%24%26"],
  ])("at %s is asked for one subject, encoded, with its token", async (path, url) => {
    const service = await startLookup();
    const subject = "a/b?c#d +%&$&";
    service.answer((_url, _request, response) => sayJson(response, { sub: subject, person_id: ada, name: "Ada" }));
    const { identify } = setUpIdentify({ lookup: service.lookup(path) });
    expect(await identify(token(subject, { name: "of the token" }))).toMatchObject({ personId: ada, name: "Ada" });
    expect(service.asked).toEqual([{ url, authorization: "Bearer lookup-token" }]);
  });

  // Attacker: somebody who can choose their login name at the provider. Way: a name that a URL parser takes for a way up.
  // Impact: another resource of the service would be asked, with our token.
  it.each([".", "..", "\0", "a\r\nb", "ä", "a\u0301", "\ud800", "s".repeat(256), ""])(
    "is never asked for %j, which cannot be in a URL as it is",
    async (subject) => {
      const service = await startLookup();
      const { who } = setUpIdentify({ lookup: service.lookup() });
      expect(await who(subject)).toBe("ERR_NO_CARDHOLDER");
      expect(service.asked).toEqual([]);
    },
  );

  const right = { sub: "s1", person_id: ada };
  const html = { "content-type": "text/html" };
  // Attacker: something between this backend and the service, such as a cache or a portal.
  // Way: answers with what it has. Impact: would sign somebody in as somebody else.
  it.each<[string, string, Handler]>([
    ["another subject", "other_subject", (_u, _q, r) => sayJson(r, { ...right, sub: "s2" })],
    ["the subject in another case", "other_subject", (_u, _q, r) => sayJson(r, { ...right, sub: "S1" })],
    ["no subject", "unreadable", (_u, _q, r) => sayJson(r, { person_id: ada })],
    ["no person", "unreadable", (_u, _q, r) => sayJson(r, { sub: "s1" })],
    ["a person that is no id", "unreadable", (_u, _q, r) => sayJson(r, { ...right, person_id: "../x" })],
    ["a person with a colon", "unreadable", (_u, _q, r) => sayJson(r, { ...right, person_id: "urn:p1" })],
    ["a list of persons", "unreadable", (_u, _q, r) => sayJson(r, [right])],
    ["a person in a list", "unreadable", (_u, _q, r) => sayJson(r, { ...right, person_id: [ada] })],
    ["null", "unreadable", (_u, _q, r) => sayJson(r, null)],
    [
      "two persons in one object",
      "unreadable",
      (_u, _q, r) => r.end(`{"sub":"s1","person_id":"${ada}","person_id":"p2"}`),
    ],
    ["a page", "unreadable", (_u, _q, r) => r.writeHead(200, html).end("<h1>Sign in</h1>")],
    ["JSON that says it is a page", "unreadable", (_u, _q, r) => r.writeHead(200, html).end(JSON.stringify(right))],
    ["nothing", "unreadable", (_u, _q, r) => r.writeHead(200, { "content-length": "0" }).end()],
    ["too much", "unreadable", (_u, _q, r) => sayJson(r, { ...right, more: "x".repeat(17 * 1024) })],
    ["204", "status", (_u, _q, r) => r.writeHead(204).end()],
    ["another success", "status", (_u, _q, r) => sayJson(r, right, 203)],
    ["a refusal of our token", "status", (_u, _q, r) => sayJson(r, right, 401)],
    ["410", "status", (_u, _q, r) => sayJson(r, right, 410)],
    ["a failure", "status", (_u, _q, r) => sayJson(r, right, 503)],
    ["silence in the end", "connection_lost", (_u, q) => q.socket.destroy()],
  ])("that answers %s does not work, and says nobody", async (_name, reason, handler) => {
    const service = await startLookup();
    service.answer(handler);
    const { who, events } = setUpIdentify({ lookup: service.lookup() });
    expect(await who("s1")).toBe("ERR_SIGN_IN_UNAVAILABLE");
    expect(events.at(-1)).toEqual({ event: "person_lookup_failed", reason, ms: 0 });
  });

  it.each([301, 302, 303, 307, 308])("is not followed to another place: %d", async (status) => {
    const [service, other] = [await startLookup(), await startLookup({ s1: { person_id: "p-othercper" } })];
    service.answer((_url, _request, response) =>
      response.writeHead(status, { location: `${other.origin}/people/s1` }).end(),
    );
    const { who } = setUpIdentify({ lookup: service.lookup() });
    expect(await who("s1")).toBe("ERR_SIGN_IN_UNAVAILABLE");
    expect(other.asked).toEqual([]);
  });

  it.each<[string, Handler]>([
    ["does not answer", () => {}],
    ["does not end its answer", (_url, _request, response) => response.writeHead(200).write("{")],
  ])("that %s is given up", async (_name, handler) => {
    const service = await startLookup();
    service.answer(handler);
    const { who, events } = setUpIdentify({ lookup: service.lookup("/people/{sub}", 50) });
    expect(await who("s1")).toBe("ERR_SIGN_IN_UNAVAILABLE");
    expect(events.at(-1)).toMatchObject({ event: "person_lookup_failed", reason: "timeout" });
  });

  it("that is not there does not work", async () => {
    const service = await startLookup();
    const lookup = service.lookup();
    service.close();
    const { who, events } = setUpIdentify({ lookup });
    expect(await who("s1")).toBe("ERR_SIGN_IN_UNAVAILABLE");
    expect(events.at(-1)).toMatchObject({ event: "person_lookup_failed", reason: "connect" });
  });

  it("whose certificate nobody vouches for gets neither subject nor token", async () => {
    const arrived: string[] = [];
    const server = createTlsServer(createCertificate(), (request, response) => {
      arrived.push(request.url ?? "");
      sayJson(response, right);
    });
    server.on("tlsClientError", () => {});
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `https://localhost:${(server.address() as AddressInfo).port}/people/{sub}`;
    const { who } = setUpIdentify({ lookup: { url, token: "lookup-token", timeoutMs: 2000 } });
    expect(await who("s1")).toBe("ERR_SIGN_IN_UNAVAILABLE");
    expect(arrived).toEqual([]);
  });

  it("is asked once a minute for a subject, whether it has the person or not", async () => {
    const service = await startLookup({ s1: { person_id: ada } });
    const { who, pass } = setUpIdentify({ lookup: service.lookup() });
    for (const subject of ["s1", "s2", "s1", "s2"]) await who(subject);
    expect(service.asked).toHaveLength(2);
    service.known.s1 = { person_id: "p-newcper" };
    service.known.s2 = { person_id: "p-bobcper" };
    pass(59_999);
    expect([await who("s1"), await who("s2")]).toEqual([ada, "ERR_NO_CARDHOLDER"]);
    pass(1);
    expect([await who("s1"), await who("s2")]).toEqual(["p-newcper", "p-bobcper"]);
    expect(service.asked).toHaveLength(4);
  });

  it("is asked once for requests at the same time, and again after a failure", async () => {
    const service = await startLookup();
    const waiting: ServerResponse[] = [];
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    service.answer((_url, _request, response) => {
      waiting.push(response);
      isAsked();
    });
    const { who } = setUpIdentify({ lookup: service.lookup() });
    const all = [who("s1"), who("s1"), who("s1")];
    await asked;
    for (const response of waiting) sayJson(response, {}, 502);
    expect(await Promise.all(all)).toEqual(Array(3).fill("ERR_SIGN_IN_UNAVAILABLE"));
    expect(service.asked).toHaveLength(1);
    service.answer((_url, _request, response) => sayJson(response, right));
    expect(await who("s1")).toBe(ada);
  });
});
