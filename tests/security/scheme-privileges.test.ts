// Attacker: a script in the window. Way: a privilege of the page's scheme, each of which has had an advisory.
// Impact: it reads across origins, or past the page's policy.
// docs/threat-model.md#fewest-scheme-privileges
import { expect, it } from "vitest";
import { appScheme, windowUrl } from "../../src-main/shell/app-protocol.ts";
import { trustedOrigin } from "../../src-main/shell/trusted-origin.ts";

it("the scheme is standard and secure, and nothing else", () => {
  expect(appScheme).toEqual({ scheme: "app", privileges: { standard: true, secure: true } });
});

it("the window loads from the origin that the door trusts", () => {
  expect(windowUrl).toBe(`${trustedOrigin}/index.html`);
});
