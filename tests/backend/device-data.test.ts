// Attacker: nobody; an app that goes on where its customer's consent ended, or one that invents another customer's. Way: sends
// device data all the same. Impact: personal data at Solaris without consent.
// docs/threat-model.md#device-data-consent
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { changeRequest, path, pinChange, publicKey, signature } from "./backend.ts";
import { consenting, wanting } from "./consented-data.ts";
import { cardId, deviceId, otherPersonId, personId } from "./fake-solaris.ts";
import { ownDatabase, writtenIn } from "./own-database.ts";

type World = Awaited<ReturnType<typeof consenting>>;
type Data = { device_data?: string; device_consent_id?: string };

// Everything that JSON carries, and that a careless hand would change on its way.
const data = `Web;${"c".repeat(32)}dcon;${"A".repeat(22)}==;${"x+/".repeat(1000)}= ;é\u2028"\\\u0000`;

/** Each request that has device data: how it is sent, and what arrives at Solaris of it. */
const steps: [string, (world: World, of: Data) => ReturnType<World["ada"]>, string, string, object][] = [
  [
    "creating a device",
    ({ ada }, of) =>
      ada("POST", routes.devices, { name: "PC", key: publicKey, protection_level: "keychain_passcode", ...of }),
    "POST",
    "/v1/mfa/devices",
    {
      ...{ person_id: personId, name: "PC", key: publicKey, key_type: "ecdsa-p256" },
      ...{ key_purpose: "unrestricted", challenge_type: "sms" },
    },
  ],
  [
    "verifying it",
    ({ ada }, of) => ada("POST", path.verification("newdevice"), { challenge_id: "challenge1", signature, ...of }),
    "PUT",
    "/v1/mfa/challenges/signatures/challenge1",
    { signature },
  ],
  [
    "adding a key",
    ({ ada }, of) => ada("POST", path.keys(deviceId), { key: publicKey, signature, ...of }),
    "POST",
    `/v1/mfa/devices/${deviceId}/keys`,
    {
      ...{ key: publicKey, key_type: "ecdsa-p256", key_purpose: "restricted" },
      device_signature: { signature_key_purpose: "unrestricted", signature },
    },
  ],
  [
    "changing a PIN",
    ({ ada }, of) => ada("POST", path.pinChanges(cardId), { ...pinChange(deviceId), ...of }),
    "POST",
    `/v1/cards/${cardId}/pin_update_requests`,
    (({ device_id, encrypted_pin, key_id, signature: signed }) => ({
      device_id,
      encrypted_pin,
      key_id,
      signature: signed,
    }))(pinChange(deviceId)),
  ],
];

/** A change request that waits to be authorised, and how that and its confirmation are asked for. */
async function byDevice({ ada }: World) {
  const begun = changeRequest("device_signing");
  expect((await ada("POST", path.changeRequests(cardId), begun)).status).toBe(200);
  const of = { route: "device_signing", device_id: deviceId };
  return {
    authorize: (more: Data) => ada("POST", path.authorization(begun.request_id), { ...of, ...more }),
    confirm: (more: Data) => ada("POST", path.confirmation(begun.request_id), { ...of, signature, ...more }),
  };
}

const waiting = async (world: World, of: Data) => {
  const device = { name: "PC", key: publicKey, protection_level: "keychain_passcode", ...of };
  await world.ada("POST", routes.devices, device);
};

describe("device data under a consent that counts", () => {
  it.each(steps)("arrives exactly as it is, and nothing else does: %s", async (name, send, method, to, body) => {
    const world = await consenting("optional");
    const of = await world.dataOf(data);
    if (name === "verifying it") await waiting(world, {});
    expect((await send(world, of)).status).toBeLessThan(300);
    expect(world.solaris.asked(method, to).at(-1)?.json).toEqual({ ...body, device_data: data });
    if (name === "verifying it") await waiting(world, {});
    expect((await send(world, {})).status).toBeLessThan(300);
    expect(world.solaris.asked(method, to).at(-1)?.json).toEqual(body);
  });

  it("arrives with the authorisation and the confirmation by the device, too", async () => {
    const world = await consenting("required");
    const of = await world.dataOf(data);
    const { authorize, confirm } = await byDevice(world);
    expect((await authorize(of)).status).toBe(200);
    expect(world.solaris.asked("POST", "/authorize")[0]?.json).toEqual({
      ...{ device_id: deviceId, delivery_method: "device_signing", device_data: data },
    });
    expect((await confirm(of)).status).toBe(200);
    expect(world.solaris.asked("POST", "/confirm")[0]?.json).toEqual({
      device_id: deviceId,
      signature,
      device_data: data,
    });
  });

  it("is in no log and no table", async () => {
    const database = await ownDatabase();
    const world = await consenting("optional", { config: { database } });
    const of = await world.dataOf("Web;marked-data");
    for (const [, send] of steps) await send(world, of);
    await world.withdraw(of.device_consent_id);
    for (const [, send] of steps) await send(world, of);
    expect(world.logged()).toContain('"event":"device_consent","said":"withdrawn"');
    expect(world.logged()).not.toContain("marked");
    expect(world.logged()).not.toContain(of.device_consent_id);
    expect(await writtenIn(database)).toContain(of.device_consent_id);
    expect(await writtenIn(database)).not.toContain("marked");
  });
});

