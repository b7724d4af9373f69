// A Solaris of its own for the question what the backend makes of an answer. It verifies nothing, answers every
// operation well (docs/solaris-api.md §§1–3, 6, 10), and one that a test chooses with the bytes, and in the manner,
// that the test chooses.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

const operations = [
  "token",
  "list_cards",
  "pin_key",
  "pin_update",
  "create_change_request",
  "authorize_change_request",
  "confirm",
  "list_devices",
  "create_device",
  "get_challenge",
  "verify_challenge",
  "list_keys",
  "add_key",
  "delete_device",
  "create_activation",
  "create_consent",
  "change_consent",
] as const;
export type Operation = (typeof operations)[number];

/**
 * How an answer comes. `whole`: with its length. `chunked`: in two chunks. `closed`: ended by the connection's end alone.
 * `hinted`: after a 103. `cut`: half of the body, then the connection ends; `reset`: then it is reset. `slow_body`: then
 * silence. `slow_headers`: silence after half of the head. `silent`: nothing. `dropped`: the connection is reset instead
 * of an answer. `not_http`: another protocol's greeting.
 */
const manners = [
  "whole",
  "chunked",
  "closed",
  "hinted",
  "cut",
  "reset",
  "slow_body",
  "slow_headers",
  "silent",
  "dropped",
  "not_http",
] as const;
export type Manner = (typeof manners)[number];

export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly manner?: Manner;
}

export interface Arrival {
  /** The how-manyth of its operation since the last `answerWell`, from 1. */
  readonly number: number;
  readonly query: URLSearchParams;
  readonly id: string;
}

export const person = "69c673883853eafb2da9157de2bdaa05cper";
export const account = "c9f1d4a2b7e84d15a3c6f0e1d2b3a495cacc";
export const cardOfPerson = "7d3b0e52f1a94c6f8e2d5a4b3c2d1e0fmcrd";
export const deviceOfPerson = "6642d15e-8f6b-4d28-9186-cdd61d80032a";
export const instant = "2026-01-15T08:00:00+00:00";
const json = { "content-type": "application/json" };

/** The bodies of a yes, as the documents have them. */
export const good = {
  card: {
    id: cardOfPerson,
    status: "ACTIVE",
    type: "VISA_DEBIT",
    expiration_date: "2031-04-30",
    person_id: person,
    account_id: account,
    representation: { line_1: "LOVELACE/ADA", masked_pan: "415058******1815", formatted_expiration_date: "04/31" },
  },
  key: { kid: "0dce6f4d-b5d0", kty: "RSA", use: "enc", alg: "RS256", n: "ielfymjYSKEeeai7pFBhJrr0aR", e: "AQAB" },
  changeRequest: { id: "d6c778822b2d7bd3csc", status: "AUTHORIZATION_REQUIRED", updated_at: instant },
  authorization: {
    id: "d6c778822b2d7bd3csc",
    status: "CONFIRMATION_REQUIRED",
    updated_at: instant,
    string_to_sign: "9e2d45df-9b00-49d3",
  },
  confirmation: { id: "d6c778822b2d7bd3csc", status: "COMPLETED", response_body: "Accepted", response_code: 202 },
  keys: { device_id: deviceOfPerson, keys: [{ key_id: "k1", key_purpose: "unrestricted", used_at: null }] },
  addedKey: { id: "k2" },
  challenge: { type: "signature", created_at: instant, expires_at: "2031-01-15T08:05:00Z" },
  activation: {
    id: "letter1",
    person_id: person,
    code: "code123456abcd",
    created_at: instant,
    expires_at: "2031-01-15T08:05:00Z",
    origin: "WEB",
    purpose: "DEVICE_BINDING",
    delivery_method: "SNAILMAIL",
  },
  consent: {
    ...{ id: "consent1dcon", person_id: person, event_type: "APPROVED" },
    ...{ confirmed_at: "2026-01-15T08:00:00.000Z", created_at: "2026-01-15T08:00:00.000Z" },
  },
} as const;

