import { expect, it } from "vitest";
import { readChangelog } from "../../build/package/changelog.ts";

it("a package's changelog tells who gets the app what has changed in it, in plain text", () => {
  const text = `# Changelog

About this file.

## [1.1.0-rc.1] – unreleased

- App: draws the card in the profile's
  \`colours.*.card\`, **at last** ([profile](docs/partner-profile.md)).
- Backend: takes tokens.

## [1.0.0] – 2026-11-27

### Added

- The app.

### Not there yet

- Updates.

### Fixed

- A fault.

## [0.9.0] – 2026-10-01

- Backend: the first.
`;
  expect(readChangelog(text)).toEqual([
    {
      version: "1.1.0-rc.1",
      date: null,
      changes: ["draws the card in the profile's colours.*.card, at last (profile)."],
    },
    { version: "1.0.0", date: "2026-11-27", changes: ["The app.", "A fault."] },
    { version: "0.9.0", date: "2026-10-01", changes: ["Nothing has changed in the app itself."] },
  ]);
});
