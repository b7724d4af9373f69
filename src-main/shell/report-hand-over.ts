import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type App, type BrowserWindow, dialog } from "electron";
import { AppError } from "../app-error.ts";
import type { ReportHandOver } from "../diagnosis/diagnosis.ts";
import { writeClipboard } from "./write-clipboard.ts";

/** Hands a report to the cardholder, by the clipboard or as a file of their choice. */
export function createReportHandOver(app: Pick<App, "getPath">, window: BrowserWindow): ReportHandOver {
  return {
    copy: writeClipboard,

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
