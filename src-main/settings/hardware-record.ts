/**
 * What is known of drawing with the graphics card on this computer: nothing; a start is under way, or was cut off; the
 * window was seen; it stayed blank; the process that draws has died. The last three come from the latest start with it.
 */
export const hardwareRecords = ["unknown", "starting", "seen", "blank", "died"] as const;
export type HardwareRecord = (typeof hardwareRecords)[number];

/** What happens in a start with the graphics card. `late`: the window should have been painted by now. */
export type StartEvent = "begun" | "painted" | "late" | "gpu-process-died" | "closed";

/**
 * Whether a start does without the graphics card, and why. A start that was cut off counts like a blank one: whoever sees
 * nothing ends the program by force, and no other trace of that is left. Who did so for another reason loses little, the
 * program is small and the settings say it.
 */
export function chooseRendering(isChosen: boolean, record: HardwareRecord): "chosen" | "blank-start" | null {
  if (isChosen) return "chosen";
  return record === "starting" || record === "blank" || record === "died" ? "blank-start" : null;
}

/**
 * What is known after an event. Only starts with the graphics card are noted. So a start without it, however it ends,
 * changes nothing: no start can flip the choice to and fro, and only the cardholder leads back to the graphics card.
 */
export function noteStart(record: HardwareRecord, event: StartEvent): HardwareRecord {
  switch (event) {
    case "begun":
      return "starting";
    case "painted": // late is better than never, but a process that died once will do so again
      return record === "died" ? "died" : "seen";
    case "late":
      return record === "starting" ? "blank" : record;
    case "gpu-process-died": // after the window was seen, Chromium starts another by itself
      return record === "starting" || record === "blank" ? "died" : record;
    case "closed": // in good order, before there was anything to see or to miss
      return record === "starting" ? "unknown" : record;
  }
}
