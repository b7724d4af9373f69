import { describe, expect, it } from "vitest";
import { createBankRules } from "../../../src-main/sign-in/bank-rules.ts";
import { answering, oddIds, unclear } from "./answering-client.ts";

const requestId = "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10";
const card = {
  id: "a-card",
  status: "ACTIVE",
  type: "VISA_DEBIT",
  masked_pan: "453212******1234",
  name_on_card: "ADA/SINGLE",
  expires: "01/31",
};
const device = { id: "a-device", name: "A computer", created_at: "2030-01-01T00:00:00Z" };

describe("the cards", () => {
  const whole = { cards_left_out: 0, accounts_left_out: 0, truncated: false };

  it.each(oddIds)("of which one has the id %j are shown without it, and it is counted", async (id) => {
    const backend = await answering({ ...whole, cards: [{ ...card, id }, card], cards_left_out: 2 });
    expect(await backend.listCards()).toEqual({ ...whole, cards: [card], cards_left_out: 3 });
  });

  it.each([null, "a card", 7, []])("of which one is %j are shown without it", async (entry) => {
    const backend = await answering({ ...whole, cards: [card, entry] });
    expect(await backend.listCards()).toEqual({ ...whole, cards: [card], cards_left_out: 1 });
  });

  it.each([[{}], [{ status: 1, type: null, masked_pan: "4".repeat(40), name_on_card: {}, expires: 130 }]])(
    "are shown where only what decorates is odd: %j",
    async (odd) => {
      const backend = await answering({ ...whole, cards: [{ id: "a-card", ...odd }] });
      const bare = { id: "a-card", status: "UNKNOWN", type: "UNKNOWN", masked_pan: "", name_on_card: "", expires: "" };
      expect(await backend.listCards()).toEqual({ ...whole, cards: [bare] });
    },
  );

  it("are whole where an earlier backend says nothing of what is missing", async () => {
    expect(await (await answering({ cards: [card] })).listCards()).toEqual({ ...whole, cards: [card] });
  });

  it.each([-1, 0.5, "3", null, true])("are not whole where %j are said to be left out", async (said) => {
    const backend = await answering({ cards: [], cards_left_out: said, accounts_left_out: said, truncated: said });
    expect(await backend.listCards()).toMatchObject({ cards_left_out: 1, accounts_left_out: 1, truncated: true });
  });

  it("count at most a million that are missing", async () => {
    const backend = await answering({ cards: [], cards_left_out: 9e15 });
    expect(await backend.listCards()).toMatchObject({ cards_left_out: 1_000_000 });
  });

  it.each([[null], [{}], [{ cards: null }], [{ cards: { "0": card } }], [[card]]])(
    "are not none where the answer is %j",
    async (answer) => {
      await expect((await answering(answer)).listCards()).rejects.toMatchObject(unclear);
    },
  );
});

describe("the time of a code that was sent before", () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

  it.each([4, -4])("is as it is said, %d minutes from now", async (minutes) => {
    const expires_at = inMinutes(minutes);
    expect(await (await answering({ expires_at })).getCodeTime("a-device", "a-challenge")).toBe(expires_at);
  });

  it.each([null, undefined, "soon", 1656627577, {}, inMinutes(24 * 60)])(
    "is not known where it is %j",
    async (said) => {
      const backend = await answering({ expires_at: said });
      expect(await backend.getCodeTime("a-device", "a-challenge")).toBeNull();
    },
  );
});

describe("the devices", () => {
  it.each(oddIds)("of which one has the id %j are listed without it, and it is counted", async (id) => {
    const backend = await answering({ devices: [device, { ...device, id }], limit: 5, left_out: 1 });
    expect(await backend.listDevices()).toEqual({ devices: [device], limit: 5, left_out: 2 });
  });

  it.each([null, undefined, "", "2022-06-30 22:19:37 UTC", "2022-06-30T22:19:37+0000", 1656627577])(
    "with the date %j are listed without one",
    async (created_at) => {
      const backend = await answering({ devices: [{ ...device, created_at }], limit: 5, left_out: 0 });
      const dateless = { ...device, created_at: null };
      expect(await backend.listDevices()).toEqual({ devices: [dateless], limit: 5, left_out: 0 });
    },
  );

  it.each([null, "", "yesterday", 1656627577, {}])("with the last use %j are listed without one", async (said) => {
    const backend = await answering({ devices: [{ ...device, last_used_at: said }], limit: 5, left_out: 0 });
    expect((await backend.listDevices(true)).devices).toEqual([{ ...device, last_used_at: null }]);
  });

  it("that were removed are told with the time; without one they are counted as left out", async () => {
    const removed = { ...device, removed_at: "2026-11-02T09:41:00Z" };
    const backend = await answering({
      devices: [removed, device, { ...removed, removed_at: "in May" }, { ...removed, id: 7 }],
      left_out: 1,
      truncated: false,
    });
    expect(await backend.listRemovedDevices()).toEqual({ devices: [removed], left_out: 4, truncated: false });
  });

  it.each([undefined, false])("that were removed are all of them where %j is said of more", async (truncated) => {
    const backend = await answering({ devices: [], truncated });
    expect(await backend.listRemovedDevices()).toEqual({ devices: [], left_out: 0, truncated: false });
  });

  it("without a name are listed, and without a limit have Solaris' own", async () => {
    const backend = await answering({ devices: [{ ...device, name: null }], limit: "five" });
    expect(await backend.listDevices()).toEqual({ devices: [{ ...device, name: "" }], limit: 5, left_out: 0 });
  });

  it("this one is there, whatever decorates it", async () => {
    const backend = await answering({ id: "a-device", created_at: "yesterday", key_purposes: ["restricted"] });
    const read = { id: "a-device", name: "", created_at: null, key_purposes: ["restricted"] };
    expect(await backend.getDevice("a-device")).toEqual(read);
  });

  it.each([
    [{ ...device, key_purposes: ["restricted"], id: "another-device" }],
    [{ ...device }],
    [{ ...device, key_purposes: "restricted" }],
    [{ ...device, key_purposes: [null] }],
  ])("this one is not known by an answer that does not say so: %j", async (answer) => {
    await expect((await answering(answer)).getDevice("a-device")).rejects.toMatchObject(unclear);
  });
});

