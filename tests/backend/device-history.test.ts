// When a device was last used, and which were removed: told only where an answer says it
// (docs/solaris-api.md §6.3, §6.5).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_REMOVED_DEVICES } from "../../src-contract/api/device-schemas.ts";
import { routes } from "../../src-contract/api/routes.ts";
import "../property-runs.ts";
import { runs } from "../long-form.ts";
import { setUpAda } from "./backend.ts";
import { device, deviceId, list, otherDeviceId, otherPersonId, personId, refusal, type Said } from "./fake-solaris.ts";

const detailed = `${routes.devices}?details=true`;
const keysOf = (id: string) => `/v1/mfa/devices/${id}/keys`;
const key = (used_at?: unknown, key_purpose = "restricted") => ({ key_id: "k", key_purpose, used_at });

/** What is told of the one device, whose keys are answered so. */
async function lastUse(said: Said) {
  const { ada, solaris } = await setUpAda();
  solaris.on("GET", keysOf(deviceId), said);
  const { status, json } = await ada("GET", detailed);
  expect([status, json.left_out, json.devices.length]).toEqual([200, 0, 1]);
  return json.devices[0].last_used_at;
}

describe("a device's last use", () => {
  it.each<[string, unknown]>([
    [
      "the latest of its keys",
      { keys: [key("2026-03-01T10:00:00Z"), key("2026-03-02T09:00:00+02:00", "unrestricted")] },
    ],
    ["a key that was never used beside one that was", { keys: [key(null), key("2026-03-02T07:00:00Z")] }],
    ["a key without the field, and with an empty one", { keys: [key(), key(""), key("2026-03-02 07:00:00 UTC")] }],
    [
      "named as this device's and person's",
      { device_id: deviceId, person_id: personId, keys: [key("2026-03-02T07:00:00Z")] },
    ],
    [
      "in a list, with another device's",
      [
        { device_id: otherDeviceId, keys: [key("2026-03-09T07:00:00Z")] },
        { device_id: deviceId, keys: [key("2026-03-02T07:00:00Z")] },
      ],
    ],
  ])("is said: %s", async (_name, json) => {
    expect(await lastUse({ json })).toBe("2026-03-02T07:00:00.000Z");
  });

  it.each<[string, Said]>([
    ["no time", { json: { keys: [key(), key(null)] } }],
    [
      "a time that cannot be read beside one that can",
      { json: { keys: [key("2026-03-02T07:00:00Z"), key("last week")] } },
    ],
    ["a time of another kind", { json: { keys: [key("2026-03-02T07:00:00Z"), key({})] } }],
    ["a time to come", { json: { keys: [key("2097-03-02T07:00:00Z")] } }],
    ["another device's keys", { json: { device_id: otherDeviceId, keys: [key("2026-03-02T07:00:00Z")] } }],
    ["another person's keys", { json: { person_id: otherPersonId, keys: [key("2026-03-02T07:00:00Z")] } }],
    ["a device of another kind", { json: { device_id: 7, keys: [key("2026-03-02T07:00:00Z")] } }],
    ["no keys", { json: { keys: [] } }],
    ["a refusal", { status: 404, json: refusal() }],
    ["a failure", { status: 500, text: "<h1>Sorry</h1>" }],
  ])("is not said: %s", async (_name, said) => {
    expect(await lastUse(said)).toBeNull();
  });

  it("is left out of that device alone whose keys cannot be read, and all are asked for at the same time", async () => {
    const { ada, solaris } = await setUpAda();
    const ids = ["d0", "d1", "d2", "d3", "d4"];
    solaris.on("GET", "/v1/mfa/devices", list(ids.map((id) => device(id, personId))));
    let arrived = 0;
    let release = () => {};
    const allThere = new Promise<void>((resolve) => {
      release = resolve;
    });
    solaris.on("GET", keysOf("*"), async ({ path }) => {
      if (++arrived === ids.length) release();
      await allThere; // one after another, the first would wait for ever
      return path === keysOf("d3") ? { status: 503 } : { json: { keys: [key("2026-03-02T07:00:00Z")] } };
    });
    const { json } = await ada("GET", detailed);
    const told = json.devices.map((one: { last_used_at: string }) => one.last_used_at !== null);
    expect(told).toEqual([true, true, true, false, true]);
  });

  it("costs no more calls than there can be devices, however many are listed", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", "/v1/mfa/devices", list(Array.from({ length: 30 }, (_, at) => device(`d${at}`, personId))));
    const { json } = await ada("GET", detailed);
    expect(json.devices).toHaveLength(30);
    expect(solaris.asked("GET", "/keys")).toHaveLength(5);
  });

  it("is not asked for unless it is wanted: the plain list stays one call", async () => {
    const { ada, solaris } = await setUpAda();
    for (const address of [routes.devices, `${routes.devices}?details=false`]) {
      const { json } = await ada("GET", address);
      expect(json.devices).toEqual([
        { id: deviceId, name: "Samsung Galaxy S20", created_at: "2022-06-30T22:19:37.000Z" },
      ]);
    }
    expect(solaris.asked("GET", "/keys")).toEqual([]);
    expect((await ada("GET", `${routes.devices}?details=all`)).json.code).toBe("ERR_INVALID_REQUEST");
  });
});

