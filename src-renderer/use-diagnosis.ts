import { useEffect, useRef, useState } from "preact/hooks";
import type { DiagnosisView } from "../src-contract/bridge/diagnosis-view.ts";
import type { Failure, Result } from "../src-contract/errors/result.ts";
import { bridge } from "./bridge.ts";
import { words } from "./words/words.ts";

export type RunDiagnosis = ReturnType<typeof useDiagnosis>;

/** Runs a diagnosis at once and keeps the last one, in this screen only, not in the window's state. */
export function useDiagnosis() {
  const [view, setView] = useState<DiagnosisView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const isShown = useRef(true);

  /** @param waiting the message meanwhile @param after handles the result, and gives the message afterwards */
  const attempt = async <T>(
    ask: () => Promise<Result<T>>,
    waiting: string | null,
    after: (value: T) => string | null,
  ) => {
    setBusy(true);
    setFailure(null);
    setSaid(waiting);
    const result = await ask();
    if (!isShown.current) return;
    setBusy(false);
    setSaid(result.ok ? after(result.value) : null);
    if (!result.ok) setFailure(result);
  };
  const { checking, copied, saved } = words().diagnosis;
  const check = () =>
    void attempt(
      () => bridge().runDiagnosis(),
      checking,
      (seen) => {
        setView(seen);
        return null;
      },
    );
  const copy = () =>
    void attempt(
      () => bridge().copyReport(),
      null,
      () => copied,
    );
  const save = () =>
    void attempt(
      () => bridge().saveReport(),
      null,
      (answer) => (answer.saved ? saved : null),
    );

  useEffect(() => {
    isShown.current = true;
    check();
    return () => {
      isShown.current = false;
    };
  }, []);
  return { view, failure, isBusy, said, check, copy, save };
}
