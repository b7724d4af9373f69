import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readChangelog } from "../../build/package/changelog.ts";
import { debianChangelog, linuxVersion } from "../../build/package/linux/debian-documents.ts";
import { orderPackages } from "../../build/package/order-packages.ts";
import { type PackageIdentity, packageIdentity, profileForTests } from "../../build/package/package-identity.ts";
import type { Profile } from "../../build/partner-profile/read-profile.ts";
import { root } from "../../build/paths.mjs";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";

const isFallback = (await installedElectron())?.fallback === true;
const built = { version: "1.2.3", releases: [], epoch: 1_798_761_600 };
const profile = {
  identity: { productName: "Fjord Card Desk", hasLogo: false, support: {}, privacyNotice: {}, texts: {} },
  package: {
    name: "fjord-card-desk",
    id: "example.fjord.carddesk",
    maintainer: "Fjord <cards@fjord.example>",
    icons: undefined,
  },
} as unknown as Profile;

describe("packages for people", () => {
  it.skipIf(!isFallback)("are not made with the fallback Electron", async () => {
    await expect(orderPackages({ forTests: false, forms: [] })).rejects.toThrow(/Only the fallback/);
  });

  it("are not made of a profile that does not say how they are called", () => {
    expect(() => packageIdentity({ ...profile, package: null }, built)).toThrow(
      /does not say how its package is called/,
    );
  });
});

it("a package for tests has a name, an id and a product's name of its own", () => {
  const { name, id, productName } = packageIdentity(profileForTests(profile), built);
  expect({ name, id, productName }).toEqual({
    name: "fjord-card-desk-for-tests",
    id: "example.fjord.carddesk.fortests",
    productName: "Fjord Card Desk (for tests)",
  });
});

describe("the changelog", () => {
  const text = `# Changelog

## [Unreleased]

- Nothing yet.

## [1.1.0] – 2027-02-03

### Added

- A thing, with \`code\`, **weight** and [a link](docs/testing.md)
  over two lines.
- Another.

## [1.1.0-beta.1] - 2027-01-02

### Fixed

- A fault.
`;

  it("is read version by version, as plain text", () => {
    expect(readChangelog(text)).toEqual([
      {
        version: "1.1.0",
        date: "2027-02-03",
        changes: ["A thing, with code, weight and a link over two lines.", "Another."],
      },
      { version: "1.1.0-beta.1", date: "2027-01-02", changes: ["A fault."] },
    ]);
  });

  it("of this project has its own version", () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const [newest] = readChangelog(readFileSync(path.join(root, "CHANGELOG.md"), "utf8"));
    expect(newest?.version).toBe(version);
    expect(newest?.changes.length).toBeGreaterThan(10);
  });

  it("becomes Debian's, in which a preview comes before its release", () => {
    const identity = {
      name: "fjord",
      maintainer: "F <f@fjord.example>",
      releases: readChangelog(text),
      epoch: 0,
    } as unknown as PackageIdentity;
    expect(debianChangelog(identity)).toContain(
      "fjord (1.1.0~beta.1) stable; urgency=medium\n\n  * A fault.\n\n -- F <f@fjord.example>  Sat, 02 Jan 2027 00:00:00 +0000\n",
    );
    expect(linuxVersion({ version: "1.1.0" })).toBe("1.1.0");
  });
});
