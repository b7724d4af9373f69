import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  createActivation,
  deleteActivation,
  getActivation,
  listActivations,
} from "../activation/activation-endpoints.ts";
import { authorizeChangeRequest } from "../change-requests/authorize-change-request.ts";
import { confirmChangeRequest } from "../change-requests/confirm-change-request.ts";
import { requestPinChange } from "../change-requests/request-pin-change.ts";
import { createDeviceConsent, updateDeviceConsent } from "../device-data/consent-endpoints.ts";
import { createDevice, getChallenge, verifyChallenge } from "../devices/device-binding.ts";
import { createDeviceChallenge, getDeviceChallenge, verifyDeviceChallenge } from "../devices/device-challenge.ts";
import { addKey, deleteDevice, getDevice, getKeys, listDevices } from "../devices/device-endpoints.ts";
import { answerWithFault } from "../faults/apply-fault.ts";
import { getCard, listAccounts, listCards } from "../people/account-endpoints.ts";
import { getPinKey, getPinKeyOfCard } from "../pin/pin-key-endpoints.ts";
import { changePin } from "../pin/pin-update-request.ts";
import type { World } from "../world.ts";
import { requireToken } from "./access-tokens.ts";
import type { Answer, Call } from "./call.ts";
import { issueToken } from "./client-credentials.ts";
import type { Operation } from "./operation.ts";
import { Refused, renderRefusal } from "./solaris-errors.ts";
import { type OperationName, operationNames, solarisOperations } from "./solaris-operations.ts";
import { answerMistake } from "./unexpected-error.ts";
import { unknownPath } from "./unknown-path.ts";

const endpoints: Record<OperationName, Operation> = {
  token: issueToken,
  accounts: listAccounts,
  cards: listCards,
  card: getCard,
  pin_key: getPinKey,
  pin_key_of_card: getPinKeyOfCard,
  pin_update: changePin,
  sca_pin_update: requestPinChange,
  authorize_change_request: authorizeChangeRequest,
  confirm_change_request: confirmChangeRequest,
  create_device: createDevice,
  list_devices: listDevices,
  get_device: getDevice,
  delete_device: deleteDevice,
  get_keys: getKeys,
  add_key: addKey,
  get_challenge: getChallenge,
  verify_challenge: verifyChallenge,
  create_activation: createActivation,
  list_activations: listActivations,
  get_activation: getActivation,
  delete_activation: deleteActivation,
  create_device_consent: createDeviceConsent,
  update_device_consent: updateDeviceConsent,
  create_device_challenge: createDeviceChallenge,
  get_device_challenge: getDeviceChallenge,
  verify_device_challenge: verifyDeviceChallenge,
};

/** The operations with the setting `nested_errors`. */
const pinUpdates: ReadonlySet<OperationName> = new Set(["pin_update", "sca_pin_update"]);

/** Adds the Solaris endpoints. Each counts arrivals, meets faults, requires a token and has its error shapes. */
export function addSolarisRoutes(app: FastifyInstance, world: World): void {
  for (const name of operationNames) {
    const { method, path } = solarisOperations[name];
    app.route({ method, url: path, handler: (request, reply) => handle(world, name, request, reply) });
  }
  app.setNotFoundHandler((request, reply) => send(reply, unknownPath(request.url.split("?")[0] ?? "")));
}

async function handle(world: World, name: OperationName, request: FastifyRequest, reply: FastifyReply) {
  const call = readCall(request);
  // Fastify calls a handler after reading the body, so an arrival counts even if its answer is dropped.
  const { method } = solarisOperations[name];
  const arrival = world.requests.arrive({ method, path: call.url.pathname, operation: name });
  const fault = world.faults.claim(name);
  if (fault !== undefined) arrival.fault = fault.kind;
  const answer = await answerWithFault(world, name, fault, () => {
    const done = perform(world, name, call);
    world.keep(); // even if a fault drops or holds the answer
    return done;
  });
  if (answer === "dropped") {
    reply.hijack();
    request.raw.socket.destroy();
    return reply;
  }
  arrival.status = answer.status;
  return send(reply, answer);
}

function perform(world: World, name: OperationName, call: Call): Answer {
  const { family } = solarisOperations[name];
  try {
    if (family !== "oauth") requireToken(world.tokens, call, family);
    return endpoints[name](world, call);
  } catch (cause) {
    if (cause instanceof Refused) {
      const { refusal } = cause;
      const nested = pinUpdates.has(name) && refusal.status === 400 && world.settings.nested_errors;
      return { status: refusal.status, body: renderRefusal(refusal, nested) };
    }
    return answerMistake(cause, family);
  }
}

function readCall(request: FastifyRequest): Call {
  return {
    url: new URL(request.url, `http://${request.headers.host}`),
    params: request.params as Record<string, string>,
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status).headers(answer.headers ?? {});
  if (answer.body === undefined) return reply.send();
  if (typeof answer.body === "string") return reply.send(answer.body);
  return reply.header("content-type", "application/json").send(JSON.stringify(answer.body));
}
