import type { ComponentChildren, VNode } from "preact";
import { expect, it } from "vitest";
import { Steps, type StepsProps } from "../../src-renderer/components/steps.tsx";
import { allBindingSteps, bindingSteps, pinSteps } from "../../src-renderer/screen-steps.ts";
import "./english-words.ts";

/** What a screen reader says of it. */
function said(drawn: ComponentChildren): string {
  if (Array.isArray(drawn)) return drawn.map(said).join("");
  if (typeof drawn === "string") return drawn;
  if (typeof drawn !== "object" || drawn === null) return "";
  const { props } = drawn as VNode<Record<string, ComponentChildren>>;
  return props["aria-hidden"] === "true" ? "" : said(props.children);
}

it.each<[string, () => StepsProps, string[]]>([
  ["the first of three", () => bindingSteps("name"), ["Name", "Code", "Passcode"]],
  ["the second", () => bindingSteps("code"), ["Name, done", "Code", "Passcode"]],
  ["a computer is linked", () => allBindingSteps(false), ["Name, done", "Code, done", "Passcode, done"]],
  ["a token has the key", () => allBindingSteps(true), ["Name, done", "Code, done", "Security key, done"]],
  ["a PIN is changed", () => pinSteps("done", "signed"), ["Card, done", "New PIN, done", "Done"]],
  [
    "a PIN is changed with a code",
    () => pinSteps("done", "sms"),
    ["Card, done", "New PIN, done", "Code, done", "Done"],
  ],
])("each step is said to be done once: %s", (_name, steps, expected) => {
  const { props } = Steps(steps()) as VNode<{ children: VNode[] }>;
  expect(props.children.map(said)).toEqual(expected);
});