/** Requests with data under no consent that counts. */
const missing: [string, (world: World) => Promise<Data>][] = [
  ["none is named", async (world) => ({ device_data: (await world.dataOf(data)).device_data })],
  ["it was never given", async () => ({ device_data: data, device_consent_id: "none" })],
  [
    "it is withdrawn",
    async (world) => {
      const of = await world.dataOf(data);
      expect((await world.withdraw(of.device_consent_id)).status).toBe(204);
      return of;
    },
  ],
  [
    "Solaris has not taken its withdrawal",
    async (world) => {
      const of = await world.dataOf(data);
      world.solaris.on("PATCH", "/v1/persons/*/device_consents/*", { status: 500 });
      expect((await world.withdraw(of.device_consent_id)).status).toBe(503);
      return of;
    },
  ],
  [
    "it is another customer's",
    async (world) => {
      world.solaris.on("POST", `/v1/persons/${otherPersonId}/device_consents`, { status: 201, json: { id: "theirs" } });
      const bob = await world.signIn("Bob");
      expect((await bob("POST", routes.deviceConsents, {})).status).toBe(201);
      return { device_data: data, device_consent_id: "theirs" };
    },
  ],
];

describe("device data is refused, and Solaris is asked for nothing, where", () => {
  it.each(missing)("%s", async (_name, make) => {
    for (const mode of ["optional", "required"] as const) {
      const world = await consenting(mode);
      const of = await make(world);
      const before = world.solaris.all.length;
      for (const [name, send] of steps) {
        const { status, json } = await send(world, of);
        expect([mode, name, status, json.code]).toEqual([mode, name, 403, "ERR_DEVICE_CONSENT_MISSING"]);
      }
      expect(world.solaris.all.slice(before)).toEqual([]);
      const { authorize, confirm } = await byDevice(world);
      expect((await authorize(of)).json.code).toBe("ERR_DEVICE_CONSENT_MISSING");
      expect(world.solaris.asked("POST", "/authorize")).toEqual([]);
      const other = await world.dataOf(data);
      expect((await authorize(other)).status).toBe(200);
      expect((await confirm(of)).json.code).toBe("ERR_DEVICE_CONSENT_MISSING");
      expect(world.solaris.asked("POST", "/confirm")).toEqual([]);
      // Nothing was done: the change can still be confirmed.
      expect((await confirm(other)).status).toBe(200);
    }
  });

  it("the partner wants none any more", async () => {
    const world = await consenting("optional", { config: { database: await ownDatabase() } });
    const of = await world.dataOf(data);
    await world.restart(wanting("off"));
    for (const [, send] of steps) expect((await send(world, of)).json.code).toBe("ERR_DEVICE_CONSENT_MISSING");
  });

  it("it is too long, or empty", async () => {
    const world = await consenting("optional");
    const { device_consent_id } = await world.dataOf(data);
    for (const device_data of ["", "x".repeat(16_385)]) {
      for (const [, send] of steps) {
        expect((await send(world, { device_data, device_consent_id })).json.code).toBe("ERR_INVALID_REQUEST");
      }
    }
    const longest = { device_data: "x".repeat(16_384), device_consent_id };
    expect((await steps[0]?.[1](world, longest))?.status).toBe(201);
  });
});

describe("where the partner requires device data", () => {
  it("no request of a device is taken without it, and Solaris is asked for nothing", async () => {
    const world = await consenting("required");
    const before = world.solaris.all.length;
    for (const [name, send] of steps) {
      const { status, json } = await send(world, {});
      expect([name, status, json.code]).toEqual([name, 403, "ERR_DEVICE_DATA_REQUIRED"]);
    }
    expect(world.solaris.all.slice(before)).toEqual([]);
    const { authorize } = await byDevice(world);
    expect((await authorize({})).json.code).toBe("ERR_DEVICE_DATA_REQUIRED");
  });

  it("a change by TAN is taken without: it is the way of who consents to nothing", async () => {
    const { ada } = await consenting("required");
    const begun = changeRequest("sms");
    expect((await ada("POST", path.changeRequests(cardId), begun)).status).toBe(200);
    expect((await ada("POST", path.authorization(begun.request_id), { route: "sms" })).status).toBe(200);
    const tan = { route: "sms", tan: "481516" };
    expect((await ada("POST", path.confirmation(begun.request_id), tan)).status).toBe(200);
  });

  it("what became of a change is told without it, and a refusal for it is no outcome", async () => {
    const world = await consenting("required");
    const { ada, solaris, dataOf, withdraw } = world;
    const change = pinChange(deviceId);
    expect((await ada("POST", path.pinChanges(cardId), change)).json.code).toBe("ERR_DEVICE_DATA_REQUIRED");
    const of = await dataOf(data);
    const whole = { ...change, ...of };
    expect((await ada("POST", path.pinChanges(cardId), whole)).status).toBe(200);
    await withdraw(of.device_consent_id);
    expect((await ada("POST", path.pinChanges(cardId), whole)).json).toEqual({ outcome: "changed" });
    expect((await ada("POST", path.settlement(change.request_id))).json.state).toBe("changed");
    expect(solaris.asked("POST", "/pin_update_requests")).toHaveLength(1);
  });
});
