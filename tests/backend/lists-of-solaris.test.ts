// Lists as they come: paged otherwise than asked, with accounts that are not answered, with entries that cannot be read.
import { describe, expect, it } from "vitest";
import { readInstant } from "../../src-backend/solaris/instant.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { demoCustomers, path, pinChange, setUpAda } from "./backend.ts";
import { accountId, card, cardId, device, deviceId, list, personId, refusal } from "./fake-solaris.ts";

const cardsPath = `/v1/accounts/${accountId}/cards`;
const devicesPath = "/v1/mfa/devices";
const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);

describe("of several accounts", () => {
  const accounts = [accountId, "secondcacc"];
  const config = { demoCustomers: [{ ...demoCustomers[0], accounts } as never] };

  it.each([400, 403, 404, 410])("one that Solaris refuses with %d is left out, and said", async (status) => {
    const { ada, solaris } = await setUpAda({ config });
    solaris.on("GET", "/v1/accounts/secondcacc/cards", { status, json: refusal() });
    const { json } = await ada("GET", routes.cards);
    expect([ids(json.cards), json.accounts_left_out]).toEqual([[cardId], 1]);
    // A card that is not in the others may be in that one.
    expect((await ada("GET", path.pinKey("elsewhere"))).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  });

  it.each([
    ["a gateway's 403", { status: 403, text: "<h1>Forbidden</h1>", headers: { "content-type": "text/html" } }],
    ["a failure", { status: 500, json: refusal() }],
    ["a limit", { status: 429, json: refusal() }],
  ])("one that is answered with %s says nothing of any", async (_name, said) => {
    const { ada, solaris } = await setUpAda({ config });
    solaris.on("GET", "/v1/accounts/secondcacc/cards", said);
    expect((await ada("GET", routes.cards)).status).toBeGreaterThanOrEqual(429);
  });
});

describe("a list is read until nothing new comes", () => {
  const all = Array.from({ length: 25 }, (_, index) => card(`card${index}`, personId));

  it("where its pages are smaller than was asked for, and nothing says so", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", cardsPath, ({ query }) => {
      const number = Number(query.get("page[number]"));
      return { json: all.slice((number - 1) * 10, number * 10) };
    });
    const { json } = await ada("GET", routes.cards);
    expect([json.cards.length, json.truncated]).toEqual([25, false]);
  });

  it("where the number of the page is ignored, and shows each card once", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", cardsPath, { json: all });
    const { json } = await ada("GET", routes.cards);
    expect([ids(json.cards), json.truncated]).toEqual([ids(all), false]);
  });

  it("and says where it was cut", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", cardsPath, { json: all, headers: { total: "26" } });
    expect((await ada("GET", routes.cards)).json.truncated).toBe(true);
    expect((await ada("GET", path.pinKey("card25"))).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  });
});

it("devices are asked for by both names of the filter", async () => {
  const { ada, solaris } = await setUpAda();
  await ada("GET", routes.devices);
  const { query } = solaris.asked("GET", devicesPath)[0] ?? {};
  expect([query?.get("filter[person_id]"), query?.get("person_id")]).toEqual([personId, personId]);
});

describe("an entry of the list of devices", () => {
  it.each<[string, object, object[]]>([
    ["without a date", { created_at: null }, [{ created_at: null }]],
    [
      "with a date of another form",
      { created_at: "2022-06-30 22:19:37 UTC" },
      [{ created_at: "2022-06-30T22:19:37.000Z" }],
    ],
    ["with a date that is none", { created_at: "last summer" }, [{ created_at: null }]],
    ["without an owner", { person_id: null }, [{}]],
    ["with an empty date of its removal", { deleted_at: "" }, [{}]],
    ["with no date of its removal", { deleted_at: null }, [{}]],
    ["with an odd name", { name: 7 }, [{ name: "" }]],
    ["that was removed", { deleted_at: "2022-07-01T00:00:00Z" }, []],
    ["of somebody else", { person_id: "another" }, []],
  ])("%s is what can be read of it", async (_name, more, expected) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", devicesPath, list([device(deviceId, personId, more)]));
    const { json } = await ada("GET", routes.devices);
    expect(json.devices).toEqual(expected.map((one) => expect.objectContaining({ id: deviceId, ...one })));
    expect(json.left_out).toBe(0);
  });

  it.each<[string, unknown]>([
    ["without an id", device(undefined as never, personId)],
    ["with an owner that cannot be read", device(deviceId, 7 as never)],
    ["with a removal that cannot be read", device(deviceId, personId, { deleted_at: true })],
    ["that is no object", "device"],
  ])("%s is counted, and then nothing is said of what is missing", async (_name, entry) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", devicesPath, { json: [entry], headers: { total: "1" } });
    expect((await ada("GET", routes.devices)).json).toMatchObject({ devices: [], left_out: 1 });
    for (const answer of [
      await ada("GET", path.device(deviceId)),
      await ada("DELETE", path.device(deviceId)),
      await ada("POST", path.pinChanges(cardId), pinChange(deviceId)),
    ]) {
      expect(answer.json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    }
    expect(solaris.asked("DELETE", deviceId)).toEqual([]);
  });
});

describe("the removal of a device", () => {
  it("is done when the list no longer has it, whatever was answered", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("DELETE", `${devicesPath}/${deviceId}`, () => {
      solaris.on("GET", devicesPath, list([]));
      return { status: 502, text: "<h1>Bad gateway</h1>", headers: { "content-type": "text/html" } };
    });
    expect((await ada("DELETE", path.device(deviceId))).status).toBe(204);
  });

  it.each([
    ["still has it", list([device(deviceId, personId)])],
    ["cannot be read", { text: "[{", headers: { "content-type": "application/json" } }],
    ["is refused", { status: 404, json: refusal({ code: "model_not_found" }) }],
    ["is a page", { text: "<p>", headers: { "content-type": "text/html" } }],
  ])("is not said while the list %s", async (_name, said) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("DELETE", `${devicesPath}/${deviceId}`, () => {
      solaris.on("GET", devicesPath, said);
      return { status: 204 };
    });
    expect((await ada("DELETE", path.device(deviceId))).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  });
});

describe("a point in time", () => {
  const at = "2022-06-30T22:19:37.000Z";
  it.each<[unknown, string | undefined]>([
    ["2022-06-30T22:19:37Z", at],
    ["2022-06-30T22:19:37+00:00", at],
    ["2022-07-01T00:19:37+02:00", at],
    ["2022-06-30T22:19:37+0000", at],
    ["2022-06-30 22:19:37 UTC", at],
    ["2022-06-30 22:19:37 +0000", at],
    ["2022-06-30T22:19:37", at],
    ["2022-06-30T22:19:37.123456Z", "2022-06-30T22:19:37.123Z"],
    [1656627577, at],
    [1656627577000, at],
    ["1656627577", at],
    ["1970-01-01T00:00:00Z", undefined],
    [0, undefined],
    [9e15, undefined],
    [Number.NaN, undefined],
    ["2022-13-45T00:00:00Z", undefined],
    ["", undefined],
    [null, undefined],
    [{}, undefined],
  ])("is read from %j", (said, expected) => {
    expect(readInstant(said)).toBe(expected);
  });
});
