import type { FastifyRequest } from "fastify";
import type { Admission } from "../limits/admission.ts";
import type { Authenticate, KnownCaller } from "../sign-in/customer-identity.ts";
import { type App, customerOf } from "./fastify-app.ts";

/** Requires sign-in for all routes of this scope, before the body is read, so a stranger's body is not. */
export function requireCustomer(app: App, authenticate: Authenticate, admission: Admission): void {
  const proofs = new WeakMap<FastifyRequest, KnownCaller["useProof"]>();
  app.addHook("onRequest", async (request) => {
    const { authorization = [], dpop = [] } = request.raw.headersDistinct;
    const caller = await authenticate({ method: request.method, path: request.url, authorization, dpop });
    request.customer = caller.customer;
    proofs.set(request, caller.useProof);
  });
  admitCustomers(app, admission);
  // Not before: a customer beyond their limit must not make this process write.
  app.addHook("onRequest", async (request) => proofs.get(request)?.());
}

/** Limits each customer, also before the body is read, so refusals cost little. */
function admitCustomers(app: App, admission: Admission): void {
  const admitted = new WeakMap<FastifyRequest, () => void>();
  app.addHook("onRequest", async (request, reply) => {
    const onGone = (tell: () => void) => void reply.raw.once("close", tell);
    const endWithAnswer = () => void reply.header("connection", "close");
    admitted.set(request, await admission.admit(customerOf(request).customerId, { onGone, endWithAnswer }));
  });
  // On the answer, not on the end of the connection: a request keeps working for a caller that has hung up.
  app.addHook("onSend", async (request) => {
    admitted.get(request)?.();
    admitted.delete(request);
  });
}
