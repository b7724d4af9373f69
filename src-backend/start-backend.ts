import { performance } from "node:perf_hooks";
import type { FastifyRequest } from "fastify";
import type { DestinationStream } from "pino";
import { me } from "../src-contract/api/customer-schemas.ts";
import { health } from "../src-contract/api/health-schema.ts";
import { routes } from "../src-contract/api/routes.ts";
import { addCardRoutes } from "./cards/card-routes.ts";
import type { Config } from "./config.ts";
import { findLostRows } from "./database/lost-rows.ts";
import type { Migrations } from "./database/migrations.ts";
import type { Database } from "./database/open-database.ts";
import { openServerDatabase } from "./database/open-server-database.ts";
import { type Clocks, keepRemovingOld } from "./database/remove-old.ts";
import { startOnRestored } from "./database/restore-marks.ts";
import { isShared } from "./database/shared-database.ts";
import { addDeviceRoutes } from "./devices/device-routes.ts";
import { createKeysBeingAdded } from "./devices/keys-being-added.ts";
import { createPendingDevices } from "./devices/pending-devices.ts";
import { answerProblems } from "./http/answer-problems.ts";
import { createApp, type Patience } from "./http/create-app.ts";
import { type App, customerOf } from "./http/fastify-app.ts";
import { addOpenApi } from "./http/openapi.ts";
import { forCustomers, problemAnswers } from "./http/problem-answers.ts";
import { createKeyedQueue } from "./keyed-queue.ts";
import { type Admission, createAdmission } from "./limits/admission.ts";
import { createLimits } from "./limits/limits.ts";
import { addWaitsRoute } from "./limits/waits-route.ts";
import type { PinChangeDependencies } from "./pin-changes/begin-pin-change.ts";
import { addChangeRequestRoutes } from "./pin-changes/change-request-routes.ts";
import { createInFlight, type InFlight } from "./pin-changes/changes-in-flight.ts";
import { createLedger, type Ledger } from "./pin-changes/ledger.ts";
import { addPinChangeRoutes } from "./pin-changes/pin-change-routes.ts";
import { createRecords } from "./pin-changes/records.ts";
import { addPolicyRoute } from "./policy/policy-route.ts";
import { createLog, type Log } from "./server-log.ts";
import { type Authenticate, authenticateNobody, type KnownCaller } from "./sign-in/customer-identity.ts";
import { addDemoRoutes } from "./sign-in/demo-routes.ts";
import { createDemoSignIn } from "./sign-in/demo-session.ts";
import { createIdentifyPerson } from "./sign-in/identify-person.ts";
import { createStepUp, noStepUp, type StepUp } from "./sign-in/step-up.ts";
import { createTokenSignIn } from "./sign-in/token-sign-in.ts";
import { createSolaris } from "./solaris/solaris-client.ts";

/** What tests replace: log, clocks, time limits and the ledger, or add. */
export interface BackendOptions {
  readonly logTo?: DestinationStream;
  readonly now?: () => number;
  /** In milliseconds. */
  readonly monotonic?: () => number;
  /** The time limits for callers. */
  readonly patience?: Patience;
  /** A ledger other than the database's, to test one that loses entries. */
  readonly openLedger?: (database: Database) => Ledger;
  /** Migrations that the product does not have, as a newer version would: on PostgreSQL. */
  readonly furtherMigrations?: Migrations;
}

/** A running backend. */
export interface RunningBackend {
  readonly url: string;
  /** Lets requests finish, then stops. */
  readonly close: () => Promise<void>;
}

