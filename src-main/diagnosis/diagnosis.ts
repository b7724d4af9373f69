import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import { createOneAtATime } from "../one-at-a-time.ts";
import { reportFileName, writeReport } from "./report.ts";

/** The diagnosis as the window asks for it. */
export type Diagnosis = ReturnType<typeof createDiagnosis>;

/** Hands reports to the clipboard and the disk; report-hand-over.ts does it with Electron. */
export interface ReportHandOver {
  copy(report: string): Promise<void>;
  /** @throws AppError ERR_REPORT_NOT_SAVED */
  save(report: string, fileName: string): Promise<boolean>;
}

/** @param look see run-diagnosis.ts */
export function createDiagnosis(look: () => Promise<DiagnosisView>, handOver: ReportHandOver) {
  const oneAtATime = createOneAtATime();
  let looking: Promise<DiagnosisView> | null = null;
  let newest: DiagnosisView | null = null;

  const lookAnew = async () => {
    try {
      newest = await look();
      return newest;
    } finally {
      looking = null;
    }
  };
  /** Looks anew. A caller that asks meanwhile gets the same answer. */
  const run = () => {
    looking ??= lookAnew();
    return looking;
  };
  const shown = async () => newest ?? run();

  return {
    run,
    /** Copies the newest diagnosis as a report, so that it says what the window shows. */
    copyReport: async (): Promise<void> => handOver.copy(writeReport(await shown())),
    /**
     * Has the cardholder save it.
     * @returns false where they would rather not
     * @throws AppError ERR_REPORT_NOT_SAVED, or ERR_BUSY while the system's dialog is open
     */
    saveReport: (): Promise<boolean> =>
      oneAtATime(async () => {
        const view = await shown();
        return handOver.save(writeReport(view), reportFileName(view));
      }),
  };
}
