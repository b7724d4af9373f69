import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";
import type { StepsProps } from "./components/steps.tsx";
import { words } from "./words/words.ts";

/**
 * The steps of linking this computer, whichever way its code comes.
 * @param isOnToken whether a token will have the key, in place of a passcode
 */
export function bindingSteps(current: "name" | "code" | "passcode", isOnToken = false): StepsProps {
  const { name, code, passcode: own } = words().binding.steps;
  const passcode = isOnToken ? words().token.step : own;
  return { names: [name, code, passcode], current: ["name", "code", "passcode"].indexOf(current) };
}

/** The same when all are done. */
export function allBindingSteps(isOnToken: boolean): StepsProps {
  return { ...bindingSteps("passcode", isOnToken), isOver: true };
}

/** The steps of a PIN change; by `sms` the code is one of them. */
export function pinSteps(current: "pin" | "code" | "done", route: PinChangeRoute): StepsProps {
  const { card, pin, code, done } = words().pin.steps;
  const bySms = route === "sms";
  const order = bySms ? ["card", "pin", "code", "done"] : ["card", "pin", "done"];
  return {
    names: bySms ? [card, pin, code, done] : [card, pin, done],
    current: order.indexOf(current),
    isOver: current === "done",
    isNamedSo: current === "done",
  };
}
