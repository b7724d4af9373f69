import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import { type DiagnosisRow, describeDiagnosis } from "../diagnosis-rows.ts";
import { dateLocale } from "../moment.ts";
import { errorWords, words } from "../words/words.ts";
import { Icon } from "./icon.tsx";
import { AnswerProxy } from "./network-failure-actions.tsx";

const iconOf = { works: "success", attention: "uncertain", problem: "problem" } as const;

/** The diagnosis as rows, each with its state in a word. */
export function DiagnosisList({ view }: { readonly view: DiagnosisView }) {
  return (
    <dl class="diagnosis">
      {describeDiagnosis(view).map((row) => (
        <Row key={row.name} row={row} asksForPassword={row.name === "bank" && asksForPassword(view)} />
      ))}
    </dl>
  );
}

function asksForPassword({ backend }: DiagnosisView): boolean {
  return backend.state === "failed" && backend.code === "ERR_PROXY_PASSWORD";
}

interface RowProps {
  readonly row: DiagnosisRow;
  /** Whether a proxy asks for a password, which the cardholder can give from here. */
  readonly asksForPassword: boolean;
}

function Row({ row: { name, label, lines, reference, state }, asksForPassword }: RowProps) {
  return (
    <div data-testid={`diagnosis-${name}`} data-row-state={state}>
      <dt>{label}</dt>
      <dd>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
        {reference !== undefined && <div class="reference">{reference}</div>}
        {asksForPassword && <AnswerProxy />}
      </dd>
      {state !== "information" && (
        <dd class={`row-state ${state}`}>
          <Icon name={iconOf[state]} />
          {words().diagnosis.state[state]}
        </dd>
      )}
    </div>
  );
}

/** The last errors, newest first, by their codes for support. */
export function RecentErrors({ errors }: { readonly errors: DiagnosisView["recentErrors"] }) {
  const times = new Intl.DateTimeFormat(dateLocale(), { dateStyle: "medium", timeStyle: "medium" });
  if (errors.length === 0) return <p>{words().diagnosis.errors.none}</p>;
  return (
    <ol class="recent-errors" data-testid="recent-errors">
      {errors.map(({ code, at, method, supportId }) => (
        <li key={at + code + method}>
          <p>{errorWords(code).what}</p>
          <p class="reference">
            <time dateTime={at}>{times.format(new Date(at))}</time> {code}
            {supportId !== undefined && `, ${supportId}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
