import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type App, type BrowserWindow, clipboard, dialog } from "electron";
import { AppError } from "../app-error.ts";
import type { ReportHandOver } from "../diagnosis/diagnosis.ts";

/**
 * Hands a report to the cardholder, by the clipboard or as a file of their choice. The only file that may write to the
 * clipboard, because a report holds no secret (diagnosis/diagnosis-schema.ts); nothing ever reads from it.
 */
export function createReportHandOver(app: Pick<App, "getPath">, window: BrowserWindow): ReportHandOver {
  return {
    async copy(report) {
      await clipboard.writeText(report); // synchronous in Electron 33, a promise in Electron 45
    },

    async save(report, fileName) {
      const defaultPath = path.join(app.getPath("documents"), fileName);
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath });
      if (canceled || filePath === "") return false;
      try {
        await writeFile(filePath, report);
      } catch (cause) {
        throw new AppError("ERR_REPORT_NOT_SAVED", { cause });
      }
      return true;
    },
  };
}
