import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ProfileError } from "../../../build/partner-profile/profile-error.ts";
import { readProfile } from "../../../build/partner-profile/read-profile.ts";
import { catalogue, faultsOf, writeProfiles } from "./written-profiles.ts";

const { folder, fileOf, read } = writeProfiles();
const packaged = { name: "fjord-card-desk", id: "example.fjord.carddesk", maintainer: "Fjord <cards@fjord.example>" };

describe("what is wrong with a profile is named: the field, what is expected, what to write", () => {
  it.each<[string, object, RegExp]>([
    ["no name", { product_name: undefined }, /^product_name is not a text; expected .*"Cardbound"$/],
    ["an empty name", { product_name: " " }, /^product_name is empty .* expected/],
    ["a name with a line break", { product_name: "Card\nbound" }, /^product_name is empty or more than a line/],
    ["a name with a letter that turns the text round", { product_name: "Card\u202ebound" }, /^product_name /],
    [
      "a name with another line break",
      { product_name: "Card\u2028bound" },
      /^product_name is empty or more than a line/,
    ],
    ["a name with half a letter", { product_name: "Card\ud800" }, /^product_name is empty or more than a line/],
    ["a name that fills a screen", { product_name: "a".repeat(41) }, /^product_name is too long; expected 40/],
    ["no backend", { backend_origin: undefined }, /^backend_origin is not an https origin; expected/],
    ["a backend without https", { backend_origin: "http://cards.partner.example" }, /^backend_origin /],
    ["a backend with a path", { backend_origin: "https://cards.partner.example/api" }, /^backend_origin /],
    ["a backend with a slash", { backend_origin: "https://cards.partner.example/" }, /^backend_origin /],
    ["a backend with a user", { backend_origin: "https://me@cards.partner.example" }, /^backend_origin /],
    ["a backend in capitals", { backend_origin: "https://Cards.partner.example" }, /^backend_origin /],
    ["a time as text", { call_timeout_ms: "10000" }, /^call_timeout_ms is not a whole number; expected/],
    ["a time too short", { call_timeout_ms: 999 }, /^call_timeout_ms is too short/],
    ["a time too long", { call_timeout_ms: 60_001 }, /^call_timeout_ms is longer/],
    ["a logo elsewhere", { logo: "../logo.svg" }, /^logo is not the name of an SVG file beside/],
    ["a logo from a path", { logo: "/etc/logo.svg" }, /^logo is not the name of an SVG file beside/],
    ["a logo of another kind", { logo: "logo.png" }, /^logo is not .*"logo\.svg"$/],
    ["a logo that is not there", { logo: "none.svg" }, /^logo is not there; expected the file none\.svg/],
    [
      "a colour by name",
      { colours: { light: { accent: "navy" } } },
      /^colours\.light\.accent is not a colour; .*#1b4f8f/,
    ],
    ["a colour of three digits", { colours: { dark: { text: "#fff" } } }, /^colours\.dark\.text is not a colour/],
    ["a colour that is CSS", { colours: { dark: { text: "#ffffff;}" } } }, /^colours\.dark\.text is not a colour/],
    [
      "an unknown colour",
      { colours: { light: { primary: "#000000" } } },
      /^colours\.light has no field "primary"; expected some of ground, surface, .*accent/,
    ],
    ["colours in a list", { colours: [] }, /^colours is not a group of fields; expected/],
    ["a phone number in words", { support: { phone: "call us" } }, /^support\.phone is not a phone number; expected/],
    ["a mail address without its end", { support: { email: "help@" } }, /^support\.email is not an e-mail address/],
    [
      "a contact to open that nobody opens",
      { support: { opens: ["website"] } },
      /^support\.opens\.0 is not a list of ways that can be opened/,
    ],
    [
      "a contact to open that is not there",
      { support: { opens: ["phone"] } },
      /^support\.opens names "phone", which is/,
    ],
    [
      "a privacy notice without text",
      { privacy_notice: { en: " " } },
      /^privacy_notice\.en is empty; expected the notice/,
    ],
    ["a website without https", { support: { website: "http://a.example" } }, /^support\.website is not an https/],
    ["a website that runs", { support: { website: "javascript:alert(1)" } }, /^support\.website is not an https/],
    ["a website that XML cannot hold", { support: { website: "https://a.example/\u0001" } }, /^support\.website /],
    ["a website that pretends", { support: { website: "https://bank@evil.example" } }, /^support\.website /],
    [
      "hours without a language",
      { support: { hours: "9 to 5" } },
      /^support\.hours is not a group of fields; .*en, de/,
    ],
    [
      "hours in Dutch",
      { support: { hours: { nl: "9–17" } } },
      /^support\.hours has no field "nl"; expected some of en/,
    ],
    ...[" Fjord <a@b.example>", "\u202eFjord <a@b.example>", "Fjord <a\u001b@b.example>", "Fjord"].map(
      (maintainer): [string, object, RegExp] => [
        `the maintainer ${JSON.stringify(maintainer)}`,
        { package: { ...packaged, maintainer } },
        /^package\.maintainer is not a maintainer/,
      ],
    ),
    ...["$INSTDIR", "`id`", "%TEMP%", ".cards", "-cards", "Con"].map((product_name): [string, object, RegExp] => [
      `a package of the product ${product_name}`,
      { package: packaged, product_name },
      /^product_name becomes the name of files in a package/,
    ]),
    ["a rule that does not exist", { policy: { weak_pins: "off" } }, /^policy\.weak_pins .* "warn" or "refuse"$/],
    ["yes as a text", { policy: { reveal: "false" } }, /^policy\.reveal is neither true nor false/],
    ["an empty message", { texts: { en: { "pin.forCard": " " } } }, /^texts\.en\.pin\.forCard is empty; expected/],
    ["nested messages", { texts: { en: { pin: { forCard: "x" } } } }, /^texts\.en\.pin is not a text; expected/],
    ["a field that does not exist", { color: {} }, /^The file has no field "color"; expected some of product_name/],
    [
      "unreadable colours",
      { colours: { light: { quiet: "#999999" } } },
      /^colours\.light: quiet \(#999999\) on ground/,
    ],
    [
      "a message nobody shows",
      { texts: { de: { "outcome.next": "x" } } },
      /^texts\.de\["outcome\.next"\] is no message/,
    ],
  ])("%s", (_name, change, expected) => {
    const [first = "", ...others] = faultsOf(() => read(change));
    expect(first).toMatch(expected);
    expect(first).toMatch(/; expected /);
    if (!/unreadable/.test(_name)) expect(others).toEqual([]);
  });

  it("everything at once, each on a line of its own", () => {
    const faults = faultsOf(() => read({ product_name: "", call_timeout_ms: 1, policy: { keypad: 1 } }));
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["product_name", "call_timeout_ms", "policy.keypad"]);
    const { message } = new ProfileError("partner.json", ["a is b", "c is d"]);
    expect(message).toBe("Nothing can be built with the partner's profile partner.json:\n  a is b\n  c is d\n");
  });

  it("a logo that is more than a drawing", () => {
    const script = '<svg xmlns="http://www.w3.org/2000/svg"><script href="#a"/></svg>';
    writeFileSync(path.join(folder, "script.svg"), script);
    expect(faultsOf(() => read({ logo: "script.svg" }))).toEqual([
      expect.stringMatching(/^logo: script\.svg has a <script>; expected shapes only/),
    ]);
  });

  it("a file that is not there, or is not JSON", () => {
    expect(faultsOf(() => readProfile(path.join(folder, "nowhere.json"), catalogue))[0]).toMatch(/cannot be read/);
    expect(faultsOf(() => readProfile(fileOf("{ product_name: }"), catalogue))[0]).toMatch(/is not JSON/);
  });
});
