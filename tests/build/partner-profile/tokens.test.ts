import { expect, it } from "vitest";
import { defaultColours } from "../../../build/partner-profile/palette.ts";
import { tokensOf } from "../../../build/partner-profile/tokens.ts";

it("the colours are custom properties: light ones, and dark ones where the system is dark", () => {
  const css = tokensOf(defaultColours);
  const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
  for (const part of [light, dark]) {
    expect([...part.matchAll(/^ {2}(--[a-z-]+): #[0-9a-f]{6};$/gm)].map(([, name]) => name)).toEqual(
      "--ground --surface --text --quiet --line --accent --on-accent --problem --success --uncertain --card --on-card".split(
        " ",
      ),
    );
  }
  expect(light).toContain(`--on-accent: ${defaultColours.light.on_accent};`);
  expect(dark).toContain(`--on-accent: ${defaultColours.dark.on_accent};`);
});
