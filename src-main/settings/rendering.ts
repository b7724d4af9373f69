import { z } from "zod";
import { writeDurably } from "../files/durable-file.ts";
import { readSmallJson } from "../files/small-file.ts";
import { createOneAtATime } from "../one-at-a-time.ts";
import {
  chooseRendering,
  type HardwareRecord,
  hardwareRecords,
  noteStart,
  type StartEvent,
} from "./hardware-record.ts";

const renderingFile = z.strictObject({ version: z.literal(1), hardware: z.enum(hardwareRecords) });

/** How this start draws, and what it records for the next. */
export type Rendering = ReturnType<typeof openRendering>;

/**
 * Decides how to draw, before Electron is ready and can no longer be told.
 * @param isChosen the cardholder has chosen software rendering
 */
export function openRendering(file: string, isChosen: boolean) {
  const parsed = renderingFile.safeParse(readSmallJson(file));
  let record: HardwareRecord = parsed.success ? parsed.data.hardware : "unknown";
  const because = chooseRendering(isChosen, record);
  let hasFallenBack = because === "blank-start";
  const inTurn = createOneAtATime().after;

  const keep = (next: () => HardwareRecord) =>
    inTurn(async () => {
      const before = record;
      record = next();
      if (record === before) return;
      const contents: z.infer<typeof renderingFile> = { version: 1, hardware: record };
      await writeDurably(file, JSON.stringify(contents));
    }).catch(() => undefined); // if the disk refuses, the next start decides as this one did

  return {
    /** Why this start draws in software; null if the graphics card draws. */
    because,
    /** Whether this start fell back by itself and the cardholder has not undone it. */
    hasFallenBack: () => hasFallenBack,
    /** Notes an event, on disk if possible. Never throws: a start must not fail because of its record. */
    async note(event: StartEvent): Promise<void> {
      if (because === null) await keep(() => noteStart(record, event));
    },
    /** Forgets the record, because the cardholder wants the graphics card again. */
    tryHardwareAgain(): Promise<void> {
      hasFallenBack = false;
      return keep(() => "unknown");
    },
  };
}
