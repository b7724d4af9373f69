import { describe, expect, it } from "vitest";
import { createPendingDevices } from "../../src-backend/devices/pending-devices.ts";
import { routes } from "../../src-contract/api/routes.ts";
import {
  changeRequest,
  device as newDevice,
  path,
  pinChange,
  publicKey,
  setUp,
  setUpAda,
  signature,
} from "./backend.ts";
import { textOf } from "./described-answers.ts";
import { cardId, device, deviceId, otherCardId, otherDeviceId, otherPersonId, personId } from "./fake-solaris.ts";
import { openOwnDatabase } from "./own-database.ts";

type Route = (card: string, device: string) => { method: string; path: string; body?: unknown };
const verification = { challenge_id: "challenge1", signature };
const addKey = { key: publicKey, signature };

const addressed: [string, "card" | "device", Route][] = [
  ["PIN key", "card", (card) => ({ method: "GET", path: path.pinKey(card) })],
  ["PIN change, card", "card", (card) => ({ method: "POST", path: path.pinChanges(card), body: pinChange(deviceId) })],
  ["PIN change, device", "device", (_, id) => ({ method: "POST", path: path.pinChanges(cardId), body: pinChange(id) })],
  [
    "change request",
    "card",
    (card) => ({ method: "POST", path: path.changeRequests(card), body: changeRequest("sms") }),
  ],
  ["device", "device", (_, id) => ({ method: "GET", path: path.device(id) })],
  ["removal", "device", (_, id) => ({ method: "DELETE", path: path.device(id) })],
  ["code time", "device", (_, id) => ({ method: "GET", path: `${path.verification(id)}?challenge_id=challenge1` })],
  ["verification", "device", (_, id) => ({ method: "POST", path: path.verification(id), body: verification })],
  ["further key", "device", (_, id) => ({ method: "POST", path: path.keys(id), body: addKey })],
];

describe("what belongs to somebody else", () => {
  it.each(addressed)(
    "answers like what does not exist, to the byte but for the id of the request: %s",
    async (_name, _kind, route) => {
      const { ada, solaris } = await setUpAda();
      const send = async (card: string, id: string) => {
        const { method, path: to, body } = route(card, id);
        const answer = await ada(method, to, body);
        const kept = [...answer.headers].filter(([name]) => name !== "date" && name !== "x-request-id");
        return { status: answer.status, text: textOf(answer), headers: kept };
      };
      const foreign = await send(otherCardId, otherDeviceId);
      const unknown = await send("ffe8caa4bf1f49d87b2d63c14bb565f0mcrd", "fff892fdc6414320b5b1df612f833edb");
      expect(foreign).toEqual(unknown);
      expect(foreign.status).toBeGreaterThanOrEqual(400);
      // And Solaris was asked about neither.
      const told = JSON.stringify(solaris.all.map((one) => [one.path, one.text]));
      expect(told).not.toContain(otherCardId);
      expect(told).not.toContain(otherDeviceId);
      expect(solaris.all.filter((one) => one.method !== "GET" && one.path !== "/oauth2/token")).toEqual([]);
    },
  );

  it.each([
    ["PIN key", "GET", path.pinKey("..%2F..%2Foauth2")],
    ["PIN key of a strange id", "GET", path.pinKey("a.b")],
    ["device", "GET", path.device("a%00b")],
    ["removal", "DELETE", path.device("x".repeat(65))],
  ])("an id that cannot be one is unknown too: %s", async (_name, method, to) => {
    const { ada, solaris } = await setUpAda();
    expect((await ada(method, to)).json.code).toBe("ERR_OPERATION_UNKNOWN");
    expect(solaris.all).toEqual([]);
  });

  it("is not shown when Solaris ignores the filter", async () => {
    const { ada, solaris } = await setUpAda();
    const gone = device("gone", personId, { deleted_at: "2022-06-30T22:19:37Z" });
    solaris.on("GET", "/v1/mfa/devices", {
      json: [device(deviceId, personId), device(otherDeviceId, otherPersonId), gone],
    });
    const { json } = await ada("GET", routes.devices);
    expect(json.devices.map((one: { id: string }) => one.id)).toEqual([deviceId]);
    expect((await ada("DELETE", path.device(otherDeviceId))).json.code).toBe("ERR_NOT_FOUND");
  });

  it("keeps its challenge: another customer cannot answer it, nor can its owner for another device", async () => {
    const { signIn, solaris } = await setUp();
    const [ada, bob] = [await signIn("Ada"), await signIn("Bob")];
    await ada("POST", routes.devices, newDevice());
    const foreign = await bob("POST", path.verification("newdevice"), verification);
    const unknown = await bob("POST", path.verification("newdevice"), { ...verification, challenge_id: "none" });
    expect(foreign.json.code).toBe("ERR_CODE_EXPIRED");
    expect(textOf(foreign)).toBe(textOf(unknown));
    expect(textOf(await ada("POST", path.verification(deviceId), verification))).toBe(textOf(foreign));
    expect(solaris.asked("PUT", "/challenge1")).toEqual([]);
    expect((await ada("POST", path.verification("newdevice"), verification)).status).toBe(204);
  });
});

describe("the memory of pending devices", () => {
  const pending = (customerId: string, number: number) => {
    return { rowIds: [customerId] as const, deviceId: `d${number}`, challengeId: `${customerId}-${number}` };
  };
  const open = async (now: () => number) => {
    const database = await openOwnDatabase();
    return createPendingDevices(database, now);
  };

  it("does not end because the clock was put forward: whether a code is still good is Solaris' to say", async () => {
    let time = 0;
    const memory = await open(() => time);
    await memory.remember(pending("ada", 1));
    time = 365 * 24 * 3_600_000;
    expect(await memory.has(pending("ada", 1))).toBe(true);
  });

  it("is bounded, and no customer can push out another", async () => {
    let time = 0;
    const memory = await open(() => {
      time += 1;
      return time;
    });
    await memory.remember(pending("bob", 0));
    for (let number = 0; number < 11; number += 1) await memory.remember(pending("ada", number));
    expect(await memory.has(pending("ada", 0))).toBe(false);
    expect(await memory.has(pending("ada", 1))).toBe(true);
    expect(await memory.has(pending("bob", 0))).toBe(true);
  });
});
