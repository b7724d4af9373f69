import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";

/**
 * A diagnosis as text for support: always English, `key: value` lines with stable keys, times in UTC. Contains only the
 * view's closed vocabulary.
 */
export function writeReport(view: DiagnosisView): string {
  const { versions, system, keychain, backend, clockDifferenceSeconds: clock } = view;
  const lines: [string, string | number][] = [
    ["report", "cardbound 1"],
    ["taken_at", view.takenAt],
    ["app_version", versions.app],
    ["electron_version", versions.electron],
    ["chromium_version", versions.chromium],
    ["node_version", versions.node],
    ["system", system.name],
    ["system_version", system.version],
    ["uptime_seconds", view.uptimeSeconds],
    ["language", view.language],
    ["rendering", view.rendering],
    ["screen_reader", view.screenReader],
    ["keychain", keychain.which],
    ["keychain_state", keychain.state],
    ["protection", view.protection],
    ["backend", backend.state === "failed" ? backend.code : backend.state],
    ...(backend.state === "failed" && backend.reason !== null
      ? [["backend_failure", backend.reason] as [string, string]]
      : []),
    ...(backend.state === "failed" && backend.status !== null
      ? [["backend_status", backend.status] as [string, number]]
      : []),
    ["way", view.way],
    ["encryption", view.tls],
    ["clock_difference_seconds", clock ?? "unknown"],
    ["errors", view.recentErrors.length],
    ...view.recentErrors.map(({ at, code, method, supportId }): [string, string] => [
      "error",
      [at, code, method, ...(supportId === undefined ? [] : [supportId])].join(" "),
    ]),
  ];
  return `${lines.map(([key, value]) => `${key}: ${value}`).join("\n")}\n`;
}

/** The suggested file name of a report; its date is UTC, as in the report. */
export function reportFileName({ takenAt }: Pick<DiagnosisView, "takenAt">): string {
  return `cardbound-report-${takenAt.slice(0, "YYYY-MM-DD".length)}.txt`;
}
