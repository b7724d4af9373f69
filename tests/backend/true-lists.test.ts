// docs/threat-model.md#absence-needs-whole-list, each by its own input: what is missing from a list is missing
// only where the list was read whole.
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { sayPages } from "./any-device-list.ts";
import { path } from "./backend.ts";
import { cardOfPerson, deviceOfPerson, listed, listOf, type Said } from "./strict-solaris.ts";
import { codeOf, removal, setUpStrict, signedChange } from "./strict-steps.ts";

const json = { "content-type": "application/json" };
const html: Said = { status: 404, headers: { "content-type": "text/html; charset=utf-8" }, body: "<h1>Not found</h1>" };
const notFound = { id: "84b61fb9bf2117b3653a91ba9fc18d8bex", status: 404, code: "model_not_found" };
const shaped: Said = { status: 404, headers: json, body: JSON.stringify({ errors: [notFound] }) };
const announced = (total: string) => ({ ...json, total });
const nextPage = { ...json, link: '</v1/mfa/devices?page[number]=2>; rel="next"' };

describe("a list that is not given", () => {
  const refusals: [string, Said][] = [
    ["404 text/html", html],
    ["404 in Solaris' shape", shaped],
    ["404 without a body", { status: 404 }],
    ["404 []", { ...listOf([]), status: 404 }],
  ];
  it.each(refusals)("%s does not say that a device is gone", async (_name, said) => {
    const world = await setUpStrict();
    const { solaris, ada } = world;
    solaris.answer("list_devices", said);
    expect(codeOf(await ada("GET", routes.devices))).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(codeOf(await ada("GET", path.device(deviceOfPerson)))).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(codeOf(await signedChange(world).send())).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(codeOf(await removal(world))).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect([solaris.arrivals("pin_update"), solaris.arrivals("delete_device")]).toEqual([0, 0]);
  });

  it.each(refusals)("%s does not say that there are no cards", async (_name, said) => {
    const world = await setUpStrict();
    world.solaris.answer("list_cards", said);
    const { status, json: body } = await world.ada("GET", routes.cards);
    // Either it cannot be told, or it is told that an account is missing.
    expect(status === 200 ? body.accounts_left_out : body.code).toBe(status === 200 ? 1 : "ERR_SOLARIS_UNAVAILABLE");
    expect(codeOf(await world.ada("GET", path.pinKey(cardOfPerson)))).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(codeOf(await signedChange(world).send())).toBe("ERR_SOLARIS_UNAVAILABLE");
  });
});

describe("a list that ends too soon", () => {
  it.each<[string, readonly Said[]]>([
    ["two announced, one said", [{ ...listOf([listed("other")]), headers: announced("2") }]],
    [
      "two announced, one said, and nothing beyond",
      [{ ...listOf([listed("other")]), headers: announced("2") }, listOf([])],
    ],
    [
      "a second page in HTML",
      [
        { ...listOf([listed("other")]), headers: nextPage },
        { ...html, status: 200 },
      ],
    ],
    ["a second page that fails", [{ ...listOf([listed("other")]), headers: nextPage }, shaped]],
    ["a part of a list", [{ ...listOf([listed("other")]), status: 206 }]],
  ])("does not say that a device is gone: %s", async (_name, pages) => {
    const world = await setUpStrict();
    world.solaris.answer("list_devices", sayPages(pages));
    expect(codeOf(await world.ada("GET", path.device(deviceOfPerson)))).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(codeOf(await signedChange(world).send())).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(world.solaris.arrivals("pin_update")).toBe(0);
  });
});

describe("a device whose entry is odd", () => {
  it.each<[string, object]>([
    ["created_at null", { created_at: null }],
    ["no created_at", { created_at: undefined }],
    ["a date in words", { created_at: "2022-06-30 22:19:37 UTC" }],
    ["an offset without a colon", { created_at: "2022-06-30T22:19:37+0000" }],
    ["no owner", { person_id: null }],
    ["an empty deleted_at", { deleted_at: "" }],
    ["no name", { name: undefined }],
  ])("is there all the same: %s", async (_name, more) => {
    const world = await setUpStrict();
    world.solaris.answer("list_devices", listOf([listed(deviceOfPerson, more)]));
    expect((await world.ada("GET", routes.devices)).json.devices).toMatchObject([{ id: deviceOfPerson }]);
    expect(codeOf(await signedChange(world).send())).toBe(200);
  });

  it.each<[string, object]>([
    ["deleted", { deleted_at: "2026-01-01T00:00:00Z" }],
    ["another one's", { person_id: "5af2ea4271038d5c53e68ccbf4fe43b3cper" }],
    ["odd", { person_id: 7 }],
  ])("is not gone where it is listed twice, once as %s", async (_name, more) => {
    const world = await setUpStrict();
    const both = [listed(deviceOfPerson), listed(deviceOfPerson, more)];
    for (const entries of [both, both.toReversed()]) {
      world.solaris.answer("list_devices", sayPages([listOf(entries)]));
      expect([200, "ERR_SOLARIS_UNAVAILABLE"]).toContain(codeOf(await signedChange(world).send()));
      expect([200, "ERR_SOLARIS_UNAVAILABLE"]).toContain(codeOf(await world.ada("GET", path.device(deviceOfPerson))));
    }
  });

  it.each<[string, unknown]>([
    ["no id", listed(deviceOfPerson, { id: undefined })],
    ["an id that is a number", listed(deviceOfPerson, { id: 7 })],
    ["an owner of another kind", listed(deviceOfPerson, { person_id: 7 })],
    ["nothing", null],
  ])("cannot be told from one that is gone: %s", async (_name, entry) => {
    const world = await setUpStrict();
    world.solaris.answer("list_devices", listOf([entry]));
    expect(await world.ada("GET", routes.devices)).toMatchObject({ status: 200, json: { devices: [], left_out: 1 } });
    expect(codeOf(await world.ada("GET", path.device(deviceOfPerson)))).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(codeOf(await signedChange(world).send())).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(codeOf(await removal(world))).toBe("ERR_SOLARIS_UNAVAILABLE");
  });
});
