import { z } from "zod";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { waits } from "../../src-contract/api/policy-schemas.ts";
import { routes } from "../../src-contract/api/routes.ts";
import type { App } from "../http/fastify-app.ts";
import { forCustomers, problemAnswers } from "../http/problem-answers.ts";
import type { Limits } from "./limits.ts";

/** Adds the route for the customer's waits. */
export function addWaitsRoute(app: App, limits: Limits): void {
  app.get(
    routes.waits,
    {
      schema: {
        operationId: "get_waits",
        summary: "How long to wait for what is limited",
        description: "For one of the customer's devices, where it is named. Asking counts nothing.",
        security: [{ customer: [] }],
        querystring: z.object({ device_id: opaqueId.optional() }),
        response: { 200: waits, ...problemAnswers(forCustomers, "ERR_INVALID_REQUEST", "ERR_NOT_RECORDED") },
      },
    },
    async (request) => limits.waits(request, request.query.device_id),
  );
}
