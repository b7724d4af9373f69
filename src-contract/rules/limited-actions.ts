/**
 * The actions that the backend limits per customer and per device, by their names on the wire. `binding` and `code` are
 * limited per customer; a code is sent for a binding and for a TAN.
 */
export const limitedActions = ["pin_change", "binding", "code"] as const;
export type LimitedAction = (typeof limitedActions)[number];
