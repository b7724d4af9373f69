import type { DiagnosisView } from "../src-contract/bridge/diagnosis-view.ts";
import { errorWords, locale, type Words, words } from "./words/words.ts";

/** One row of the diagnosis in words. */
export interface DiagnosisRow {
  readonly name: keyof DiagnosisRowNames;
  readonly label: string;
  /** Sentences, one below the other. */
  readonly lines: readonly string[];
  /** A reference for support, which the cardholder need not understand. */
  readonly reference?: string | undefined;
  readonly state: RowState;
}

type RowState = keyof Words["diagnosis"]["state"] | "information";
type DiagnosisRowNames = Omit<
  Words["diagnosis"],
  "title" | "intro" | "checking" | "checked" | "again" | "copy" | "copied" | "save" | "saved" | "state" | "errors"
>;

/** Codes and certificates are valid for minutes, so a smaller difference does no harm. */
const MOST_SECONDS_OFF = 60;

/** The diagnosis in words: possible problems first, then facts for support. */
export function describeDiagnosis(view: DiagnosisView): readonly DiagnosisRow[] {
  const { way, tls, keychain, key, rendering, screenReader, language } = words().diagnosis;
  const known = { state: "information" } as const;
  return [
    bankRow(view),
    { name: "tls", label: tls.name, lines: [tls[view.tls]], state: tlsState(view) },
    clockRow(view),
    {
      name: "keychain",
      label: keychain.name,
      lines: [keychain.which[view.keychain.which], keychain[view.keychain.state]],
      state: view.keychain.state === "works" ? "works" : "problem",
    },
    { name: "key", label: key.name, lines: [words().protection[view.protection]], ...known },
    { name: "way", label: way.name, lines: [way[view.way]], ...known },
    { name: "rendering", label: rendering.name, lines: [rendering[view.rendering]], ...known },
    { name: "screenReader", label: screenReader.name, lines: [screenReader[view.screenReader]], ...known },
    { name: "language", label: language.name, lines: [nameOf(view.language)], ...known },
    programRow(view),
    systemRow(view),
  ];
}

/** In the words of the failure that a step would show for it. */
function bankRow({ backend }: DiagnosisView): DiagnosisRow {
  const { name, reachable } = words().diagnosis.bank;
  const row = { name: "bank", label: name } as const;
  if (backend.state === "reachable") return { ...row, lines: [reachable], state: "works" };
  const { code, reason, status } = backend;
  const { what, next } = errorWords(code);
  const id = reason ?? status;
  const reference = id === null ? words().support.reference({ code }) : words().support.referenceWithId({ code, id });
  return { ...row, lines: [what, next], reference, state: "problem" };
}

/** TLS is known to work only if a connection was made. */
function tlsState({ tls, backend }: DiagnosisView): RowState {
  if (tls === "not-used") return "attention";
  return backend.state === "reachable" ? "works" : "information";
}

function clockRow({ clockDifferenceSeconds: seconds }: DiagnosisView): DiagnosisRow {
  const { clock } = words().diagnosis;
  const row = { name: "clock", label: clock.name } as const;
  if (seconds === null) return { ...row, lines: [clock.unknown], state: "information" };
  if (Math.abs(seconds) <= MOST_SECONDS_OFF) return { ...row, lines: [clock.right], state: "works" };
  const difference = describeDuration(Math.abs(seconds));
  return { ...row, lines: [(seconds > 0 ? clock.slow : clock.fast)({ difference })], state: "attention" };
}

function programRow({ versions, uptimeSeconds }: DiagnosisView): DiagnosisRow {
  const { app, chromium, node } = versions; // Electron's version is in the report, for support
  const { name, running } = words().diagnosis.program;
  const lines = [
    `${__PARTNER__.productName} ${app}`,
    `Chromium ${chromium}, Node ${node}`,
    running({ duration: describeDuration(uptimeSeconds) }),
  ];
  return { name: "program", label: name, lines, state: "information" };
}

function systemRow({ system }: DiagnosisView): DiagnosisRow {
  const { name, other } = words().diagnosis.system;
  const names = { windows: "Windows", macos: "macOS", linux: "Linux", other };
  return { name: "system", label: name, lines: [`${names[system.name]} ${system.version}`], state: "information" };
}

/** In the largest fitting unit, e.g. "3 hours". */
export function describeDuration(seconds: number): string {
  const units = { day: 86_400, hour: 3600, minute: 60, second: 1 } as const;
  const unit = (Object.keys(units) as (keyof typeof units)[]).find((one) => seconds >= units[one]) ?? "second";
  const format = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale(), format).format(seconds / units[unit]);
}

/** With a capital, which French, Italian and Spanish give it only where it stands alone, as it does here. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames(locale(), { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(locale()) + name.slice(1);
}
