import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { type RouteOperation, routeOperations } from "./route-operations.ts";

/** Fastify with zod for requests and responses. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module "fastify" {
  interface FastifyRequest {
    /** The signed-in customer; null on routes that need no sign-in. */
    customer: CustomerIdentity | null;
  }
}

/** The signed-in customer of a route for customers. */
export function customerOf(request: Pick<FastifyRequest, "customer">): CustomerIdentity {
  if (request.customer === null) throw new Error("a route for customers without the hook that signs them in");
  return request.customer;
}

/** The route's operation id, all that the log may say about a path. */
export function operationOf(request: FastifyRequest): RouteOperation | "unknown" {
  const id = request.routeOptions.schema?.operationId;
  return routeOperations.find((operation) => operation === id) ?? "unknown";
}
