import { addCardRoutes } from "./cards/card-routes.ts";
import { addConsentRoutes } from "./device-data/consent-routes.ts";
import { addDeviceRoutes } from "./devices/device-routes.ts";
import type { App } from "./http/fastify-app.ts";
import { addProblemPages } from "./http/problem-pages.ts";
import { requireCustomer } from "./http/require-customer.ts";
import { addLetterRoutes } from "./letters/letter-routes.ts";
import { addWaitsRoute } from "./limits/waits-route.ts";
import type { Services } from "./open-services.ts";
import { addChangeRequestRoutes } from "./pin-changes/change-request-routes.ts";
import { addPinChangeRoutes } from "./pin-changes/pin-change-routes.ts";
import { addPolicyRoute } from "./policy/policy-route.ts";
import { addHealthRoutes } from "./running/health-routes.ts";
import type { Readiness } from "./running/readiness.ts";
import { addDemoRoutes } from "./sign-in/demo-routes.ts";
import { addMeRoute } from "./sign-in/me-route.ts";

/** Adds every route, those for customers behind the hook that signs them in. */
export function addRoutes(
  app: App,
  { demo, authenticate, admission, pinChanges, devices, consents }: Services,
  readiness: Readiness,
): void {
  const { openSolaris, policy, limits, stepUp, now, requireDeviceData } = devices;
  addHealthRoutes(app, readiness);
  addProblemPages(app);
  if (demo !== undefined) addDemoRoutes(app, demo);
  app.register(async (customers: App) => {
    requireCustomer(customers, authenticate, admission);
    addMeRoute(customers, stepUp);
    addPolicyRoute(customers, policy);
    addWaitsRoute(customers, limits);
    addCardRoutes(customers, openSolaris);
    addPinChangeRoutes(customers, pinChanges, limits, stepUp, requireDeviceData);
    addChangeRequestRoutes(customers, pinChanges, limits, stepUp, requireDeviceData);
    addDeviceRoutes(customers, devices);
    addLetterRoutes(customers, devices);
    addConsentRoutes(customers, { openSolaris, consents, policy, limits, now });
  });
}
