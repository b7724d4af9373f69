import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { DestinationStream } from "pino";
import { addRoutes } from "./add-routes.ts";
import { keepSayingDigests } from "./audit/audit-digests.ts";
import type { Config } from "./config.ts";
import { loadOf } from "./database/database-load.ts";
import { type Migrations, migrations } from "./database/migrations.ts";
import type { Database } from "./database/open-database.ts";
import { openServerDatabase } from "./database/open-server-database.ts";
import { keepRemovingOld } from "./database/remove-old.ts";
import { answerProblems } from "./http/answer-problems.ts";
import { createApp, ordinaryPatience, type Patience } from "./http/create-app.ts";
import { addOpenApi } from "./http/openapi.ts";
import { createMetrics } from "./metrics/backend-metrics.ts";
import { type MetricsServer, serveMetrics } from "./metrics/metrics-server.ts";
import { openServices } from "./open-services.ts";
import { createInFlight } from "./pin-changes/changes-in-flight.ts";
import { createLedger, type Ledger } from "./pin-changes/ledger.ts";
import { PROGRAM_VERSION } from "./program-version.ts";
import { createReadiness } from "./running/readiness.ts";
import { within } from "./running/within.ts";
import { createLog } from "./server-log.ts";

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
  /** Migrations that the product does not have, as a newer version would. */
  readonly furtherMigrations?: Migrations;
}

/** A running backend. */
export interface RunningBackend {
  readonly url: string;
  /** Where its metrics are, if it has any. */
  readonly metricsUrl: string | undefined;
  /**
   * Says that it is not ready, serves on for as many seconds, takes no more connections then, and lets requests finish within
   * their own time limit (docs/operations.md#stopping). Then stops.
   */
  readonly close: (drainSeconds?: number) => Promise<void>;
}

/** Starts the partner backend. */
export async function startBackend(config: Config, options: BackendOptions = {}): Promise<RunningBackend> {
  let opened: Database | undefined;
  const metrics = config.metrics && createMetrics(() => loadOf(opened));
  const log = createLog(config.logLevel, options.logTo, metrics?.observe);
  for (const variable of config.openSecrets) log({ event: "secret_open_to_others", variable });
  const { now = Date.now, monotonic = () => performance.now(), openLedger = createLedger } = options;
  const clocks = { now, monotonic };
  const { database, close: closeDatabase } = await openServerDatabase(config.database, log, now, {
    known: { ...migrations, ...options.furtherMigrations },
    makesMissing: config.migratesAtStart,
  });
  opened = database;
  const stopRemoving = keepRemovingOld(database, log, clocks, config.retention);
  const stopDigests = keepSayingDigests(database, log, now);
  const { patience = ordinaryPatience } = options;
  const { app, announce } = createApp(log, patience);
  const readiness = createReadiness(database, log);
  const inFlight = createInFlight(monotonic);
  // For the rest of a request, and then for its answer.
  const limitMs = patience.restMs + config.solaris.timeoutMs;
  let metricsServer: MetricsServer | undefined;
  const close = async () => {
    // A caller that hung up has no connection left, but Solaris may still be carrying out its PIN change.
    const finished = app.close().then(inFlight.untilEmpty);
    if ((await within(finished, limitMs)) === "late") {
      log({ event: "stop_cut_short" });
      app.server.closeAllConnections();
    }
    stopRemoving();
    await stopDigests();
    await closeDatabase();
    metricsServer?.close();
    metrics?.stop();
  };
  const drain = async (seconds: number) => {
    readiness.end();
    announce();
    if (seconds === 0) return;
    log({ event: "backend_draining", seconds });
    await pause(seconds * 1000);
  };
  try {
    const services = await openServices(config, { database, log, inFlight, openLedger, ...clocks });
    answerProblems(app, log);
    await addOpenApi(app, config.signIn);
    addRoutes(app, services, readiness);
    if (metrics && config.metrics) metricsServer = await serveMetrics(config.metrics, metrics);
    const url = await app.listen({ host: config.host, port: config.port });
    log({ event: "backend_started", version: PROGRAM_VERSION, demo_sign_in: config.demoCustomers !== undefined });
    return {
      url,
      metricsUrl: metricsServer?.url,
      close: async (drainSeconds = 0) => {
        await drain(drainSeconds);
        await close();
        log({ event: "backend_stopped" });
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
