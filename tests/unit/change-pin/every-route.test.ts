import { describe, expect, it, vi } from "vitest";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { ascii, makeRsaKey, openByHand } from "../by-hand.ts";
import { begunSecondsAgo } from "./fake-journal.ts";
import { allRoutes, neverSent, record, solaris, takeSteps, unclear } from "./scripted-change.ts";

const newer = makeRsaKey("a-newer-key");
const outdated = () => new BackendError("ERR_PIN_KEY_OUTDATED", "answered");

describe.each(["signed", "device_signing", "sms"] as const)("every way to change a PIN: %s", (route) => {
  const send = route === "signed" ? "changePin" : "createChangeRequest";

  it.each([
    ["breaks a rule", "1234", "ERR_PIN_SEQUENCE"],
    ["is no PIN", "12", "ERR_PIN_DIGITS"],
  ])("asks for nothing and notes nothing when the PIN %s", async (_name, pin, code) => {
    const { change, calls, open } = takeSteps();
    await expect(change(route, ascii(pin))).rejects.toMatchObject({ code });
    expect([calls, open]).toEqual([[], []]);
  });

  it("asks for nothing and notes nothing when the partner refuses PINs that are easily guessed", async () => {
    const { change, calls, open } = takeSteps(allRoutes, "refuse");
    await expect(change(route, ascii("1928"))).rejects.toMatchObject({ code: "ERR_PIN_GUESSABLE" });
    expect([calls, open]).toEqual([[], []]);
  });

  it("goes with any other PIN where the partner refuses those", async () => {
    const { change, argsOf } = takeSteps(allRoutes, "refuse");
    await change(route, ascii("8305"));
    expect(argsOf(send)).toHaveLength(1);
  });

  it("is refused where the partner does not offer it", async () => {
    const { change, calls } = takeSteps(allRoutes.filter((other) => other !== route));
    await expect(change(route)).rejects.toMatchObject({ code: "ERR_ROUTE_REFUSED" });
    expect(calls).toEqual([]);
  });

  it("is in the journal before anything is sent, and not before there is a key", async () => {
    const { change, next, journal, open } = takeSteps();
    const seen: number[] = [];
    next("getPinKey", () => {
      seen.push(open.length);
      return solaris.jwk;
    });
    next(send, () => void seen.push(open.length));
    await change(route);
    expect(seen).toEqual([0, 1]);
    expect(await journal.list("a-scope")).toHaveLength(1);
  });

  it("is noted while the PIN is encrypted, not afterwards", async () => {
    const { change, journal, stages } = takeSteps();
    const told: string[][] = [];
    const { write } = journal;
    Object.assign(journal, {
      write: (...entry: Parameters<typeof write>) => {
        told.push([...stages]);
        return write(...entry);
      },
    });
    await change(route);
    expect(told).toEqual([["fetching-key"]]);
  });

  it("leaves no note where the PIN cannot be encrypted", async () => {
    const { change, open, calls } = takeSteps();
    const encrypt = vi.spyOn(crypto.subtle, "encrypt").mockRejectedValue(new Error("no"));
    await expect(change(route)).rejects.toThrow("no");
    encrypt.mockRestore();
    expect([open, calls.map(({ method }) => method)]).toEqual([[], ["getPinKey"]]);
  });

  it("sends nothing when the journal cannot be written", async () => {
    const { change, journal, argsOf } = takeSteps();
    Object.assign(journal, { write: () => Promise.reject(neverSent()) });
    await expect(change(route)).rejects.toThrow();
    expect(argsOf(send)).toEqual([]);
  });

  it("goes with the id, the attempt and an encryption for the fetched key", async () => {
    const { change, argsOf, open } = takeSteps();
    await change(route);
    const [[cardId, request]] = argsOf(send) as [[string, { request_id: string; encrypted_pin: string }]];
    expect(cardId).toBe("a-card");
    expect(request).toMatchObject({ request_id: open[0], attempt: 1, key_id: "a-key" });
    expect(openByHand(request.encrypted_pin, solaris.privateKey).toString()).toBe('{"pin": "1928"}');
  });

  it("is encrypted anew, once, when Solaris had changed its key; under the same id, as the second attempt", async () => {
    const { change, fail, next, argsOf } = takeSteps();
    next("getPinKey", () => solaris.jwk);
    fail(send, outdated());
    next("getPinKey", () => newer.jwk);
    await change(route);
    const [first, second] = argsOf(send).map(([, request]) => request);
    expect(second).toMatchObject({ request_id: first.request_id, attempt: 2, key_id: "a-newer-key" });
    expect(openByHand(second.encrypted_pin, newer.privateKey).toString()).toBe('{"pin": "1928"}');
  });

  it("has no third attempt", async () => {
    const { change, fail, argsOf } = takeSteps();
    fail(send, outdated());
    fail(send, outdated());
    expect(await change(route)).toMatchObject({ outcome: "refused", code: "ERR_PIN_KEY_OUTDATED" });
    expect(argsOf(send)).toHaveLength(2);
  });

  it("stays refused when no newer key can be had for the second attempt", async () => {
    const { change, fail, next, argsOf } = takeSteps();
    next("getPinKey", () => solaris.jwk);
    fail(send, outdated());
    fail("getPinKey", neverSent());
    expect(await change(route)).toMatchObject({ outcome: "refused", code: "ERR_PIN_KEY_OUTDATED" });
    expect(argsOf(send)).toHaveLength(1);
  });

  it("fails, and leaves nothing open, when it was never sent", async () => {
    const { change, fail, open } = takeSteps();
    fail(send, neverSent());
    await expect(change(route)).rejects.toMatchObject({ code: "ERR_BACKEND_UNREACHABLE" });
    expect(open).toEqual([]);
  });

  it.each(["forget", "leave"] as const)("sends nothing for who has gone before it was sent (%s)", async (go) => {
    const { change, next, steps, journal, argsOf, open } = takeSteps();
    const { write } = journal;
    next("getPinKey", () => solaris.jwk);
    Object.assign(journal, {
      write: async (...noted: Parameters<typeof write>) => {
        await write(...noted);
        await steps[go]();
      },
    });
    await expect(change(route)).rejects.toThrow();
    expect([argsOf(send), open]).toEqual([[], []]);
  });

  it("makes no second attempt for who has gone since the first", async () => {
    const { change, fail, next, steps, argsOf } = takeSteps();
    next("getPinKey", () => solaris.jwk);
    fail(send, outdated());
    next("getPinKey", () => {
      steps.forget();
      return newer.jwk;
    });
    expect(await change(route)).toMatchObject({ outcome: "refused", code: "ERR_PIN_KEY_OUTDATED" });
    expect(argsOf(send)).toHaveLength(1);
  });

  it("asks the ledger when no answer came, and sends nothing again", async () => {
    for (const [state, outcome] of [
      ["changed", { outcome: "changed" }],
      ["not_received", { outcome: "not-sent" }],
      ["in_progress", { outcome: "in-progress" }],
      ["unknown", { outcome: "unknown" }],
    ] as const) {
      const { change, fail, next, argsOf, open } = takeSteps();
      fail(send, unclear());
      next("settleChange", () => record(state));
      expect(await change(route)).toMatchObject(outcome);
      expect([argsOf(send).length, argsOf("settleChange")]).toEqual([1, [[open[0], begunSecondsAgo]]]);
    }
  });

  it("claims nothing when the ledger does not answer either, and can be asked for later", async () => {
    const { change, fail, open } = takeSteps();
    fail(send, unclear());
    fail("settleChange", unclear());
    expect(await change(route)).toEqual({ outcome: "unknown" });
    expect(open).toHaveLength(1);
  });

  it("ends as refused with the reason, Solaris' id and the time to wait", async () => {
    const { change, fail } = takeSteps();
    const said = { supportId: "84b61ex", retryAfterMs: 90_000 };
    fail(send, new BackendError("ERR_CARD_NOT_ELIGIBLE", "answered", said));
    expect(await change(route)).toEqual({ outcome: "refused", code: "ERR_CARD_NOT_ELIGIBLE", ...said });
  });
});