/** A bound device as the list has it (§6.3). */
export const listed = (id: string, more: object = {}) => ({
  id,
  name: "Analytical Engine",
  person_id: person,
  created_at: "2025-12-10T09:00:00Z",
  ...more,
});

/** A list that is read whole. */
export const listOf = (entries: readonly unknown[]): Said => ({
  status: 200,
  headers: json,
  body: JSON.stringify(entries),
});

/** A device that waits for its code; each has a challenge of its own. */
export const created = (id: string) => ({
  id,
  challenge: { id: `challenge-${id}`, type: "signature", created_at: instant, expires_at: "2031-01-15T08:05:00Z" },
});

const paths: readonly [string, RegExp, Operation][] = [
  ["POST", /^\/oauth2\/token$/, "token"],
  ["GET", /^\/v1\/accounts\/([^/]+)\/cards$/, "list_cards"],
  ["GET", /^\/v1\/cards\/(?:([^/]+)\/)?pin_keys\/latest$/, "pin_key"],
  ["POST", /^\/v1\/cards\/([^/]+)\/pin_update_requests$/, "pin_update"],
  ["POST", /^\/v1\/cards\/([^/]+)\/sca_pin_update_requests$/, "create_change_request"],
  ["POST", /^\/v1\/change_requests\/([^/]+)\/authorize$/, "authorize_change_request"],
  ["POST", /^\/v1\/change_requests\/([^/]+)\/confirm$/, "confirm"],
  ["GET", /^\/v1\/mfa\/devices$/, "list_devices"],
  ["POST", /^\/v1\/mfa\/devices$/, "create_device"],
  ["GET", /^\/v1\/mfa\/challenges\/signatures\/([^/]+)$/, "get_challenge"],
  ["PUT", /^\/v1\/mfa\/challenges\/signatures\/([^/]+)$/, "verify_challenge"],
  ["GET", /^\/v1\/mfa\/devices\/([^/]+)\/keys$/, "list_keys"],
  ["POST", /^\/v1\/mfa\/devices\/([^/]+)\/keys$/, "add_key"],
  ["DELETE", /^\/v1\/mfa\/devices\/([^/]+)$/, "delete_device"],
  ["POST", /^\/v1\/mfa\/challenges\/activation$/, "create_activation"],
  ["POST", /^\/v1\/persons\/([^/]+)\/device_consents$/, "create_consent"],
  ["PATCH", /^\/v1\/persons\/[^/]+\/device_consents\/([^/]+)$/, "change_consent"],
];

type Chosen = Said | ((arrival: Arrival) => Said);

