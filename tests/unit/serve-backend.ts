import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import { isProblemCode } from "../../src-contract/errors/error-codes.ts";
import { httpAnswer } from "../../src-contract/errors/http-answers.ts";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import type { DemoSignIn } from "../../src-main/sign-in/demo-sign-in.ts";

type Answer = (ids: Readonly<Record<string, string>>, body: never, query: URLSearchParams) => Promise<unknown>;
type Row = readonly [method: "GET" | "POST" | "DELETE", route: string, answer: Answer];

const NO_CONTENT = Symbol("204");

/**
 * What a test says of a backend, method by method, as answers on the wire: the app's own client reads them. A BackendError
 * becomes the problem, or the failure of the network, that the client makes it of.
 */
export function serveBackend(backend: Partial<BackendClient>, demo: DemoSignIn) {
  const call = <Method extends keyof BackendClient>(method: Method, ...args: Parameters<BackendClient[Method]>) => {
    const answer = backend[method] as ((...all: typeof args) => Promise<unknown>) | undefined;
    if (answer === undefined) throw new Error(`the test says nothing of ${method}`);
    return answer(...args);
  };
  const after = async (done: Promise<unknown>, value: unknown) => {
    await done;
    return value;
  };
  const changed = { outcome: "changed" };
  const rows: readonly Row[] = [
    ["GET", routes.health, async () => ({ status: "ok" })],
    ["GET", routes.policy, () => call("getPolicy")],
    ["GET", routes.waits, (_ids, _body, query) => call("getWaits", query.get("device_id"))],
    ["GET", routes.cards, () => call("listCards")],
    ["GET", routes.pinKey, ({ card_id = "" }) => call("getPinKey", card_id)],
    ["POST", routes.pinChanges, ({ card_id = "" }, body) => after(call("changePin", card_id, body), changed)],
    [
      "POST",
      routes.changeRequests,
      ({ card_id = "" }, body) =>
        after(call("createChangeRequest", card_id, body), { outcome: "authorization_required" }),
    ],
    [
      "POST",
      routes.pinChangeAuthorization,
      async ({ request_id = "" }, body) => {
        const { validForMs, ...rest } = (await call("authorizeChange", request_id, body)) as { validForMs: number };
        return { ...rest, expires_at: new Date(Date.now() + validForMs).toISOString() };
      },
    ],
    [
      "POST",
      routes.pinChangeConfirmation,
      ({ request_id = "" }, body) => after(call("confirmChange", request_id, body), changed),
    ],
    [
      "POST",
      routes.pinChangeSettlement,
      ({ request_id = "" }, body: { begun_seconds_ago?: number } | undefined) =>
        call("settleChange", request_id, body?.begun_seconds_ago),
    ],
    ["GET", routes.devices, (_ids, _body, query) => call("listDevices", query.get("details") === "true")],
    ["GET", routes.removedDevices, () => call("listRemovedDevices")],
    ["POST", routes.devices, (_ids, body) => call("createDevice", body)],
    [
      "GET",
      routes.deviceVerification,
      async ({ device_id = "" }, _body, query) => {
        return { expires_at: await call("getCodeTime", device_id, query.get("challenge_id") ?? "") };
      },
    ],
    ["GET", routes.device, ({ device_id = "" }) => call("getDevice", device_id)],
    ["DELETE", routes.device, ({ device_id = "" }) => after(call("removeDevice", device_id), NO_CONTENT)],
    [
      "POST",
      routes.deviceVerification,
      ({ device_id = "" }, body) => after(call("verifyDevice", device_id, body), NO_CONTENT),
    ],
    [
      "POST",
      routes.deviceKeys,
      ({ device_id = "" }, body) => after(call("addKey", device_id, body), { key_id: "a-key" }),
    ],
    ["GET", routes.activationLetters, () => call("listLetters")],
    ["POST", routes.activationLetters, (_ids, body) => call("requestLetter", body)],
    ["DELETE", routes.activationLetter, ({ letter_id = "" }) => after(call("cancelLetter", letter_id), NO_CONTENT)],
    ["GET", demoRoutes.customers, async () => ({ customers: (await demo.listNames()).map((name) => ({ name })) })],
    ["POST", demoRoutes.signIn, (_ids, { name }: { name: string }) => demo.signIn(name)],
  ];

  return async (address: string, { method, body }: RequestInit): Promise<Response> => {
    const { pathname, searchParams } = new URL(address);
    for (const [ofRow, route, answer] of rows) {
      const ids = ofRow === method ? idsIn(route, pathname) : null;
      if (ids === null) continue;
      try {
        return respond(
          await answer(ids, (body === undefined ? undefined : JSON.parse(String(body))) as never, searchParams),
        );
      } catch (error) {
        return fail(error);
      }
    }
    throw new Error(`nothing is at ${method} ${pathname}`);
  };
}

/** The ids in a path that a route fits; null where it is another route's. */
function idsIn(route: string, pathname: string): Record<string, string> | null {
  const pattern = route.replace(/:(\w+)/g, "(?<$1>[^/]+)");
  const match = new RegExp(`^${pattern}$`).exec(pathname);
  return match && { ...match.groups };
}

const dated = () => ({ date: new Date().toUTCString() });

function respond(value: unknown): Response {
  if (value === NO_CONTENT) return new Response(null, { status: 204, headers: dated() });
  return Response.json(value, { headers: dated() });
}

/** @throws what fetch rejects with, where no answer came */
function fail(error: unknown): Response {
  if (!(error instanceof BackendError)) throw error;
  const { arrival, code, details } = error;
  if (arrival === "never-sent") throw new Error("net::ERR_CONNECTION_REFUSED", { cause: error.cause });
  if (arrival === "unclear" && !isProblemCode(code)) throw new Error("net::ERR_TIMED_OUT", { cause: error.cause });
  const { status, title } = isProblemCode(code) ? httpAnswer(code) : { status: 400, title: "a later backend's" };
  const { supportId, retryAfterMs } = details;
  const json = {
    type: `/problems/${isProblemCode(code) ? code : "ERR_OF_A_LATER_BACKEND"}`,
    title,
    status,
    ...(supportId !== undefined && { solaris_error_id: supportId }),
    ...(retryAfterMs !== undefined && { retry_after_seconds: retryAfterMs / 1000 }),
  };
  return Response.json(json, { status, headers: { ...dated(), "content-type": "application/problem+json" } });
}
