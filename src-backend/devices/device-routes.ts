import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  addKeyRequest,
  addKeyResponse,
  codeTime,
  codeTimeQuery,
  createDeviceRequest,
  createDeviceResponse,
  DEVICE_LIMIT,
  deviceDetail,
  devices,
  devicesQuery,
  removedDevices,
  verifyDeviceRequest,
} from "../../src-contract/api/device-schemas.ts";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { routes } from "../../src-contract/api/routes.ts";
import type { RequireDeviceData } from "../device-data/require-device-data.ts";
import { type App, customerOf } from "../http/fastify-app.ts";
import { forCustomers, fromSolaris, ofDeviceData, problemAnswers } from "../http/problem-answers.ts";
import type { KeyedQueue } from "../keyed-queue.ts";
import type { Limits } from "../limits/limits.ts";
import { type PartnerPolicy, requireLetters, requireProtection } from "../policy/partner-policy.ts";
import type { StepUp } from "../sign-in/step-up.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { addKey } from "./add-key.ts";
import { createDevice, verifyDevice } from "./bind-device.ts";
import { getCodeTime } from "./code-time.ts";
import type { KeysBeingAdded } from "./keys-being-added.ts";
import { listDevicesWithLastUse } from "./last-use.ts";
import { getDevice, listDevices } from "./list-devices.ts";
import { listRemovedDevices } from "./list-removed-devices.ts";
import type { PendingDevices } from "./pending-devices.ts";
import { removeDevice } from "./remove-device.ts";

const params = z.object({ device_id: opaqueId });
const security = [{ customer: [] }];
const afterStepUp = "May need a newer or stronger sign-in, as `sign_in_again` of `/v1/me` says.";
/** A response without content, as a 204 is (RFC 9110 §15.3.5). */
const nothing = z.null().describe("Done.");

/** What the device routes work with. */
export interface DeviceDependencies {
  readonly openSolaris: () => Solaris;
  readonly pending: PendingDevices;
  readonly policy: PartnerPolicy;
  readonly limits: Limits;
  readonly takeTurns: KeyedQueue;
  readonly keysBeingAdded: KeysBeingAdded;
  readonly now: () => number;
  readonly stepUp: StepUp;
  readonly requireDeviceData: RequireDeviceData;
}

