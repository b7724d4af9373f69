import { describe, expect, it } from "vitest";
import { answering, oddIds, unclear } from "./answering-client.ts";

describe("letters", () => {
  const letter = { letter_id: "l1", requested_at: "2026-11-02T09:41:00Z", expires_at: "2026-11-16T09:41:00Z" };

  it("are read with what is said of them; those without an id are counted as left out", async () => {
    const backend = await answering({
      letters: [letter, { letter_id: "l2", requested_at: "in May", expires_at: 7 }, { ...letter, letter_id: 7 }, null],
      left_out: 1,
      wait_seconds: 4.5 * 86_400,
    });
    expect(await backend.listLetters()).toEqual({
      letters: [letter, { letter_id: "l2", requested_at: null, expires_at: null }],
      left_out: 3,
      wait_seconds: 4.5 * 86_400,
    });
  });

  it.each([
    [9e15, 31 * 86_400],
    [-1, 0],
    ["a week", 0],
    [undefined, 0],
  ])("may be asked for after a wait within bounds where %j seconds are said", async (wait_seconds, read) => {
    const backend = await answering({ letters: [], left_out: 0, wait_seconds });
    expect((await backend.listLetters()).wait_seconds).toBe(read);
  });

  it("were sent, whatever is said of the one that was asked for, and nothing else of it is read", async () => {
    const said = { letter_id: 7, requested_at: "in May", expires_at: null, code: "abc12def34gh" };
    expect(await (await answering(said)).requestLetter({})).toEqual({ requested_at: null, expires_at: null });
  });
});

describe("the consents to device data", () => {
  const consent = { consent_id: "a1dcon", counts: true };

  it("are those of which it is said whether they count", async () => {
    const others = oddIds.map((consent_id) => ({ consent_id, counts: true }));
    const unsaid = ["true", 1, null, undefined].map((counts) => ({ consent_id: "b2dcon", counts }));
    const backend = await answering({ consents: [{ ...consent, given_at: 7 }, ...others, ...unsaid, null] });
    expect(await backend.listDeviceConsents()).toEqual([consent]);
  });

  it.each([{}, { consents: null }, [], null])("are not known where %j is said", async (answer) => {
    await expect((await answering(answer)).listDeviceConsents()).rejects.toMatchObject(unclear);
  });

  it.each<[object, string | null]>([
    [{ given_at: "2027-03-08T09:30:00Z" }, "2027-03-08T09:30:00Z"],
    [{ given_at: 7 }, null],
    [{ given_at: null }, null],
  ])("are given by an answer that says so, with its time where that can be read: %j", async (more, given_at) => {
    expect(await (await answering({ ...consent, ...more })).giveDeviceConsent()).toEqual({ ...consent, given_at });
  });

  it.each([
    {},
    null,
    { consent_id: "a1dcon" },
    { counts: true },
    { ...consent, counts: false },
    { ...consent, counts: 1 },
  ])("are not given by %j", async (answer) => {
    await expect((await answering(answer)).giveDeviceConsent()).rejects.toMatchObject(unclear);
  });
});
