import { me } from "../../src-contract/api/customer-schemas.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { type App, customerOf } from "../http/fastify-app.ts";
import { forCustomers, problemAnswers } from "../http/problem-answers.ts";
import type { StepUp } from "./step-up.ts";

/** Adds the route that says who is signed in. */
export function addMeRoute(app: App, stepUp: StepUp): void {
  const response = { 200: me, ...problemAnswers(forCustomers) };
  const schema = { operationId: "get_me", summary: "The signed-in customer", security: [{ customer: [] }], response };
  app.get(routes.me, { schema }, async (request) => {
    const { customerId, name } = customerOf(request);
    return { customer_id: customerId, name, sign_in_again: stepUp.missing(request) };
  });
}
