import type { Overview } from "../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";

type WaysToChange = Pick<Overview, "device" | "pinChangeRoutes">;

/** The route of a PIN change: the partner's most preferred one that this computer can use; null if there is none. */
export function chooseRoute({ device, pinChangeRoutes }: WaysToChange): PinChangeRoute | null {
  return pinChangeRoutes.find((route) => route === "sms" || device?.state === "bound") ?? null;
}

/** Whether a PIN can be changed here although this computer is not linked. */
export function canChangeWithoutLinking({ device, pinChangeRoutes }: WaysToChange): boolean {
  return device?.state !== "bound" && pinChangeRoutes.includes("sms");
}