/** Starts it on a free port of this computer. */
export async function startStrictSolaris() {
  const chosen = new Map<Operation, Chosen>();
  const arrivals = new Map<Operation, number>();
  let names = 0;
  const sayJson = (status: number, value: unknown): Said => ({ status, headers: json, body: JSON.stringify(value) });
  const well: Record<Operation, (arrival: Arrival) => Said> = {
    token: () => sayJson(200, { access_token: `t${++names}`, token_type: "bearer", expires_in: 3599 }),
    list_cards: () => sayJson(200, [good.card]),
    pin_key: () => sayJson(200, good.key),
    pin_update: () => sayJson(200, {}),
    create_change_request: () => sayJson(200, good.changeRequest),
    authorize_change_request: () => sayJson(201, good.authorization),
    confirm: () => sayJson(202, good.confirmation),
    list_devices: () => sayJson(200, [listed(deviceOfPerson)]),
    create_device: () => sayJson(202, created(`device-${++names}`)),
    get_challenge: ({ id }) => sayJson(200, { ...good.challenge, id }),
    verify_challenge: () => ({ status: 204 }),
    list_keys: () => sayJson(200, good.keys),
    add_key: () => sayJson(201, good.addedKey),
    create_activation: () => sayJson(201, good.activation),
    create_consent: () => sayJson(201, { ...good.consent, id: `consent-${++names}` }),
    change_consent: ({ id }) => sayJson(201, { ...good.consent, id, event_type: "REJECTED" }),
    delete_device: () => {
      // What is deleted is not in the list any more.
      if (!chosen.has("list_devices")) chosen.set("list_devices", listOf([]));
      return { status: 204 };
    },
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://solaris");
    // All of it is read before anything is answered: what is lost now was sent.
    for await (const _chunk of request);
    const found = findOperation(request, url.pathname);
    if (found === undefined) return void response.writeHead(404).end();
    const { operation, id } = found;
    const number = (arrivals.get(operation) ?? 0) + 1;
    arrivals.set(operation, number);
    const arrival = { number, query: url.searchParams, id };
    const one = chosen.get(operation);
    if (one === undefined) return sayWell(response, well[operation](arrival));
    sayBytes(response.socket as Socket, typeof one === "function" ? one(arrival) : one);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** From now on this operation is answered so. */
    answer: (operation: Operation, said: Chosen) => void chosen.set(operation, said),
    /** From now on these operations, or all, are answered well, and their arrivals are counted anew. */
    answerWell: (which: readonly Operation[] = operations) => {
      for (const operation of which) {
        chosen.delete(operation);
        arrivals.delete(operation);
      }
    },
    /** How often this operation has arrived since the last `answerWell`. */
    arrivals: (operation: Operation): number => arrivals.get(operation) ?? 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function findOperation({ method }: IncomingMessage, path: string) {
  for (const [wanted, pattern, operation] of paths) {
    const match = wanted === method ? pattern.exec(path) : null;
    if (match !== null) return { operation, id: match[1] ?? "" };
  }
  return undefined;
}

function sayWell(response: ServerResponse, { status, headers, body = "" }: Said): void {
  response.writeHead(status, { ...headers }).end(body);
}

/** Whether HTTP lets an answer of this status have a body (RFC 9110 §6.4.1). */
export const hasBody = (status: number): boolean => status !== 204 && status !== 304;

/** Writes the answer below `node:http`, which would put right what is wrong in it. */
function sayBytes(socket: Socket, { status, headers = {}, body = "", manner = "whole" }: Said): void {
  socket.on("error", () => {});
  const bytes = hasBody(status) ? Buffer.from(body) : Buffer.alloc(0);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  // A reason phrase may be left out (RFC 9112 §4).
  const start = `HTTP/1.1 ${status} \r\nconnection: close\r\n${lines.join("")}`;
  const length = hasBody(status) ? `content-length: ${bytes.length}\r\n` : "";
  const longer = `${start}content-length: ${bytes.length + 1}\r\n\r\n`;
  const chunk = (part: Buffer) =>
    part.length === 0
      ? part
      : Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")]);
  const ways: Record<Manner, () => unknown> = {
    whole: () => socket.end(Buffer.concat([Buffer.from(`${start}${length}\r\n`), bytes])),
    chunked: () => {
      if (!hasBody(status)) return ways.whole();
      socket.write(`${start}transfer-encoding: chunked\r\n\r\n`);
      socket.write(chunk(half));
      socket.write(chunk(bytes.subarray(half.length)));
      return socket.end("0\r\n\r\n");
    },
    closed: () => socket.end(Buffer.concat([Buffer.from(`${start}\r\n`), bytes])),
    hinted: () => {
      socket.write("HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n");
      return ways.whole();
    },
    cut: () => socket.end(Buffer.concat([Buffer.from(longer), half])),
    reset: () => socket.write(Buffer.concat([Buffer.from(longer), half]), () => socket.resetAndDestroy()),
    slow_body: () => socket.write(Buffer.concat([Buffer.from(longer), half])),
    slow_headers: () => socket.write(start),
    silent: () => undefined,
    dropped: () => socket.resetAndDestroy(),
    not_http: () => socket.end("220 mail.example ESMTP ready\r\n"),
  };
  ways[manner]();
}