describe("what was sent to the phone", () => {
  const soon = (at: string) => Date.parse(at) - Date.now();
  const odd = [null, undefined, "2031-01-01T00:00:00+0000", 0, ""];

  it.each(odd)("can be confirmed where it is said to be valid until %j: as long as documented", async (expires_at) => {
    const created = await answering({ device_id: "d", challenge: { id: "c", expires_at } });
    const request = {
      name: "A computer",
      key: `04${"a".repeat(128)}`,
      protection_level: "keychain_passcode",
    } as const;
    const { device_id, challenge } = await created.createDevice(request);
    expect([device_id, challenge.id]).toEqual(["d", "c"]);
    expect(soon(challenge.expires_at)).toBeGreaterThan(290_000);
    const authorized = await answering({ expires_at, string_to_sign: 7 });
    const answer = await authorized.authorizeChange(requestId, { route: "sms" });
    expect(answer.validForMs).toBeGreaterThan(290_000);
    expect(answer.validForMs).toBeLessThanOrEqual(300_000);
    expect(answer.string_to_sign).toBeUndefined();
  });
});

describe("what became of a change", () => {
  it("is told by its state, whatever decorates it", async () => {
    const odd = { card_id: 7, problem: "ERR_SOMETHING_NEW", solaris_error_id: "<b>", retry_after_seconds: 9e15 };
    const backend = await answering({ request_id: requestId, state: "refused", ...odd });
    expect(await backend.settleChange(requestId)).toEqual({ request_id: requestId, state: "refused" });
  });

  it.each([
    [{ request_id: requestId, state: "done" }],
    [{ request_id: requestId }],
    [{ state: "changed" }],
    [{ request_id: "0a1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10", state: "changed" }],
  ])("is not known by an answer that does not say it of this one: %j", async (answer) => {
    await expect((await answering(answer)).settleChange(requestId)).rejects.toMatchObject(unclear);
  });
});

describe("what the bank allows", () => {
  it.each([
    [9e15, 86_400_000],
    [1e308, 86_400_000],
    [86_401, 86_400_000],
    [0.5, 1000],
  ])("is to be waited for within bounds where %d seconds are said", async (said, waitMs) => {
    const backend = await answering({ pin_change: said, binding: said, code: said });
    const rules = createBankRules(backend, () => 7);
    await rules.refreshWaits();
    expect(rules.waits()).toEqual({ pin_change: waitMs, binding: waitMs, code: waitMs });
  });

  it.each([-1, -9e15, null, "60", {}, undefined])("need not be waited for where %j is said", async (said) => {
    const backend = await answering({ pin_change: said, binding: said, code: said });
    const rules = createBankRules(backend, () => 7);
    await rules.refreshWaits();
    expect(rules.waits()).toEqual({ pin_change: null, binding: null, code: null });
  });

  it("is what this program knows of it", async () => {
    const routes = ["by_pigeon", "sms", 7];
    const backend = await answering({
      pin_change_routes: routes,
      accepted_protection_levels: ["granite"],
      activation_letters: true,
      device_data: "required",
    });
    expect(await backend.getPolicy()).toEqual({
      pin_change_routes: ["sms"],
      accepted_protection_levels: [],
      activation_letters: true,
      device_data: "required",
    });
  });

  it.each([undefined, null, "yes", 1])(
    "is no letter where %j is said of them, as by earlier backends",
    async (said) => {
      const backend = await answering({
        pin_change_routes: [],
        accepted_protection_levels: [],
        activation_letters: said,
      });
      expect((await backend.getPolicy()).activation_letters).toBe(false);
    },
  );

  it.each([
    ["an earlier backend says nothing", undefined],
    ["a later one has another word", "gently"],
    ["null", null],
  ])("is no device data where %s", async (_why, device_data) => {
    const backend = await answering({ pin_change_routes: [], accepted_protection_levels: [], device_data });
    expect((await backend.getPolicy()).device_data).toBe("off");
  });
});