describe("removed devices", () => {
  const removed = (id: string, day: string, more: object = {}) =>
    device(id, personId, { deleted_at: `2026-${day}T10:00:00Z`, ...more });

  /** What is told of this list, of which Solaris shows the removed ones on request alone. */
  async function told(...entries: object[]) {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", "/v1/mfa/devices", ({ query }) =>
      query.get("filter[include_deleted]") === "true" ? list(entries) : list([]),
    );
    const { status, json } = await ada("GET", routes.removedDevices);
    expect(status).toBe(200);
    return { ...json, ids: json.devices.map((one: { id: string }) => one.id) };
  }

  it("are told with the day, the newest first, and no bound ones among them", async () => {
    const { devices, ids, ...rest } = await told(
      removed("older", "02-01"),
      device("bound", personId, { deleted_at: null }),
      removed("newest", "03-01"),
      device("bound-too", personId, { deleted_at: "" }),
    );
    expect(ids).toEqual(["newest", "older"]);
    expect(devices[1]).toEqual({
      id: "older",
      name: "Samsung Galaxy S20",
      created_at: "2022-06-30T22:19:37.000Z",
      removed_at: "2026-02-01T10:00:00.000Z",
    });
    expect(rest).toEqual({ left_out: 0, truncated: false });
  });

  it("of another person are not told, whatever the list has", async () => {
    expect((await told(removed("theirs", "02-01", { person_id: otherPersonId }))).ids).toEqual([]);
  });

  it("that are listed as bound too are not told, in either order", async () => {
    const both = [removed("twice", "02-01"), device("twice", personId)];
    expect((await told(...both)).ids).toEqual([]);
    expect((await told(...both.toReversed())).ids).toEqual([]);
  });

  it("that are listed twice are told once, with the later day", async () => {
    const { devices } = await told(removed("twice", "03-01"), removed("other", "02-15"), removed("twice", "02-01"));
    expect(devices.map((one: Record<string, string>) => `${one.id} ${one.removed_at?.slice(5, 10)}`)).toEqual([
      "twice 03-01",
      "other 02-15",
    ]);
  });

  it.each<[string, object]>([
    ["in words", { deleted_at: "last week" }],
    ["to come", { deleted_at: "2097-01-01T00:00:00Z" }],
    ["of another kind", { deleted_at: true }],
  ])("whose day is %s are counted as left out", async (_name, more) => {
    expect(await told(device("odd", personId, more))).toMatchObject({ ids: [], left_out: 1 });
  });

  it("beyond the newest are said to be there, and not told", async () => {
    const days = Array.from({ length: MOST_REMOVED_DEVICES + 1 }, (_, at) => `01-${String(at + 1).padStart(2, "0")}`);
    const { ids, truncated } = await told(...days.map((day) => removed(`of-${day}`, day)));
    expect([ids.length, ids[0], truncated]).toEqual([MOST_REMOVED_DEVICES, `of-${days.at(-1)}`, true]);
    expect(ids).not.toContain(`of-${days[0]}`);
  });

  it.each<[string, Said]>([
    ["a refusal", { status: 403, json: refusal() }],
    ["a page that is none", { text: "<h1>Sorry</h1>", headers: { "content-type": "text/html" } }],
  ])("are not said to be none where Solaris does not say it: %s", async (_name, said) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", "/v1/mfa/devices", said);
    expect((await ada("GET", routes.removedDevices)).status).toBeGreaterThanOrEqual(400);
  });

  it("are those alone that the list says are removed and nowhere says are bound, of lists of every kind", async () => {
    const { ada, solaris } = await setUpAda();
    const day = (number: number) => `2026-01-0${number}T10:00:00.000Z`;
    const entry = fc.record({
      id: fc.constantFrom("one", "two", "three", null),
      owner: fc.constantFrom(personId, personId, personId, null, otherPersonId, 7),
      at: fc.constantFrom<unknown>(day(1), day(2), day(3), null, undefined, "", "soon", 0, "2097-01-01T00:00:00Z"),
    });
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (entries) => {
        const said = entries.map(({ id, owner, at }) => ({
          ...device("x", personId),
          id,
          person_id: owner,
          deleted_at: at,
        }));
        solaris.on("GET", "/v1/mfa/devices", list(said));
        const { json } = await ada("GET", routes.removedDevices);
        const own = entries.filter(({ owner }) => owner === personId || owner === null);
        const expected = ["one", "two", "three"].flatMap((id) => {
          const days = own.filter((one) => one.id === id).map(({ at }) => at);
          const isBound = days.some((at) => at === null || at === undefined || at === "");
          const latest = [day(3), day(2), day(1)].find((at) => days.includes(at));
          return isBound || latest === undefined ? [] : [`${id} ${latest}`];
        });
        const told = json.devices.map((one: Record<string, string>) => `${one.id} ${one.removed_at}`);
        seen += told.length;
        expect(told.sort()).toEqual(expected.sort());
      }),
      { numRuns: runs(60, 1000) },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
