// Binding by the code of a letter (docs/solaris-api.md §6.6).
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKey, createPartner, type KeyPair, type Partner, signText } from "./partner.ts";

const address = "/v1/mfa/challenges/activation";
const day = 86_400;

let partner: Partner;
beforeEach(async () => {
  partner = await createPartner();
});
afterEach(() => partner.sandbox.close());

const personId = (name: string) => partner.person(name).person_id;
const request = (name: string, change: object = {}, query = "") =>
  partner.call("POST", address + query, {
    person_id: personId(name),
    origin: "WEB",
    purpose: "DEVICE_BINDING",
    delivery_method: "SNAILMAIL",
    ...change,
  });
const list = async (query = ""): Promise<{ id: string }[]> => (await partner.call("GET", address + query)).json;
const idsOf = async (query: string) => (await list(query)).map(({ id }) => id);
const letters = async () => (await partner.send("GET", "/sandbox/letters")).json.letters;
const create = (name: string, key: KeyPair) => partner.create(name, key, { challenge_type: "activation_code" });

describe("a letter is asked for", () => {
  it("and the code that is answered is the one that the letter box has", async () => {
    const { status, json } = await request("Mila");
    expect(status).toBe(201);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(json).toEqual({
      id: expect.any(String),
      person_id: personId("Mila"),
      code: expect.stringMatching(/^[0-9a-z]{12}$/),
      created_at: time,
      expires_at: time,
      origin: "WEB",
      purpose: "DEVICE_BINDING",
      delivery_method: "SNAILMAIL",
    });
    expect(Date.parse(json.expires_at) - Date.parse(json.created_at)).toBe(14 * day * 1000);
    const { code, ...others } = json;
    expect(await letters()).toMatchObject([
      { challenge_id: json.id, person_id: personId("Mila"), person_name: "Mila Mobilefree", code, counts: true },
    ]);
    expect((await partner.call("GET", `${address}/${json.id}`)).json).toEqual(others);
    expect(await list()).toEqual([others]);
  });

  it("and is on its way for as long as the post takes, by the sandbox's clock", async () => {
    await partner.set({ letter_seconds: 3 * day, activation_code: "code123456abcd" });
    await request("Mila");
    const page = async () => (await partner.send("GET", "/")).text;
    expect(await letters()).toMatchObject([{ code: null, counts: true }]);
    expect(await page()).toContain("on its way");
    expect(await page()).not.toContain("code123456abcd");
    await partner.advance(3 * day);
    expect(await letters()).toMatchObject([{ code: "code123456abcd", counts: true }]);
    expect(await page()).toMatch(/data-testid="letter-code">code123456abcd</);
  });

  it("and its code is crossed out on the page once it counts no more", async () => {
    await partner.set({ activation_code: "code123456abcd" });
    const { id } = (await request("Mila")).json;
    const classes = async () => /class="([^"]*)" data-testid="letter-code"/.exec((await partner.send("GET", "/")).text);
    expect((await classes())?.[1]).toBe("code");
    await partner.call("DELETE", `${address}/${id}`);
    expect((await classes())?.[1]).toBe("code over");
  });

  it("but not a second one while the first one counts, unless it is to count no more", async () => {
    const first = (await request("Mila")).json;
    const refused = await request("Mila");
    expect([refused.status, refused.json.errors[0].code]).toEqual([409, "conflict"]);
    expect(await letters()).toHaveLength(1);
    expect((await request("Ada")).status).toBe(201);
    const second = (await request("Mila", { invalidate_existing_code: true })).json;
    const third = (await request("Mila", {}, "?invalidate_existing_code=true")).json;
    expect(new Set([first, second, third].map(({ code }) => code)).size).toBe(3);
    expect((await letters()).map((one: { counts: boolean }) => one.counts)).toEqual([true, false, true, false]);
    expect(await idsOf(`?filter[person_id]=${personId("Mila")}`)).toEqual([third.id]);
  });

  it("and another one once the first one counts no more", async () => {
    await partner.set({ activation_seconds: 1800 });
    await request("Mila");
    await partner.advance(1799);
    expect((await request("Mila")).status).toBe(409);
    await partner.advance(1);
    expect((await request("Mila")).status).toBe(201);
  });

  it.each([
    ["person_id", { person_id: null }, "is missing"],
    ["origin", { origin: "SOLARISBANK" }, "must be MOBILE_APP, WEB or WEBUI"],
    ["purpose", { purpose: "LOGIN" }, "must be DEVICE_BINDING"],
    ["delivery_method", { delivery_method: "PIGEON" }, "must be SNAILMAIL"],
    ["invalidate_existing_code", { invalidate_existing_code: "yes" }, "must be true or false"],
  ])("but not with a wrong %s", async (field, change, message) => {
    expect(await request("Mila", change)).toMatchObject({
      status: 400,
      json: { code: "validation_error", detail: `${field} ${message}` },
    });
    expect(await letters()).toEqual([]);
  });

  it("but not for nobody", async () => {
    expect((await request("Mila", { person_id: "nobodycper" })).status).toBe(404);
  });
});

