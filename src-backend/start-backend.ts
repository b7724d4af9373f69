import { performance } from "node:perf_hooks";
import type { DestinationStream } from "pino";
import { addRoutes } from "./add-routes.ts";
import type { Config } from "./config.ts";
import { type Migrations, migrations } from "./database/migrations.ts";
import type { Database } from "./database/open-database.ts";
import { openServerDatabase } from "./database/open-server-database.ts";
import { keepRemovingOld } from "./database/remove-old.ts";
import { answerProblems } from "./http/answer-problems.ts";
import { createApp, type Patience } from "./http/create-app.ts";
import { addOpenApi } from "./http/openapi.ts";
import { openServices } from "./open-services.ts";
import { createInFlight } from "./pin-changes/changes-in-flight.ts";
import { createLedger, type Ledger } from "./pin-changes/ledger.ts";
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
  /** Lets requests finish, then stops. */
  readonly close: () => Promise<void>;
}

/** Starts the partner backend. */
export async function startBackend(config: Config, options: BackendOptions = {}): Promise<RunningBackend> {
  const log = createLog(config.logLevel, options.logTo);
  const { now = Date.now, monotonic = () => performance.now(), openLedger = createLedger } = options;
  const clocks = { now, monotonic };
  const { database, close: closeDatabase } = await openServerDatabase(config.database, log, now, {
    known: { ...migrations, ...options.furtherMigrations },
    makesMissing: config.migratesAtStart,
  });
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
    const services = await openServices(config, { database, log, inFlight, openLedger, ...clocks });
    answerProblems(app, log);
    await addOpenApi(app, config.signIn);
    addRoutes(app, services);
    const url = await app.listen({ host: config.host, port: config.port });
    log({ event: "backend_started", demo_sign_in: config.demoCustomers !== undefined });
    return { url, close: () => close().then(() => log({ event: "backend_stopped" })) };
  } catch (error) {
    await close();
    throw error;
  }
}
