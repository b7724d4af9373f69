import { describe, expect, it } from "vitest";
import { createOnceFetch } from "../../../src-main/backend/once-fetch.ts";

/** A session that writes down what is done with it; each fetch ends when the test says. */
function createSession() {
  const story: string[] = [];
  const sent: RequestInit["headers"][] = [];
  const ends = new Map<string, { succeed: () => void; fail: () => void }>();
  let closing: () => Promise<void> = async () => {};
  const session = {
    fetch: (url: string, { headers }: RequestInit) => {
      story.push(`fetch ${url}`);
      sent.push(headers);
      return new Promise<Response>((resolve, reject) => {
        ends.set(url, { succeed: () => resolve(new Response(url)), fail: () => reject(new Error(url)) });
      });
    },
    closeAllConnections: async () => {
      story.push("close");
      await closing();
    },
  };
  const end = (url: string) => ends.get(url) ?? expect.fail(`${url} was not fetched`);
  return { session, story, sent, end, closeWith: (close: typeof closing) => (closing = close) };
}
/** Until everything that can go on has gone on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("a fetch that must not arrive twice", () => {
  it("closes all connections directly before each call", async () => {
    const { session, story, end } = createSession();
    const fetchOnce = createOnceFetch(session);
    for (const url of ["a", "b"]) {
      const answer = fetchOnce(url, {});
      await settle();
      end(url).succeed();
      await expect((await answer).text()).resolves.toBe(url);
    }
    expect(story).toEqual(["close", "fetch a", "close", "fetch b"]);
  });

  it("waits until the connections are closed", async () => {
    const { session, story, closeWith } = createSession();
    let closed = () => {};
    closeWith(() => new Promise((resolve) => (closed = resolve)));
    void createOnceFetch(session)("a", {});
    await settle();
    expect(story).toEqual(["close"]);
    closed();
    await settle();
    expect(story).toEqual(["close", "fetch a"]);
  });

  it("makes one call at a time, in the order in which they were asked for", async () => {
    const { session, story, end } = createSession();
    const fetchOnce = createOnceFetch(session);
    const answers = ["a", "b", "c"].map((url) => fetchOnce(url, {}));
    for (const url of ["a", "b", "c"]) {
      await settle();
      expect(story.at(-1)).toBe(`fetch ${url}`);
      end(url).succeed();
    }
    await Promise.all(answers);
    expect(story).toEqual(["close", "fetch a", "close", "fetch b", "close", "fetch c"]);
  });

  it("tells its caller of a failure and goes on with the next call", async () => {
    const { session, end } = createSession();
    const fetchOnce = createOnceFetch(session);
    const [first, second] = [fetchOnce("a", {}), fetchOnce("b", {})];
    await settle();
    end("a").fail();
    await expect(first).rejects.toThrow("a");
    await settle();
    end("b").succeed();
    await expect(second).resolves.toBeInstanceOf(Response);
  });

  it("sends nothing when the connections cannot be closed, and goes on with the next call", async () => {
    const { session, story, end, closeWith } = createSession();
    const fetchOnce = createOnceFetch(session);
    closeWith(() => Promise.reject(new Error("not closed")));
    await expect(fetchOnce("a", {})).rejects.toThrow("not closed");
    closeWith(async () => {});
    const second = fetchOnce("b", {});
    await settle();
    end("b").succeed();
    await second;
    expect(story).toEqual(["close", "close", "fetch b"]);
  });

  it("says that a call is handed over when it is, not while it waits for another", async () => {
    const { session, story, end } = createSession();
    const fetchOnce = createOnceFetch(session);
    const tell = (url: string) => () => void story.push(`${url} handed over`);
    const answers = ["a", "b"].map((url) => fetchOnce(url, {}, { onHandedOver: tell(url) }));
    await settle();
    expect(story).toEqual(["close", "fetch a", "a handed over"]);
    end("a").succeed();
    await settle();
    expect(story).toEqual(["close", "fetch a", "a handed over", "close", "fetch b", "b handed over"]);
    end("b").succeed();
    await Promise.all(answers);
  });

  it.each<[string, () => Promise<void>, AbortSignal | null]>([
    ["the connections cannot be closed", () => Promise.reject(new Error("not closed")), null],
    ["it has waited too long", async () => {}, AbortSignal.abort()],
  ])("does not say so when %s", async (_name, close, signal) => {
    let isHandedOver = false;
    const fetch = (_url: string, init: RequestInit) =>
      init.signal?.aborted ? Promise.reject(init.signal.reason) : Promise.resolve(new Response());
    const fetchOnce = createOnceFetch({ fetch, closeAllConnections: close });
    await expect(fetchOnce("a", { signal }, { onHandedOver: () => (isHandedOver = true) })).rejects.toThrow();
    expect(isHandedOver).toBe(false);
  });

  it("makes what proves the caller once the call's turn has come, for that call", async () => {
    const { session, story, end, sent } = createSession();
    const fetchOnce = createOnceFetch(session);
    let made = 0;
    const authorize = async () => ({ authorization: `proof ${++made} after ${story.length} steps` });
    const answers = ["a", "b"].map((url) => fetchOnce(url, { headers: { accept: "json" } }, { authorize }));
    await settle();
    expect(sent).toEqual([{ accept: "json", authorization: "proof 1 after 1 steps" }]);
    end("a").succeed();
    await settle();
    expect(sent[1]).toEqual({ accept: "json", authorization: "proof 2 after 3 steps" });
    end("b").succeed();
    await Promise.all(answers);
  });

  it("passes on what it was given, unchanged", async () => {
    const init = { method: "POST", body: "{}" };
    let given: unknown;
    const session = {
      closeAllConnections: async () => {},
      fetch: async (url: string, options: RequestInit) => {
        given = [url, options];
        return new Response();
      },
    };
    await createOnceFetch(session)("https://x.example/", init);
    expect(given).toEqual(["https://x.example/", init]);
  });
});
