import { writeFile } from "node:fs/promises";
import type { HardwareRecord } from "../../../src-main/settings/hardware-record.ts";

/** What an earlier start left behind. */
export const keepRecord = (file: string, hardware: HardwareRecord) =>
  writeFile(file, JSON.stringify({ version: 1, hardware }));
