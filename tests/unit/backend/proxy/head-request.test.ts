// Attacker: a server, or another proxy, that asks for a name and a password.
// Way: it answers 401, or 407 in the proxy's place. Impact: the cardholder's password at their company.
import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { requestHead } from "../../../../src-main/backend/proxy/head-request.ts";

const given = () => ({
  address: "proxy.example:8080",
  scheme: "basic",
  name: "ada",
  password: new Uint8Array(Buffer.from("grün", "latin1")),
});
const own = { isProxy: true, scheme: "Basic", host: "proxy.example", port: 8080 };
const onlyOwn = (address: string) => address === "proxy.example:8080" || address === "[2001:db8::1]:8080";

/** Plays Electron's `net.request`: each of `asked` asks in turn, then the answer comes. */
async function play(asked: readonly object[], status: number | Error, password = given(), timeoutMs = 1000) {
  const answers: unknown[][] = [];
  const options: object[] = [];
  let aborted = 0;
  const request = (chosen: object) => {
    options.push(chosen);
    const head = new EventEmitter();
    const end = () => {
      for (const info of asked) head.emit("login", info, (...answer: unknown[]) => answers.push(answer));
      if (status instanceof Error) head.emit("error", status);
      else if (status > 0) head.emit("response", Object.assign(new EventEmitter(), { statusCode: status }));
    };
    return Object.assign(head, { end, abort: () => void aborted++ });
  };
  const head = { request, session: null, url: "https://bank.example/health", timeoutMs, isConfigured: onlyOwn };
  return { end: await requestHead(head, password), answers, options, aborted: () => aborted };
}

it("gives the password to the proxy that it is for, once, and says where it was not accepted", async () => {
  const accepted = await play([own], 200);
  expect([accepted.end, accepted.answers]).toEqual([{ state: "through" }, [["ada", "grün"]]]);
  const refused = await play([own, own, own], 407);
  const by = { address: "proxy.example:8080", scheme: "basic" };
  expect([refused.end, refused.answers]).toEqual([{ state: "asked", by, isRefusal: true }, [["ada", "grün"], [], []]]);
});

it.each([
  ["a server", { ...own, isProxy: false }],
  ["a proxy that this computer's settings do not name", { ...own, host: "evil.example" }],
  ["the same host at another port", { ...own, port: 8081 }],
])("gives the password not to %s", async (_name, asking) => {
  const { end, answers } = await play([asking], 200);
  expect([end, answers]).toEqual([{ state: "through" }, [[]]]);
});

it("gives it to no other proxy, though that is named too, and says that it asks", async () => {
  const { end, answers } = await play([{ ...own, host: "2001:db8::1" }], 407);
  const by = { address: "[2001:db8::1]:8080", scheme: "basic" };
  expect([end, answers]).toEqual([{ state: "asked", by, isRefusal: false }, [[]]]);
});

it("gives what was entered for one way of asking in no other, which the network may read", async () => {
  const { end, answers } = await play([own], 407, { ...given(), scheme: "digest" });
  const by = { address: "proxy.example:8080", scheme: "basic" };
  expect([end, answers]).toEqual([{ state: "asked", by, isRefusal: false }, [[]]]);
});

it("asks for the head alone, follows nobody, and sends nothing of the cardholder's", async () => {
  const { options, aborted } = await play([], 302);
  expect(options).toEqual([
    { method: "HEAD", url: "https://bank.example/health", session: null, credentials: "omit", redirect: "manual" },
  ]);
  expect(aborted()).toBe(1);
});

it("tells apart what nobody can answer, a failure, and silence", async () => {
  expect((await play([], 407)).end).toEqual({ state: "unsupported" });
  const error = new Error("net::ERR_CERT_DATE_INVALID");
  expect((await play([], error)).end).toEqual({ state: "failed", error });
  expect((await play([], 0, given(), 10)).end).toEqual({ state: "timeout" });
});
