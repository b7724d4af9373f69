import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import { AppError } from "../app-error.ts";
import { recentErrors } from "../log.ts";
import { createOneAtATime } from "../one-at-a-time.ts";
import { reportFileName, writeReport } from "./report.ts";

/** The diagnosis for the window. */
export type Diagnosis = ReturnType<typeof createDiagnosis>;

/** Writes reports to the clipboard or a file; report-hand-over.ts does it with Electron. */
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
  /** Runs a new diagnosis. Calls that come meanwhile share it. */
  const run = () => {
    looking ??= lookAnew();
    return looking;
  };
  const shown = async () => newest ?? run();

  return {
    run,
    /** Copies the newest diagnosis, the one that the window shows, as a report. */
    copyReport: async (): Promise<void> => handOver.copy(writeReport(await shown())),
    /**
     * Copies the code and the id of an error that the window was told. By its id, so the window can have nothing else copied.
     * @throws AppError ERR_BAD_ARGUMENT if it was none of the last errors
     */
    copyErrorNumber: async (supportId: string): Promise<void> => {
      const error = recentErrors().find((told) => told.supportId === supportId);
      if (error === undefined) throw new AppError("ERR_BAD_ARGUMENT");
      await handOver.copy(`${error.code}, ${supportId}`);
    },
    /**
     * Lets the cardholder save it.
     * @returns false if they cancel
     * @throws AppError ERR_REPORT_NOT_SAVED, or ERR_BUSY while the system's dialog is open
     */
    saveReport: (): Promise<boolean> =>
      oneAtATime(async () => {
        const view = await shown();
        return handOver.save(writeReport(view), reportFileName(view));
      }),
  };
}
