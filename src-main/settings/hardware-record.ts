/**
 * What is known about the graphics card on this computer: nothing; a start is running, or was cut off; the window was
 * painted; it stayed blank; the GPU process died. The last three come from the latest start with it.
 */
export const hardwareRecords = ["unknown", "starting", "seen", "blank", "died"] as const;
export type HardwareRecord = (typeof hardwareRecords)[number];

/** What happens in a start with the graphics card. `late`: the window should have been painted by now. */
export type StartEvent = "begun" | "painted" | "late" | "gpu-process-died" | "closed";

/**
 * Whether a start avoids the graphics card, and why. A start that was cut off counts as blank: people who see nothing kill
 * the program, and that leaves no other trace. A start killed for another reason loses little: the program is small, and the
 * settings say so.
 */
export function chooseRendering(isChosen: boolean, record: HardwareRecord): "chosen" | "blank-start" | null {
  if (isChosen) return "chosen";
  return record === "starting" || record === "blank" || record === "died" ? "blank-start" : null;
}

/**
 * What is known after an event. Only starts with the graphics card are noted, so the choice cannot flip back and forth: only
 * the cardholder returns to the graphics card.
 */
export function noteStart(record: HardwareRecord, event: StartEvent): HardwareRecord {
  switch (event) {
    case "begun":
      return "starting";
    case "painted": // better late than never, but a process that died once will die again
      return record === "died" ? "died" : "seen";
    case "late":
      return record === "starting" ? "blank" : record;
    case "gpu-process-died": // after the window was painted, Chromium restarts it
      return record === "starting" || record === "blank" ? "died" : record;
    case "closed": // normally, before anything was due to be painted
      return record === "starting" ? "unknown" : record;
  }
}