describe("the list of letters", () => {
  it("has those that count, and the others where they are asked for, by each filter", async () => {
    const first = (await request("Mila")).json.id;
    const second = (await request("Mila", { invalidate_existing_code: true, origin: "MOBILE_APP" })).json.id;
    const third = (await request("Ada")).json.id;
    expect(await idsOf("")).toEqual([second, third]);
    expect(await idsOf("?filter[include_expired]=false")).toEqual([second, third]);
    expect(await idsOf("?filter[include_expired]=true")).toEqual([first, second, third]);
    expect(await idsOf(`?filter[person_id]=${personId("Ada")}`)).toEqual([third]);
    expect(await idsOf("?filter[origin]=MOBILE_APP")).toEqual([second]);
    expect(await idsOf("?filter[purpose]=LOGIN")).toEqual([]);
    expect(await idsOf("?filter[delivery_method]=SNAILMAIL")).toEqual([second, third]);
  });

  it("keeps a deleted one, as expired", async () => {
    const { id } = (await request("Mila")).json;
    expect((await partner.call("DELETE", `${address}/${id}`)).status).toBe(204);
    expect(await list()).toEqual([]);
    const { json } = await partner.call("GET", `${address}/${id}`);
    expect(Date.parse(json.expires_at)).toBeLessThanOrEqual(Date.now());
    expect((await partner.call("DELETE", `${address}/other`)).status).toBe(404);
    expect((await request("Mila")).status).toBe(201);
  });
});

describe("a computer is bound with a letter's code", () => {
  it("without a mobile number and without a text message, once", async () => {
    const { code, id: letter } = (await request("Mila")).json;
    const key = createKey();
    const { status, json } = await create("Mila", key);
    expect([status, json.challenge.type]).toEqual([202, "signature"]);
    expect(await partner.inbox()).toEqual([]);
    expect((await partner.verify(json.id, signText(key, code))).status).toBe(204);
    expect((await partner.call("GET", `/v1/mfa/devices/${json.id}`)).status).toBe(200);
    expect(await letters()).toMatchObject([{ challenge_id: letter, counts: false }]);
    expect((await create("Mila", createKey())).status).toBe(400);
  });

  it("but not with anybody else's, nor without one", async () => {
    await partner.set({ activation_code: "code123456abcd" });
    expect(await create("Mila", createKey())).toMatchObject({
      status: 400,
      json: { detail: "challenge_type needs an activation code" },
    });
    await partner.set({ activation_code: "random" });
    await request("Mila");
    const { code } = (await request("Ada")).json;
    const key = createKey();
    const { id } = (await create("Mila", key)).json;
    expect((await partner.verify(id, signText(key, code))).status).toBe(403);
  });

  it.each<[string, (letter: string) => Promise<unknown>]>([
    ["was deleted", (letter) => partner.call("DELETE", `${address}/${letter}`)],
    ["was replaced", () => request("Mila", { invalidate_existing_code: true })],
    [
      "was used for another computer",
      async () => {
        const key = createKey();
        const { id } = (await create("Mila", key)).json;
        const [{ code }] = await letters();
        await partner.verify(id, signText(key, code));
      },
    ],
    ["is too old", () => partner.advance(1800)],
  ])("but not with one that meanwhile %s", async (_how, end) => {
    await partner.set({ challenge_seconds: 3600, activation_seconds: 1800 });
    const { id: letter, code } = (await request("Mila")).json;
    const key = createKey();
    const { id } = (await create("Mila", key)).json;
    await end(letter);
    expect((await partner.verify(id, signText(key, code))).status).toBe(404);
    expect((await partner.call("GET", `/v1/mfa/devices/${id}`)).status).toBe(404);
  });

  it("and a third wrong code ends the letter's, whichever computers they came from", async () => {
    const { code } = (await request("Mila")).json;
    const keys = [createKey(), createKey(), createKey(), createKey()] as const;
    const ids: string[] = [];
    for (const key of keys) ids.push((await create("Mila", key)).json.id);
    const answer = (index: number, text: string) =>
      partner.verify(ids[index] ?? "", signText(keys[index] ?? createKey(), text));
    for (const index of [0, 1, 2]) expect((await answer(index, "code654321dcba")).status).toBe(403);
    expect((await answer(3, code)).status).toBe(404);
    expect(await letters()).toMatchObject([{ counts: false }]);
  });
});
