import { describe, expect, it } from "vitest";
import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import { ask, setUp } from "./backend.ts";
import { callRaw } from "./raw-caller.ts";
import { usual } from "./usual-config.ts";

const MOST_IN_HAND = 4;
const MANY = 10_000;
const signInBody = '{"name":"Ada"}';

const get = (target: string, token = "x".repeat(43)) =>
  `GET ${target} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n\r\n`;
const signIn = [`POST ${demoRoutes.signIn} HTTP/1.1`, "host: 127.0.0.1", "content-type: application/json"]
  .concat(`content-length: ${signInBody.length}`, "", signInBody)
  .join("\r\n");
const requests: readonly [string, (token: string) => string][] = [
  ["of one customer", (token) => get(routes.me, token)],
  ["with an unknown token", () => get(routes.me)],
  ["for a route without customers", () => get(routes.health)],
  ["to sign in", () => signIn],
  ["for nothing there is", () => get("/nothing")],
  ["for what cannot be read as an address", () => get("/%zz")],
];

describe("ten thousand requests in one write", () => {
  it.each(requests)("%s are hung up on, and nobody else waits for them", async (_name, write) => {
    const { url, getToken, signIn, logged } = await setUp();
    const [token, bob] = [await getToken("Ada"), await signIn("Bob")];
    expect((await bob("GET", routes.me)).status).toBe(200);
    const before = { rss: process.memoryUsage().rss, lines: logged().split("\n").length };
    const { socket, said, closed } = await callRaw(url);
    const began = performance.now();
    socket.write(write(token).repeat(MANY));
    expect((await bob("GET", routes.me)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(1000);
    await closed;
    // What came after it in the same way has been answered: there is nothing left to be done.
    expect((await bob("GET", routes.me)).status).toBe(200);
    expect(said().match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThanOrEqual(MOST_IN_HAND);
    expect(process.memoryUsage().rss - before.rss).toBeLessThan(64 * 1024 * 1024);
    expect(logged().match(/"event":"pipelining_cut"/g)).toHaveLength(1);
    // One for each that was begun, one for the connection, Bob's two, and one for the half of a request at its end.
    expect(logged().split("\n").length - before.lines).toBeLessThanOrEqual(MOST_IN_HAND + 4);
  });
});

it("who sends a few requests before the answers has them all, in order, over and over", async () => {
  const { url, getToken } = await setUp();
  const { socket, said } = await callRaw(url);
  const few = get(routes.me, await getToken("Ada")) + get(routes.health) + get("/nothing") + get(routes.health);
  const statuses = () => [...said().matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
  for (let round = 1; round <= 5; round += 1) {
    socket.write(few);
    const expected = Array.from({ length: round }, () => ["200", "200", "404", "200"]).flat();
    await expect.poll(statuses).toEqual(expected);
  }
});

describe("a customer who asks too often over many connections", () => {
  const MOST_REFUSALS_WAITING = 256;
  const isEnded = ({ said }: { said: () => string }) => /\r\nconnection: close\r\n/i.test(said());
  const isRefused = ({ said }: { said: () => string }) => said().includes("ERR_TOO_MANY_REQUESTS");
  const setUpUsedUp = async () => {
    const all = await setUp({ config: { limits: { ...usual.limits, requests: { count: 1, seconds: 100 } } } });
    const token = await all.getToken("Ada");
    const authorization = `Bearer ${token}`;
    expect((await ask(all.url + routes.me, "GET", undefined, { authorization })).status).toBe(200);
    const askOver = async (connections: number) => {
      const calls = await Promise.all(Array.from({ length: connections }, () => callRaw(all.url)));
      for (const { socket } of calls) socket.write(get(routes.me, token));
      return calls;
    };
    return { ...all, askOver };
  };

  it("waits for so many refusals at once, and is told each beyond at once, with the end of its connection", async () => {
    const { askOver } = await setUpUsedUp();
    const calls = await askOver(MOST_REFUSALS_WAITING + 3);
    await expect.poll(() => calls.filter(isRefused).length, { interval: 5 }).toBeGreaterThanOrEqual(3);
    const ended = calls.filter(isEnded);
    expect(ended).toHaveLength(3);
    await Promise.all(ended.map(({ closed }) => closed));
    await expect.poll(() => calls.filter(isRefused).length).toBe(calls.length);
    expect(calls.filter(isEnded)).toHaveLength(3);
  });

  it("is not waited for where it has hung up", async () => {
    const { url, askOver } = await setUpUsedUp();
    const gone = await askOver(MOST_REFUSALS_WAITING + 1);
    await expect.poll(() => gone.filter(isEnded).length, { interval: 5 }).toBe(1);
    for (const { socket } of gone) socket.destroy();
    // The server has seen that they have gone when it answers who came later.
    expect((await ask(url + routes.health, "GET")).status).toBe(200);
    const [later] = await askOver(1);
    if (later === undefined) throw new Error("nobody asked");
    await expect.poll(() => isRefused(later)).toBe(true);
    expect(isEnded(later)).toBe(false);
  });
});
