// A Solaris that says what a test tells it to, and remembers what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads from a body, it checks with the next line.
  json: any;
};
export type Said = { status?: number; headers?: Record<string, string>; json?: unknown; text?: string };
type Handler = (asked: Asked, response: ServerResponse) => Said | "silent" | Promise<Said | "silent">;

export const personId = "ec3d16cbc106f481b72d881d90c89cc5cper";
export const accountId = "a5844f601567db9b59b3531245a58e96cacc";
export const cardId = "1fe8caa4bf1f49d87b2d63c14bb565f0mcrd";
export const deviceId = "20f892fdc6414320b5b1df612f833edb";
export const changeRequestId = "d6c778822b2d7bd3b778935bcfd0d1d3csc";
export const otherPersonId = "5af2ea4271038d5c53e68ccbf4fe43b3cper";
export const otherAccountId = "b5844f601567db9b59b3531245a58e96cacc";
export const otherCardId = "2fe8caa4bf1f49d87b2d63c14bb565f0mcrd";
export const otherDeviceId = "30f892fdc6414320b5b1df612f833edb";

export const pinKey = {
  kid: "0dce6f4d-b5d0-4c7b-a7d8-cfe231a1f385",
  kty: "RSA",
  use: "enc",
  alg: "RS256",
  n: "ielfymjYSKEeeai7pFBhJrr0aR-B5_T0snVgQSm8K",
  e: "AQAB",
};

export function card(id: string, owner: string, more: object = {}) {
  return {
    id,
    status: "ACTIVE",
    type: "MASTERCARD_DEBIT",
    expiration_date: "2030-12-30",
    person_id: owner,
    representation: {
      line_1: "STALLONE/SLY",
      masked_pan: "537458******4567",
      formatted_expiration_date: "12/30",
    },
    ...more,
  };
}

export function device(id: string, owner: string, more: object = {}) {
  return { id, name: "Samsung Galaxy S20", person_id: owner, created_at: "2022-06-30T22:19:37Z", ...more };
}

/** A list on one page, with the header that says so (docs/solaris-api.md §11). */
export const list = (json: readonly object[]): Said => ({ json, headers: { total: String(json.length) } });

/** An error as Solaris words one: without an id and a code it is nobody's (docs/solaris-api.md §11). */
export function refusal(more: object = {}) {
  return { id: "anerrorid", code: "validation_error", ...more };
}

export type FakeSolaris = Awaited<ReturnType<typeof startFakeSolaris>>;

/** Starts it with one card and one device each for two customers. */
export async function startFakeSolaris() {
  const asked: Asked[] = [];
  const handlers = new Map<string, Handler>();
  let tokens = 0;
  // A path of handlers has `*` for any one segment.
  const on = (method: string, path: string, handler: Handler | Said) => {
    handlers.set(`${method} ${path}`, typeof handler === "function" ? handler : () => handler);
  };
  const find = (method: string, path: string): Handler | undefined => {
    const segments = path.split("/");
    for (const [key, handler] of [...handlers].reverse()) {
      const [wantedMethod, wanted = ""] = key.split(" ");
      const parts = wanted.split("/");
      if (wantedMethod !== method || parts.length !== segments.length) continue;
      if (parts.every((part, index) => part === "*" || part === segments[index])) return handler;
    }
    return undefined;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://solaris");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const isJson = request.headers["content-type"] === "application/json";
    const one: Asked = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
    asked.push(one);
    const handler = find(one.method, one.path);
    const said = handler === undefined ? { status: 404, json: {} } : await handler(one, response);
    if (said === "silent") return;
    const body = said.text ?? (said.json === undefined ? "" : JSON.stringify(said.json));
    response.writeHead(said.status ?? 200, {
      ...(said.json !== undefined && { "content-type": "application/json" }),
      ...said.headers,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  on("POST", "/oauth2/token", () => {
    tokens += 1;
    return { json: { access_token: `token-${tokens}`, expires_in: 3599, scope: "partners", token_type: "bearer" } };
  });
  on("GET", `/v1/accounts/${accountId}/cards`, list([card(cardId, personId)]));
  on("GET", `/v1/accounts/${otherAccountId}/cards`, list([card(otherCardId, otherPersonId)]));
  on("GET", "/v1/cards/pin_keys/latest", { json: pinKey });
  on("POST", "/v1/cards/*/pin_update_requests", { json: {} });
  on("POST", "/v1/cards/*/sca_pin_update_requests", {
    json: { id: changeRequestId, status: "AUTHORIZATION_REQUIRED", updated_at: "2027-01-15T08:00:00+00:00" },
  });
  on("POST", "/v1/change_requests/*/authorize", ({ json }) => ({
    status: 201,
    json: {
      id: changeRequestId,
      status: "CONFIRMATION_REQUIRED",
      updated_at: "2027-01-15T08:00:00+00:00",
      ...(json.delivery_method === "device_signing" && { string_to_sign: "string-to-sign-1" }),
    },
  }));
  on("POST", "/v1/change_requests/*/confirm", {
    status: 202,
    json: { id: changeRequestId, status: "COMPLETED", response_body: "Accepted", response_code: 202 },
  });
  on("GET", "/v1/mfa/devices", ({ query }) => {
    const all = [device(deviceId, personId), device(otherDeviceId, otherPersonId)];
    return list(all.filter((one) => one.person_id === query.get("filter[person_id]")));
  });
  on("POST", "/v1/mfa/devices", {
    status: 202,
    json: { id: "newdevice", key_id: "k1", challenge: { id: "challenge1", expires_at: "2030-05-12T14:25:00.000Z" } },
  });
  on("PUT", "/v1/mfa/challenges/signatures/*", { status: 204 });
  on("GET", "/v1/mfa/devices/*/keys", { json: { keys: [{ key_id: "k1", key_purpose: "unrestricted" }] } });
  on("POST", "/v1/mfa/devices/*/keys", { status: 201, json: { id: "k2" } });
  on("DELETE", "/v1/mfa/devices/*", { status: 204 });

  return {
    url,
    on,
    /** The requests whose path ends so, oldest first. */
    asked: (method: string, ending: string) =>
      asked.filter((one) => one.method === method && one.path.endsWith(ending)),
    all: asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
