import { z } from "zod";
import type { Cards } from "../../src-contract/api/card-schemas.ts";
import {
  type AddKeyRequest,
  addKeyResponse,
  type CreateDeviceRequest,
  type CreateDeviceResponse,
  type DeviceDetail,
  type Devices,
  type VerifyDeviceRequest,
} from "../../src-contract/api/device-schemas.ts";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import {
  type AuthorizationRequest,
  type AuthorizationResponse,
  type ChangeRequestRequest,
  type ConfirmationRequest,
  changeRequestResponse,
  type PinChangeRecord,
  type PinChangeRequest,
  pinChangeResponse,
  type SettlementRequest,
} from "../../src-contract/api/pin-change-schemas.ts";
import type { Policy, Waits } from "../../src-contract/api/policy-schemas.ts";
import { routes } from "../../src-contract/api/routes.ts";
import {
  authorizationAnswer,
  cardsAnswer,
  createdDeviceAnswer,
  deviceAnswer,
  devicesAnswer,
  pinChangeAnswer,
  policyAnswer,
  waitsAnswer,
} from "./backend-answers.ts";
import { BackendError } from "./backend-error.ts";
import { type Call, call, type Fetch } from "./http-call.ts";
import type { FetchOnce } from "./once-fetch.ts";
import type { ServerClock } from "./server-clock.ts";

/** What waits to be confirmed now, and for how many milliseconds from now on it can be. */
export type Authorization = Pick<AuthorizationResponse, "string_to_sign"> & { readonly validForMs: number };

/** The partner backend as the app uses it. Every method may throw a BackendError. */
export interface BackendClient {
  getPolicy(): Promise<Policy>;
  /** @param deviceId null where this computer is not bound */
  getWaits(deviceId: string | null): Promise<Waits>;
  listCards(): Promise<Cards>;
  /** The JWK as it came, for pin-key.ts to judge. */
  getPinKey(cardId: string): Promise<unknown>;
  /** @param onHandedOver told when the request is handed to the network, here and below */
  changePin(cardId: string, request: PinChangeRequest, onHandedOver?: () => void): Promise<void>;
  createChangeRequest(cardId: string, request: ChangeRequestRequest, onHandedOver?: () => void): Promise<void>;
  authorizeChange(requestId: string, request: AuthorizationRequest): Promise<Authorization>;
  confirmChange(requestId: string, request: ConfirmationRequest, onHandedOver?: () => void): Promise<void>;
  /**
   * Asks what became of a change; what had not arrived by then never will. May be repeated.
   * @param begunSecondsAgo undefined where that is not known
   */
  settleChange(requestId: string, begunSecondsAgo?: number): Promise<PinChangeRecord>;
  listDevices(): Promise<Devices>;
  createDevice(request: CreateDeviceRequest): Promise<CreateDeviceResponse>;
  verifyDevice(deviceId: string, request: VerifyDeviceRequest): Promise<void>;
  addKey(deviceId: string, request: AddKeyRequest): Promise<void>;
  getDevice(deviceId: string): Promise<DeviceDetail>;
  removeDevice(deviceId: string): Promise<void>;
}

export interface BackendConnection {
  /** Compile-time in a release; the only host that ever sees the token (row 58). */
  readonly origin: string;
  readonly timeoutMs: number;
  readonly fetch: Fetch;
  /** For calls that must not arrive twice: see once-fetch.ts. */
  readonly fetchOnce: FetchOnce;
  /** Learns the time from what the backend answers. */
  readonly clock: ServerClock;
  /** The signed-in customer's bearer token, if any; read for each call, never kept. */
  readonly token: () => string | null;
  /** Told which token the backend no longer accepts. */
  readonly onSignedOut: (token: string | null) => void;
}

export function createBackendClient(connection: BackendConnection): BackendClient {
  const { origin, timeoutMs, fetch, fetchOnce, clock } = connection;
  const send = async <T>(through: Fetch, path: string, request: Pick<Call<T>, "method" | "answer" | "body">) => {
    const token = connection.token();
    let date: string | null = null;
    const dated: Fetch = async (url, init) => {
      const response = await through(url, init);
      date = response.headers.get("date");
      return response;
    };
    try {
      const answer = await call<T>(dated, timeoutMs, { ...request, url: origin + path, token });
      clock.note(date); // not of what only looked like an answer
      return answer;
    } catch (error) {
      if (error instanceof BackendError && error.problem === "unauthenticated") connection.onSignedOut(token);
      throw error;
    }
  };
  const get = <T>(path: string, answer: z.ZodType<T>) => send(fetch, path, { method: "GET", answer });
  const once = <T>(path: string, answer: Call<T>["answer"], body: unknown, onHandedOver?: () => void) =>
    send((url, init) => fetchOnce(url, init, onHandedOver), path, { method: "POST", answer, body });

  const ofChange = (route: string, requestId: string) => pathOf(route, { request_id: requestId });

  return {
    getPolicy: () => get(routes.policy, policyAnswer),
    getWaits: (deviceId) => {
      const query = deviceId === null ? "" : `?device_id=${encodeURIComponent(opaqueId.parse(deviceId))}`;
      return get(routes.waits + query, waitsAnswer);
    },
    listCards: () => get(routes.cards, cardsAnswer),
    getPinKey: (cardId) => get(pathOf(routes.pinKey, { card_id: cardId }), z.unknown()),
    changePin: async (cardId, request, onHandedOver) => {
      await once(pathOf(routes.pinChanges, { card_id: cardId }), pinChangeResponse, request, onHandedOver);
    },
    createChangeRequest: async (cardId, request, onHandedOver) => {
      await once(pathOf(routes.changeRequests, { card_id: cardId }), changeRequestResponse, request, onHandedOver);
    },
    authorizeChange: async (requestId, request) => {
      const path = ofChange(routes.pinChangeAuthorization, requestId);
      const { expires_at: said, ...rest } = await once(path, authorizationAnswer, request);
      return { ...rest, validForMs: clock.msUntil(clock.expiryOf(said)) };
    },
    confirmChange: async (requestId, request, onHandedOver) => {
      await once(ofChange(routes.pinChangeConfirmation, requestId), pinChangeResponse, request, onHandedOver);
    },
    settleChange: (requestId, begunSecondsAgo) =>
      send(fetch, ofChange(routes.pinChangeSettlement, requestId), {
        method: "POST",
        answer: pinChangeAnswer(requestId),
        ...(begunSecondsAgo !== undefined && {
          body: { begun_seconds_ago: begunSecondsAgo } satisfies SettlementRequest,
        }),
      }),
    listDevices: () => get(routes.devices, devicesAnswer),
    createDevice: async (request) => {
      const { device_id, challenge } = await once(routes.devices, createdDeviceAnswer, request);
      return { device_id, challenge: { ...challenge, expires_at: clock.expiryOf(challenge.expires_at) } };
    },
    verifyDevice: (deviceId, request) =>
      once<void>(pathOf(routes.deviceVerification, { device_id: deviceId }), null, request),
    addKey: async (deviceId, request) => {
      await once(pathOf(routes.deviceKeys, { device_id: deviceId }), addKeyResponse, request);
    },
    removeDevice: (deviceId) =>
      send<void>(fetchOnce, pathOf(routes.device, { device_id: deviceId }), { method: "DELETE", answer: null }),
    getDevice: (deviceId) => get(pathOf(routes.device, { device_id: deviceId }), deviceAnswer(deviceId)),
  };
}

/** Fills a route's `:names`. Ids are checked, so that none can lead elsewhere. */
function pathOf(route: string, ids: Record<string, string>): string {
  return route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(opaqueId.parse(ids[name])));
}
