import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { jwe, path, pinChange, setUpAda, signature } from "./backend.ts";
import {
  accountId,
  card,
  cardId,
  deviceId,
  type FakeSolaris,
  list,
  personId,
  pinKey,
  refusal,
  type Said,
} from "./fake-solaris.ts";

const update = `/v1/cards/${cardId}/pin_update_requests`;
const arrivals = (solaris: FakeSolaris) => solaris.asked("POST", update).length;
const outcome = ({ status, json }: { status: number; json: { code?: string } }) => [status, json.code];
const unknown = [504, "ERR_PIN_CHANGE_OUTCOME_UNKNOWN"];

describe("a PIN change", () => {
  it("hands on exactly the fields of Solaris, once", async () => {
    const { ada, solaris } = await setUpAda();
    const { status, json } = await ada("POST", path.pinChanges(cardId), pinChange(deviceId, { more: 1, pin: "1928" }));
    expect([status, json]).toEqual([200, { outcome: "changed" }]);
    expect(arrivals(solaris)).toBe(1);
    expect(solaris.asked("POST", update)[0]?.json).toEqual({
      device_id: deviceId,
      encrypted_pin: jwe,
      key_id: "0dce6f4d",
      signature,
    });
  });

  it.each<[string, Said]>([
    ["200 {}", { json: {} }],
    ["202 empty", { status: 202 }],
    ["204", { status: 204 }],
    ["200 and the card", { json: card(cardId, personId) }],
  ])("is done with a yes: %s", async (_name, said) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, said);
    expect((await ada("POST", path.pinChanges(cardId), pinChange(deviceId))).json).toEqual({ outcome: "changed" });
  });

  it("of a card and a device that are both missing is told of the card, though the device's list comes first", async () => {
    const { ada, solaris } = await setUpAda();
    let isToldOfDevices = () => {};
    const toldOfDevices = new Promise<void>((resolve) => (isToldOfDevices = resolve));
    solaris.on("GET", "/v1/mfa/devices", (_asked, response) => {
      response.once("close", isToldOfDevices);
      return list([]);
    });
    solaris.on("GET", `/v1/accounts/${accountId}/cards`, async () => {
      await toldOfDevices;
      return list([]);
    });
    expect(outcome(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toEqual([404, "ERR_NOT_FOUND"]);
    expect(arrivals(solaris)).toBe(0);
  });

  it("is not known to be done when the connection breaks within the body", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, (_asked, response) => {
      response.writeHead(200, { "content-length": "50", "content-type": "application/json" });
      response.write("{");
      response.socket?.end();
      return "silent";
    });
    expect(outcome(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toEqual(unknown);
  });

  it.each([500, 502, 503, 504, 408, 302, 307, 308, 304])(
    "answered with %d may be done, and is sent once",
    async (status) => {
      const { ada, solaris } = await setUpAda();
      solaris.on("POST", update, { status, headers: { location: `${solaris.url}${update}` } });
      expect(outcome(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toEqual(unknown);
      expect(arrivals(solaris)).toBe(1);
    },
  );

  // The Fetch standard would send it again after a 421.
  it.each([400, 403, 404, 409, 421, 422, 425, 429])("refused with %d is sent once", async (status) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, { status, json: refusal(), headers: { "retry-after": "0" } });
    const answer = await ada("POST", path.pinChanges(cardId), pinChange(deviceId));
    expect(answer.json.code).not.toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(arrivals(solaris)).toBe(1);
  });

  it("whose connection is dropped after it was read may be done, and is sent once", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, (_asked, response) => {
      response.socket?.destroy();
      return "silent";
    });
    expect(outcome(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toEqual(unknown);
    expect(arrivals(solaris)).toBe(1);
  });

  it("that is not answered in time may be done, and is sent once", async () => {
    const { ada, solaris, logged } = await setUpAda({ solaris: { timeoutMs: 1500 } });
    solaris.on("POST", update, () => "silent");
    expect(outcome(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toEqual(unknown);
    expect(arrivals(solaris)).toBe(1);
    expect(logged()).toContain('"operation":"pin_update","sent":true,"reason":"timeout"');
  });

  it("answered with what is not HTTP may be done, and is sent once", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, (_asked, response) => {
      response.socket?.end("SMTP ready\r\n\r\n");
      return "silent";
    });
    expect(outcome(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toEqual(unknown);
    expect(arrivals(solaris)).toBe(1);
  });

  it("whose token is refused is sent with a new one, and then no more", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, ({ headers }) =>
      headers.authorization === "Bearer token-1"
        ? { status: 401, json: refusal({ code: "invalid_token" }) }
        : { json: {} },
    );
    expect((await ada("POST", path.pinChanges(cardId), pinChange(deviceId))).status).toBe(200);
    expect(arrivals(solaris)).toBe(2);

    solaris.on("POST", update, { status: 401, json: refusal({ code: "invalid_token" }) });
    expect(outcome(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toEqual([
      503,
      "ERR_SOLARIS_UNAVAILABLE",
    ]);
    expect(arrivals(solaris)).toBe(4);
  });

  it("for which there is no time left is not sent, and says so", async () => {
    const { ada, solaris } = await setUpAda({ solaris: { timeoutMs: 400 } });
    solaris.on("GET", "/v1/mfa/devices", () => "silent");
    expect((await ada("POST", path.pinChanges(cardId), pinChange(deviceId))).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(arrivals(solaris)).toBe(0);
  });

  it("has one time limit for all that is asked of Solaris", async () => {
    const { ada, solaris } = await setUpAda({ solaris: { timeoutMs: 900 } });
    const late = (said: Said) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return said;
    };
    solaris.on("GET", "/v1/accounts/*/cards", late({ json: [{ id: cardId }] }));
    solaris.on("GET", "/v1/cards/pin_keys/latest", late({ json: pinKey }));
    expect((await ada("GET", path.pinKey(cardId))).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  });

  it.each(["device_id", "encrypted_pin", "key_id", "signature"])("without %s is not sent", async (field) => {
    const { ada, solaris } = await setUpAda();
    const { status, json } = await ada("POST", path.pinChanges(cardId), pinChange(deviceId, { [field]: undefined }));
    expect([status, json.code, json.detail]).toEqual([400, "ERR_INVALID_REQUEST", `Wrong or missing: ${field}`]);
    expect(solaris.all).toEqual([]);
  });

  it("whose device is not the customer's asks for a device, not for a card", async () => {
    const { ada, solaris } = await setUpAda();
    expect((await ada("POST", path.pinChanges(cardId), pinChange("removed"))).json.code).toBe("ERR_DEVICE_REFUSED");
    expect((await ada("POST", path.pinChanges("nocard"), pinChange(deviceId))).json.code).toBe("ERR_NOT_FOUND");
    expect(arrivals(solaris)).toBe(0);
  });
});

describe("a PIN change and the connection it goes by", () => {
  it("is sent once by a server that answers the first requests and drops its warm connections at the PIN", async () => {
    const raw = await startRawSolaris((socket, isPin) => {
      if (isPin) socket.destroy();
      else answer(socket);
    });
    const { ada } = await setUpAda({ solaris: { apiUrl: raw.url } });
    expect(outcome(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toEqual(unknown);
    expect(raw.pins()).toBe(1);
  });

  it("that nobody listens for is not sent, and says so", async () => {
    // Answers what comes before, then closes its door: the connection for the PIN is refused.
    const raw = await startRawSolaris((socket, _isPin, server, requests) => {
      answer(socket);
      if (requests === 2) server.close();
    });
    const { ada } = await setUpAda({ solaris: { apiUrl: raw.url } });
    expect(outcome(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toEqual([
      503,
      "ERR_SOLARIS_UNAVAILABLE",
    ]);
    expect(raw.pins()).toBe(0);
  });
});

function answer(socket: Socket): void {
  // One body that reads as a list of cards and as a list of devices.
  const both = [{ id: cardId }, { id: deviceId, name: "PC", created_at: "2022-06-30T22:19:37Z" }];
  const body = JSON.stringify(both);
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: keep-alive\r\ntotal: 2`;
  socket.write(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
}

type OnRequest = (socket: Socket, isPin: boolean, server: Server, requests: number) => void;

/** A server below HTTP: it reads a request to its end and then does with the connection what the test says. */
async function startRawSolaris(onRequest: OnRequest) {
  let pins = 0;
  let requests = 0;
  const server = createServer((socket) => {
    let text = "";
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      text += chunk;
      const headEnd = text.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (headEnd < 0 || text.length < headEnd + 4 + length) return;
      const isPin = text.startsWith(`POST ${update}`);
      if (isPin) pins += 1;
      requests += 1;
      text = "";
      onRequest(socket, isPin, server, requests);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pins: () => pins };
}
