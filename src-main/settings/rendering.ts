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

/** How this start draws, and what is remembered of it for the next. */
export type Rendering = ReturnType<typeof openRendering>;

/**
 * Reads how to draw before Electron is ready, which is when Electron has to be told.
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
    }).catch(() => undefined); // a disk that takes nothing: the next start begins as this one did

  return {
    /** Why this start draws in software; null: the graphics card draws. */
    because,
    /** This start fell back by itself, and the cardholder has not led it back. */
    hasFallenBack: () => hasFallenBack,
    /** On the disk when it returns, where it can be. Never throws: a start does not fail for its own record. */
    async note(event: StartEvent): Promise<void> {
      if (because === null) await keep(() => noteStart(record, event));
    },
    /** The cardholder wants the graphics card again: what was known is forgotten. */
    tryHardwareAgain(): Promise<void> {
      hasFallenBack = false;
      return keep(() => "unknown");
    },
  };
}
