import { describe, expect, it } from "vitest";
import type { TokenChild } from "../../../src-hardware-key/ask-token.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { ascii } from "../by-hand.ts";
import { usualConfig } from "../core-options.ts";
import { createFakeComputer } from "../fake-computer.ts";
import { recordAt } from "../keys/fake-enrolment.ts";
import { setUp } from "./running-handlers.ts";

const bound = recordAt("bound");
const token = { module: "one", serial: "1", label: "card" };
const onToken = {
  ...bound,
  restricted: { public_key: bound.restricted.public_key, token, key_id: "0".repeat(32) },
};

/** A linked computer. @param answer the token's, to each question; null for none */
async function setUpToken(answer: (asked: object) => object | null) {
  const running = new Set<TokenChild>();
  const set = setUp(createFakeComputer(onToken), {
    config: { ...usualConfig, tokenModules: [{ name: "one", path: "/one.so", sha256: "0".repeat(64) }] },
    startTokenChild: async () => {
      let end = () => {};
      const gone = new Promise<void>((resolve) => {
        end = resolve;
      });
      let listener: (message: unknown) => void = () => {};
      const child: TokenChild = {
        pid: 1,
        gone,
        send(question) {
          const said = answer((question as { asked: object }).asked);
          if (said !== null) queueMicrotask(() => listener(said));
        },
        listen(next) {
          listener = next;
        },
        kill() {
          running.delete(child);
          end();
        },
      };
      running.add(child);
      return child;
    },
  });
  await set.bound();
  return { ...set, running };
}

const setUpSilent = () => setUpToken(() => null);

type Silent = Awaited<ReturnType<typeof setUpSilent>>;

describe("a token that waits for a touch, with its PIN", () => {
  const ways: [string, (set: Silent) => unknown][] = [
    ["the page is loaded anew", ({ handlers }) => handlers.replayEvents()],
    ["the session is locked", ({ lock }) => lock.lock("screen")],
    ["the cardholder signs out", ({ handlers }) => handlers.signOut()],
    ["the program ends", ({ leave }) => leave()],
  ];
  it.each(ways)("waits no longer when %s", async (_, leave) => {
    const set = await setUpSilent();
    const entered = set.handlers.enterTokenPin(ascii("604213"), null).catch(({ code }) => code);
    await expect.poll(() => set.running.size).toBe(1);
    await leave(set);
    await expect.poll(() => set.running.size).toBe(0);
    expect(await entered).toBe("ERR_TOKEN_SILENT");
    await expect(set.handlers.signIn("Ada Single")).resolves.toBeDefined(); // no step is running any more
  });
});

it("a token's last try is told to whoever signs in once a session has ended by itself", async () => {
  const spares: boolean[] = [];
  const { handlers, solaris, customer } = await setUpToken((asked) => {
    spares.push("sparesLastTry" in asked);
    return { refused: { why: "last-try", returned: null, tries: null } };
  });
  const enter = () => handlers.enterTokenPin(ascii("604213"), null).catch(({ code }) => code);
  await enter();
  solaris.fate = () => {
    throw new BackendError("ERR_NOT_SIGNED_IN", "answered");
  };
  await expect(handlers.listDevices(false)).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
  expect(await customer()).toBeNull();
  solaris.fate = () => "ok";
  await handlers.signIn("Ada Single");
  await enter();
  expect(spares).toEqual([true, true]);
});