/** Starts the partner backend. */
export async function startBackend(config: Config, options: BackendOptions = {}): Promise<RunningBackend> {
  const log = createLog(config.logLevel, options.logTo);
  const { now = Date.now, monotonic = () => performance.now() } = options;
  const clocks = { now, monotonic };
  const { database, close: closeDatabase } = await openServerDatabase(
    config.database,
    log,
    now,
    options.furtherMigrations,
  );
  const stopRemoving = keepRemovingOld(database, log, clocks);
  const app = createApp(log, options.patience);
  const inFlight = createInFlight(monotonic);
  const close = async () => {
    await app.close();
    // A caller that hung up has no connection left, but Solaris may still be carrying out its PIN change.
    await inFlight.untilEmpty();
    stopRemoving();
    await closeDatabase();
  };
  try {
    await addEverything(app, config, { ...options, ...clocks, inFlight }, database, log);
    const url = await app.listen({ host: config.host, port: config.port });
    log({ event: "backend_started", demo_sign_in: config.demoCustomers !== undefined });
    return { url, close: () => close().then(() => log({ event: "backend_stopped" })) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function addEverything(
  app: App,
  config: Config,
  { now, monotonic, inFlight, openLedger = createLedger }: BackendOptions & Clocks & { readonly inFlight: InFlight },
  database: Database,
  log: Log,
): Promise<void> {
  const demo = config.demoCustomers && createDemoSignIn(config.demoCustomers, database, now, config.rowSecrets);
  const { signIn, rowSecrets } = config;
  const identifyPerson = signIn && createIdentifyPerson(signIn.persons, rowSecrets, log, monotonic);
  const authenticate =
    signIn && identifyPerson && createTokenSignIn(signIn, { identifyPerson, database, log, now, monotonic });
  const stepUp = config.signIn === undefined ? noStepUp : createStepUp(config.signIn, log, now);
  const openSolaris = createSolaris(config.solaris, log, now);
  const { policy, changeRequestSeconds } = config;
  const lostRows = await findLostRows(database, log, config.rowSecrets);
  const records = createRecords({
    ledger: openLedger(database),
    inFlight,
    mayHaveForgotten: await startOnRestored(database, log, { now, monotonic }, lostRows.count),
    isLost: lostRows.have,
    isShared: isShared(database),
    log,
    now,
    solarisTimeoutMs: config.solaris.timeoutMs,
  });
  const pinChanges: PinChangeDependencies = { records, openSolaris, policy, now, changeRequestSeconds };
  const pending = createPendingDevices(database, now);
  const { timeoutMs: solarisTimeoutMs } = config.solaris;
  const keysBeingAdded = createKeysBeingAdded({ database, now, monotonic, solarisTimeoutMs });
  const takeTurns = createKeyedQueue();

  answerProblems(app, log);
  await addOpenApi(app, config.signIn);
  const limits = createLimits(config.limits, database, log, now);
  addHealth(app);
  if (demo !== undefined) addDemoRoutes(app, demo);
  app.register(async (customers: App) => {
    const admission = createAdmission(config.limits.requests, log, monotonic);
    requireCustomer(customers, authenticate ?? demo?.authenticate ?? authenticateNobody, admission);
    addMe(customers, stepUp);
    addPolicyRoute(customers, policy);
    addWaitsRoute(customers, limits);
    addCardRoutes(customers, openSolaris);
    addPinChangeRoutes(customers, pinChanges, limits, stepUp);
    addChangeRequestRoutes(customers, pinChanges, limits, stepUp);
    const devices = { openSolaris, pending, policy, limits, takeTurns, keysBeingAdded, now, stepUp };
    addDeviceRoutes(customers, devices);
  });
}

/** Requires sign-in before the body is read, so a stranger's body is not. */
function requireCustomer(app: App, authenticate: Authenticate, admission: Admission): void {
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

function addHealth(app: App): void {
  const response = { 200: health, ...problemAnswers() };
  const schema = { operationId: "get_health", summary: "Whether this backend runs; Solaris is not asked", response };
  app.get(routes.health, { schema }, async () => ({ status: "ok" as const }));
}

function addMe(app: App, stepUp: StepUp): void {
  const response = { 200: me, ...problemAnswers(forCustomers) };
  const schema = { operationId: "get_me", summary: "The signed-in customer", security: [{ customer: [] }], response };
  app.get(routes.me, { schema }, async (request) => {
    const { customerId, name } = customerOf(request);
    return { customer_id: customerId, name, sign_in_again: stepUp.missing(request) };
  });
}
