import { monitorEventLoopDelay } from "node:perf_hooks";
import process from "node:process";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { API_VERSION } from "../../src-contract/api/api-version.ts";
import type { DatabaseLoad } from "../database/database-load.ts";
import { PROGRAM_VERSION } from "../program-version.ts";
import type { LogEvent } from "../server-log.ts";

/** In seconds, to the limit of the app. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const NANOSECONDS = 1e9;

/** What this instance counts for Prometheus (docs/operations.md#metrics). */
export interface BackendMetrics {
  /** Takes one event of the log, the only source of what is counted: so nothing is counted twice. */
  readonly observe: (entry: LogEvent) => void;
  /** All of it, in Prometheus' text format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly stop: () => void;
}

/**
 * Creates the metrics of one backend. Their labels are closed words and statuses: no id, name or address.
 * @param load reads how the database's connections are used
 */
export function createMetrics(load: () => DatabaseLoad): BackendMetrics {
  const registry = new Registry();
  const registers = [registry];
  const eventLoop = monitorEventLoopDelay({ resolution: 20 });
  eventLoop.enable();

  new Gauge({
    ...{ name: "build_info", help: "Always 1.", labelNames: ["version", "api_version", "node_version"], registers },
    collect() {
      this.set({ version: PROGRAM_VERSION, api_version: API_VERSION, node_version: process.versions.node }, 1);
    },
  });
  new Gauge({
    ...{ name: "db_pool_in_use", help: "Database connections at work for a request.", registers },
    collect() {
      this.set(load().inUse);
    },
  });
  new Gauge({
    ...{ name: "db_pool_waiting", help: "Statements and transactions that wait for a connection.", registers },
    collect() {
      this.set(load().waiting);
    },
  });
  new Gauge({
    ...{ name: "event_loop_delay_seconds", help: "Since the last scrape.", labelNames: ["percentile"], registers },
    collect() {
      for (const percent of [50, 99, 100]) {
        this.set({ percentile: String(percent) }, eventLoop.percentile(percent) / NANOSECONDS);
      }
      eventLoop.reset();
    },
  });
  const requests = new Histogram({
    ...{
      name: "http_request_duration_seconds",
      help: "From a request's head to the end of its answer.",
      buckets,
      registers,
    },
    labelNames: ["operation", "status"],
  });
  const calls = new Histogram({
    ...{
      name: "solaris_call_duration_seconds",
      help: "One call to Solaris or its token endpoint.",
      buckets,
      registers,
    },
    labelNames: ["operation", "outcome"],
  });
  const ends = new Counter({
    ...{
      name: "pin_changes_total",
      help: "PIN changes that have ended, as this instance has written down.",
      registers,
    },
    labelNames: ["route", "end"],
  });
  const unknown = new Counter({
    ...{
      name: "pin_changes_unknown_total",
      help: "Those of which nobody knows whether the PIN is changed.",
      registers,
    },
  });
  const notRecorded = new Counter({
    ...{ name: "pin_change_outcomes_not_recorded_total", help: "Outcomes that the ledger did not take.", registers },
  });
  const failures = new Counter({
    ...{
      name: "ledger_write_failures_total",
      help: "Writes to the ledger that failed.",
      labelNames: ["reason"],
      registers,
    },
  });
  const refusals = new Counter({
    ...{ name: "limit_refusals_total", help: "Requests beyond a limit.", labelNames: ["action"], registers },
  });

  const observe = (entry: LogEvent): void => {
    switch (entry.event) {
      case "request_done":
        requests.observe({ operation: entry.operation, status: entry.status }, entry.ms / 1000);
        break;
      case "solaris_call":
        calls.observe({ operation: entry.operation, outcome: `${Math.floor(entry.status / 100)}xx` }, entry.ms / 1000);
        break;
      case "solaris_call_failed":
        calls.observe({ operation: entry.operation, outcome: entry.reason }, entry.ms / 1000);
        break;
      case "pin_change_ended":
        ends.inc({ route: entry.route, end: entry.end });
        if (entry.end === "unknown") unknown.inc();
        break;
      case "outcome_not_recorded":
        notRecorded.inc();
        break;
      case "database_failed":
        if (entry.use === "ledger") failures.inc({ reason: entry.reason });
        break;
      case "limit_reached":
        // That of all requests is told once in its time.
        if (entry.action !== "request") refusals.inc({ action: entry.action });
        break;
      case "request_refused":
        refusals.inc({ action: "request" });
        break;
    }
  };

  return {
    observe,
    text: () => registry.metrics(),
    contentType: registry.contentType,
    stop: () => eventLoop.disable(),
  };
}
