import { z } from "zod";
import {
  type AddKeyRequest,
  addKeyResponse,
  type CreateDeviceRequest,
  type CreateDeviceResponse,
  type VerifyDeviceRequest,
} from "../../src-contract/api/device-schemas.ts";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import type { RequestLetterRequest } from "../../src-contract/api/letter-schemas.ts";
import {
  type AuthorizationRequest,
  type AuthorizationResponse,
  type ChangeRequestRequest,
  type ConfirmationRequest,
  changeRequestResponse,
  type PinChangeRequest,
  pinChangeResponse,
  type SettlementRequest,
} from "../../src-contract/api/pin-change-schemas.ts";
import { routes } from "../../src-contract/api/routes.ts";
import {
  authorizationAnswer,
  cardsAnswer,
  codeTimeAnswer,
  createdDeviceAnswer,
  deviceAnswer,
  deviceConsentsAnswer,
  devicesAnswer,
  givenConsentAnswer,
  lettersAnswer,
  meAnswer,
  pinChangeAnswer,
  policyAnswer,
  removedDevicesAnswer,
  requestedLetterAnswer,
  waitsAnswer,
} from "./backend-answers.ts";
import { BackendError } from "./backend-error.ts";
import type { Credentials } from "./credentials.ts";
import { type Call, call, type Fetch } from "./http-call.ts";
import { type FetchOnce, withHeaders } from "./once-fetch.ts";
import type { ServerClock } from "./server-clock.ts";

/** What can be confirmed now, and for how many milliseconds. */
export type Authorization = Pick<AuthorizationResponse, "string_to_sign"> & { readonly validForMs: number };

/** The partner backend's client. Every method may throw a BackendError. */
export type BackendClient = ReturnType<typeof createBackendClient>;

/** Where the backend is, and how to talk to it. */
export interface BackendConnection {
  /** A compile-time constant in a release; the only host that sees the credentials (docs/threat-model.md#one-origin). */
  readonly origin: string;
  readonly timeoutMs: number;
  readonly fetch: Fetch;
  /** For calls that must not arrive twice (once-fetch.ts). */
  readonly fetchOnce: FetchOnce;
  /** Learns the time from what the backend answers. */
  readonly clock: ServerClock;
  /** The signed-in customer's, if any; asked for with each call, never kept. */
  readonly credentials: () => Credentials | null;
  /** Called with credentials that the backend no longer accepts. */
  readonly onSignedOut: (credentials: Credentials | null) => void;
}

