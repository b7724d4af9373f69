import { policy } from "../../src-contract/api/policy-schemas.ts";
import { routes } from "../../src-contract/api/routes.ts";
import type { App } from "../http/fastify-app.ts";
import { forCustomers, problemAnswers } from "../http/problem-answers.ts";
import type { PartnerPolicy } from "./partner-policy.ts";

/** Adds the route for the partner's policy. */
export function addPolicyRoute(
  app: App,
  { pinChangeRoutes, acceptedProtectionLevels, activationLetters, deviceData }: PartnerPolicy,
): void {
  app.get(
    routes.policy,
    {
      schema: {
        operationId: "get_policy",
        summary: "What the partner allows",
        security: [{ customer: [] }],
        response: { 200: policy, ...problemAnswers(forCustomers) },
      },
    },
    async () => ({
      pin_change_routes: [...pinChangeRoutes],
      accepted_protection_levels: [...acceptedProtectionLevels],
      activation_letters: activationLetters,
      device_data: deviceData,
    }),
  );
}
