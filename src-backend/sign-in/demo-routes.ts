import { demoCustomers, demoSignInRequest, demoSignInResponse } from "../../src-contract/api/customer-schemas.ts";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import type { App } from "../http/fastify-app.ts";
import { problemAnswers } from "../http/problem-answers.ts";
import { ProblemError } from "../http/problem-error.ts";
import { isLoopback } from "../loopback.ts";
import type { DemoSignIn } from "./demo-session.ts";

/** Adds demonstration sign-in. Called only with DEMO_CUSTOMERS; then the backend listens only on loopback. */
export function addDemoRoutes(app: App, demo: DemoSignIn): void {
  app.register(async (scope: App) => {
    // A web page can point its own host name at this computer (DNS rebinding), and would then count as local.
    scope.addHook("onRequest", async (request) => {
      const host = request.headers.host ?? "";
      if (!isLoopback(host.replace(/:\d+$/, "").toLowerCase())) throw new ProblemError("ERR_NOT_FOUND");
    });

    scope.get(
      demoRoutes.customers,
      {
        schema: {
          operationId: "list_demo_customers",
          hide: true, // of no partner's backend
          summary: "Demonstration only: who can sign in",
          response: { 200: demoCustomers, ...problemAnswers("ERR_NOT_FOUND") },
        },
      },
      async () => ({ customers: demo.names.map((name) => ({ name })) }),
    );

    scope.post(
      demoRoutes.signIn,
      {
        schema: {
          operationId: "demo_sign_in",
          hide: true, // of no partner's backend
          summary: "Demonstration only: a token for the customer of this name",
          body: demoSignInRequest,
          response: {
            200: demoSignInResponse,
            ...problemAnswers("ERR_INVALID_REQUEST", "ERR_NOT_FOUND", "ERR_NOT_RECORDED"),
          },
        },
      },
      async (request) => {
        const signedIn = await demo.signIn(request.body.name);
        if (signedIn === null) throw new ProblemError("ERR_NOT_FOUND");
        const { customerId, name } = signedIn.identity;
        return { token: signedIn.token, customer: { customer_id: customerId, name } };
      },
    );
  });
}