/** Each call is made as the customer who is signed in at that moment. */
export function createBackendClient(connection: BackendConnection) {
  const { origin, timeoutMs, fetch, fetchOnce, clock } = connection;
  const send = async <T>(
    through: FetchOnce,
    path: string,
    request: Pick<Call<T>, "method" | "answer" | "body">,
    onHandedOver?: () => void,
    credentials = connection.credentials(),
  ) => {
    let date: string | null = null;
    const dated: Fetch = async (url, init) => {
      const authorize = credentials === null ? undefined : () => credentials.headersFor(request.method, url);
      const response = await through(url, init, { authorize, onHandedOver });
      date = response.headers.get("date");
      return response;
    };
    try {
      const answer = await call<T>(dated, timeoutMs, { ...request, url: origin + path });
      clock.note(date); // only now: the answer is known to be the backend's
      return answer;
    } catch (error) {
      if (error instanceof BackendError && error.code === "ERR_NOT_SIGNED_IN") connection.onSignedOut(credentials);
      throw error;
    }
  };
  /** For calls that may arrive twice, which wait for no turn. */
  const atOnce: FetchOnce = async (url, init, { authorize } = {}) =>
    fetch(url, authorize === undefined ? init : withHeaders(init, await authorize()));
  const get = <T>(path: string, answer: z.ZodType<T>) => send(atOnce, path, { method: "GET", answer });
  const once = <T>(path: string, answer: Call<T>["answer"], body: unknown, onHandedOver?: () => void) =>
    send(fetchOnce, path, { method: "POST", answer, body }, onHandedOver);

  const ofChange = (route: string, requestId: string) => pathOf(route, { request_id: requestId });

  return {
    /** Whom these credentials stand for, before they are anybody's here. */
    whoIs: (credentials: Credentials) =>
      send(atOnce, routes.me, { method: "GET", answer: meAnswer }, undefined, credentials),
    /** What the partner allows. */
    getPolicy: () => get(routes.policy, policyAnswer),
    /** How long the customer has to wait for limited actions. @param deviceId null if this computer is not bound */
    getWaits: (deviceId: string | null) => {
      const query = deviceId === null ? "" : `?device_id=${encodeURIComponent(opaqueId.parse(deviceId))}`;
      return get(routes.waits + query, waitsAnswer);
    },
    /** The customer's consents to device data, of all their computers. Earlier backends answer ERR_OPERATION_UNKNOWN. */
    listDeviceConsents: () => get(routes.deviceConsents, deviceConsentsAnswer),
    /** Says yes to device data for this computer. */
    giveDeviceConsent: () => once(routes.deviceConsents, givenConsentAnswer, {}),
    /** Withdraws a consent. May be repeated, and waits for nothing that is being sent once. */
    withdrawDeviceConsent: (consentId: string) =>
      send<void>(atOnce, pathOf(routes.deviceConsent, { consent_id: consentId }), { method: "DELETE", answer: null }),
    /** The customer's cards of all their accounts. */
    listCards: () => get(routes.cards, cardsAnswer),
    /** The JWK as received; pin-key.ts checks it. */
    getPinKey: (cardId: string) => get(pathOf(routes.pinKey, { card_id: cardId }), z.unknown()),
    /**
     * Changes a PIN with this computer's signature.
     * @param onHandedOver called when the request is handed to the network, here and below
     */
    changePin: async (cardId: string, request: PinChangeRequest, onHandedOver?: () => void): Promise<void> => {
      await once(pathOf(routes.pinChanges, { card_id: cardId }), pinChangeResponse, request, onHandedOver);
    },
    /** Creates a change request, which has to be authorized and confirmed. */
    createChangeRequest: async (
      cardId: string,
      request: ChangeRequestRequest,
      onHandedOver?: () => void,
    ): Promise<void> => {
      await once(pathOf(routes.changeRequests, { card_id: cardId }), changeRequestResponse, request, onHandedOver);
    },
    /** Makes Solaris send a TAN, or name the text that this computer has to sign. */
    authorizeChange: async (requestId: string, request: AuthorizationRequest): Promise<Authorization> => {
      const path = ofChange(routes.pinChangeAuthorization, requestId);
      const { expires_at: said, ...rest } = await once(path, authorizationAnswer, request);
      return { ...rest, validForMs: clock.msUntil(clock.expiryOf(said)) };
    },
    /** Confirms an authorized change with the TAN or the signature. */
    confirmChange: async (
      requestId: string,
      request: ConfirmationRequest,
      onHandedOver?: () => void,
    ): Promise<void> => {
      await once(ofChange(routes.pinChangeConfirmation, requestId), pinChangeResponse, request, onHandedOver);
    },
    /**
     * Asks what became of a change. A request that has not arrived by then is refused later. May be repeated.
     * @param begunSecondsAgo undefined if not known
     */
    settleChange: (requestId: string, begunSecondsAgo?: number) =>
      send(atOnce, ofChange(routes.pinChangeSettlement, requestId), {
        method: "POST",
        answer: pinChangeAnswer(requestId),
        ...(begunSecondsAgo !== undefined && {
          body: { begun_seconds_ago: begunSecondsAgo } satisfies SettlementRequest,
        }),
      }),
    /** The customer's bound devices. @param details when each was last used as well, which takes Solaris longer */
    listDevices: (details = false) => get(routes.devices + (details ? "?details=true" : ""), devicesAnswer),
    /** The customer's removed devices, the newest removal first. Earlier backends answer ERR_OPERATION_UNKNOWN. */
    listRemovedDevices: () => get(routes.removedDevices, removedDevicesAnswer),
    /** Begins a device binding; Solaris sends a one-time code. */
    createDevice: async (request: CreateDeviceRequest): Promise<CreateDeviceResponse> => {
      const { device_id, challenge } = await once(routes.devices, createdDeviceAnswer, request);
      return { device_id, challenge: { ...challenge, expires_at: clock.expiryOf(challenge.expires_at) } };
    },
    /**
     * Until when the code of a device that waits is valid, by this clock (RFC 3339); null if that is not said.
     * @throws BackendError `ERR_CODE_EXPIRED` if it is over, `ERR_METHOD_NOT_ALLOWED` of an earlier backend
     */
    getCodeTime: async (deviceId: string, challengeId: string): Promise<string | null> => {
      const path = pathOf(routes.deviceVerification, { device_id: deviceId });
      const query = `?challenge_id=${encodeURIComponent(opaqueId.parse(challengeId))}`;
      const { expires_at: said } = await get(path + query, codeTimeAnswer);
      return said !== null && clock.isPossibleExpiry(said) ? said : null;
    },
    /** Answers the challenge with the signed one-time code. */
    verifyDevice: (deviceId: string, request: VerifyDeviceRequest) =>
      once<void>(pathOf(routes.deviceVerification, { device_id: deviceId }), null, request),
    /** Adds the restricted key. */
    addKey: async (deviceId: string, request: AddKeyRequest): Promise<void> => {
      await once(pathOf(routes.deviceKeys, { device_id: deviceId }), addKeyResponse, request);
    },
    /** The customer's letters whose code counts, the newest first; only where the policy offers them, as for those below. */
    listLetters: () => get(routes.activationLetters, lettersAnswer),
    /** Has a letter with an activation code sent. */
    requestLetter: (request: RequestLetterRequest) => once(routes.activationLetters, requestedLetterAnswer, request),
    /** Ends the code of a letter. */
    cancelLetter: (letterId: string) =>
      send<void>(fetchOnce, pathOf(routes.activationLetter, { letter_id: letterId }), {
        method: "DELETE",
        answer: null,
      }),
    /** Removes a device with all its keys. */
    removeDevice: (deviceId: string) =>
      send<void>(fetchOnce, pathOf(routes.device, { device_id: deviceId }), { method: "DELETE", answer: null }),
    /** A bound device and the purposes of its keys. */
    getDevice: (deviceId: string) => get(pathOf(routes.device, { device_id: deviceId }), deviceAnswer(deviceId)),
  };
}

/** Fills a route's `:names`. Checks the ids, so none can change the path. */
function pathOf(route: string, ids: Record<string, string>): string {
  return route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(opaqueId.parse(ids[name])));
}
