import { describe, expect, it } from "vitest";
import type { TokenChild } from "../../../src-hardware-key/ask-token.ts";
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

/** A linked computer whose token answers nothing. */
async function setUpSilent() {
  const running = new Set<TokenChild>();
  const set = setUp(createFakeComputer(onToken), {
    config: { ...usualConfig, tokenModules: [{ name: "one", path: "/one.so", sha256: "0".repeat(64) }] },
    startTokenChild: async () => {
      let end = () => {};
      const gone = new Promise<void>((resolve) => {
        end = resolve;
      });
      const child: TokenChild = {
        pid: 1,
        gone,
        send() {},
        listen() {},
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
