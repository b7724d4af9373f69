import { z } from "zod";
import { deviceConsent, deviceConsents, giveConsentRequest } from "../../src-contract/api/consent-schemas.ts";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { recordOrRefuse } from "../database/record-or-refuse.ts";
import { type App, customerOf } from "../http/fastify-app.ts";
import { forCustomers, fromSolaris, problemAnswers } from "../http/problem-answers.ts";
import type { Limits } from "../limits/limits.ts";
import { type PartnerPolicy, requireDeviceDataWanted } from "../policy/partner-policy.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { SolarisUnclear } from "../solaris/solaris-failure.ts";
import type { ConsentRecords } from "./consent-records.ts";
import { giveConsent, withdrawConsent } from "./device-consents.ts";

const security = [{ customer: [] }];

interface Dependencies {
  readonly openSolaris: () => Solaris;
  readonly consents: ConsentRecords;
  readonly policy: PartnerPolicy;
  readonly limits: Limits;
  readonly now: () => number;
}

/**
 * Adds the routes for consents to device data (docs/solaris-api.md §9): list, give, withdraw. One can be given where the policy
 * takes device data. What was given can be seen and withdrawn whatever the policy says by now.
 */
export function addConsentRoutes(app: App, { openSolaris, consents, policy, limits, now }: Dependencies): void {
  app.get(
    routes.deviceConsents,
    {
      schema: {
        operationId: "list_device_consents",
        summary: "The customer's consents to device data",
        security,
        response: { 200: deviceConsents, ...problemAnswers(forCustomers) },
      },
    },
    async (request) => {
      const { log } = openSolaris();
      return recordOrRefuse(log, "device_consents", () => consents.list(customerOf(request).rowIds));
    },
  );

  app.post(
    routes.deviceConsents,
    {
      schema: {
        operationId: "give_device_consent",
        summary: "Say at Solaris that the customer consents to device data",
        description:
          "Exists where `device_data` of the policy is not `off`. For one device, after its customer has read what is collected and has agreed. Each request that may have reached Solaris counts for the limit.",
        security,
        body: giveConsentRequest,
        response: {
          201: deviceConsent,
          ...problemAnswers(
            forCustomers,
            ["ERR_INVALID_REQUEST", "ERR_OPERATION_UNKNOWN", "ERR_NOT_FOUND"],
            fromSolaris,
          ),
        },
      },
      onRequest: async () => requireDeviceDataWanted(policy),
    },
    async (request, reply) => {
      await limits.count(request, ["consent"]);
      const given = await giveConsent(openSolaris(), consents, customerOf(request), now).catch(async (error) => {
        if (error instanceof SolarisUnclear && !error.wasSent) await limits.takeBack(request, "consent");
        throw error;
      });
      return reply.code(201).send(given);
    },
  );

  app.delete(
    routes.deviceConsent,
    {
      schema: {
        operationId: "withdraw_device_consent",
        summary: "Withdraw a consent to device data",
        description:
          "From then on no device data is taken under it, even if this is answered by a problem of Solaris': then repeat it, until Solaris has taken it.",
        security,
        params: z.object({ consent_id: opaqueId }),
        response: {
          204: z.null().describe("Done."),
          ...problemAnswers(forCustomers, "ERR_INVALID_REQUEST", "ERR_NOT_FOUND", fromSolaris),
        },
      },
    },
    async (request, reply) => {
      await withdrawConsent(openSolaris(), consents, customerOf(request), request.params.consent_id, now);
      return reply.code(204).send(null);
    },
  );
}