/** Adds the device routes: create, verify, add the restricted key, read, remove. */
export function addDeviceRoutes(
  app: App,
  {
    openSolaris,
    pending,
    policy,
    limits,
    takeTurns,
    keysBeingAdded,
    now,
    stepUp,
    requireDeviceData,
  }: DeviceDependencies,
): void {
  // Before the body is read: nothing is counted then, nor asked of Solaris.
  const onRequest = async (request: FastifyRequest) => stepUp.require(request);

  app.get(
    routes.devices,
    {
      schema: {
        operationId: "list_devices",
        summary: "The customer's bound devices",
        security,
        querystring: devicesQuery,
        response: { 200: devices, ...problemAnswers(forCustomers, "ERR_INVALID_REQUEST", fromSolaris) },
      },
    },
    async (request) => {
      const list = request.query.details === "true" ? listDevicesWithLastUse : listDevices;
      const { devices: listed, leftOut } = await list(openSolaris(), customerOf(request));
      return { devices: [...listed], limit: DEVICE_LIMIT, left_out: leftOut };
    },
  );

  app.get(
    routes.removedDevices,
    {
      schema: {
        operationId: "list_removed_devices",
        summary: "The customer's devices that were removed, as far as Solaris lists them",
        security,
        response: { 200: removedDevices, ...problemAnswers(forCustomers, fromSolaris) },
      },
    },
    async (request) => listRemovedDevices(openSolaris(), customerOf(request)),
  );

  app.post(
    routes.devices,
    {
      schema: {
        operationId: "create_device",
        summary: "Begin to bind a device: the customer is sent a one-time code, or has one by letter",
        description: afterStepUp,
        security,
        body: createDeviceRequest,
        response: {
          201: createDeviceResponse,
          ...problemAnswers(
            forCustomers,
            [
              "ERR_INVALID_REQUEST",
              "ERR_NO_MOBILE_NUMBER",
              "ERR_DEVICE_LIMIT",
              "ERR_DEVICE_KEY_CONFLICT",
              "ERR_CODE_EXPIRED",
              "ERR_NOT_FOUND",
            ],
            ["ERR_SIGN_IN_AGAIN", "ERR_PROTECTION_REFUSED", "ERR_NOT_RECORDED"],
            ofDeviceData,
            fromSolaris,
          ),
        },
      },
      onRequest,
    },
    async (request, reply) => {
      const solaris = openSolaris();
      requireProtection(policy, request.body.protection_level, solaris.log);
      const isByLetter = request.body.challenge_type === "activation_code";
      if (isByLetter) requireLetters(policy);
      await requireDeviceData(customerOf(request), request.body);
      // A letter's code was sent when the letter was asked for.
      await limits.count(request, isByLetter ? ["binding"] : ["binding", "code"]);
      const created = await createDevice(solaris, pending, customerOf(request), request.body, now);
      return reply.code(201).send(created);
    },
  );

  app.get(
    routes.device,
    {
      schema: {
        operationId: "get_device",
        summary: "One bound device and the purposes of its keys",
        security,
        params,
        response: { 200: deviceDetail, ...problemAnswers(forCustomers, "ERR_NOT_FOUND", fromSolaris) },
      },
    },
    async (request) => getDevice(openSolaris(), customerOf(request), request.params.device_id),
  );

  app.delete(
    routes.device,
    {
      schema: {
        operationId: "remove_device",
        summary: "Remove a bound device with all its keys",
        security,
        params,
        // It needs no body, and refuses a malformed one.
        response: {
          204: nothing,
          ...problemAnswers(forCustomers, "ERR_INVALID_REQUEST", "ERR_NOT_FOUND", fromSolaris),
        },
      },
    },
    async (request, reply) => {
      await removeDevice(openSolaris(), customerOf(request), request.params.device_id);
      return reply.code(204).send(null);
    },
  );

  app.get(
    routes.deviceVerification,
    {
      schema: {
        operationId: "get_code_time",
        summary: "Until when the one-time code of a device is valid",
        security,
        params,
        querystring: codeTimeQuery,
        response: {
          200: codeTime,
          ...problemAnswers(
            forCustomers,
            ["ERR_INVALID_REQUEST", "ERR_NOT_FOUND", "ERR_CODE_EXPIRED", "ERR_NOT_RECORDED"],
            fromSolaris,
          ),
        },
      },
    },
    async (request) => {
      const { device_id: deviceId } = request.params;
      const code = { deviceId, challengeId: request.query.challenge_id };
      return getCodeTime(openSolaris(), pending, customerOf(request), code);
    },
  );

  app.post(
    routes.deviceVerification,
    {
      schema: {
        operationId: "verify_device",
        summary: "Finish the binding with the signed one-time code",
        security,
        params,
        body: verifyDeviceRequest,
        response: {
          204: nothing,
          ...problemAnswers(
            forCustomers,
            [
              "ERR_INVALID_REQUEST",
              "ERR_NOT_FOUND",
              "ERR_CODE_REFUSED",
              "ERR_CODE_EXPIRED",
              "ERR_DEVICE_LIMIT",
              "ERR_NOT_RECORDED",
            ],
            ofDeviceData,
            fromSolaris,
          ),
        },
      },
    },
    async (request, reply) => {
      const { params: address, body } = request;
      await requireDeviceData(customerOf(request), body);
      await limits.count(request, ["code_check"], address.device_id);
      await verifyDevice(openSolaris(), pending, customerOf(request), address.device_id, body);
      return reply.code(204).send(null);
    },
  );

  app.post(
    routes.deviceKeys,
    {
      schema: {
        operationId: "add_device_key",
        summary: "Add the restricted key that signs PIN changes",
        description: afterStepUp,
        security,
        params,
        body: addKeyRequest,
        response: {
          201: addKeyResponse,
          ...problemAnswers(
            forCustomers,
            ["ERR_INVALID_REQUEST", "ERR_NOT_FOUND", "ERR_DEVICE_REFUSED", "ERR_RESTRICTED_KEY_EXISTS"],
            "ERR_SIGN_IN_AGAIN",
            ofDeviceData,
            fromSolaris,
          ),
        },
      },
      onRequest,
    },
    async (request, reply) => {
      const { params: address, body } = request;
      await requireDeviceData(customerOf(request), body);
      const adding = { openSolaris, takeTurns, keysBeingAdded };
      const added = await addKey(adding, customerOf(request), address.device_id, body);
      return reply.code(201).send(added);
    },
  );
}
