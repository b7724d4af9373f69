import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { defaultColours } from "../../../build/partner-profile/palette.ts";
import { ProfileError } from "../../../build/partner-profile/profile-error.ts";
import { readProfile } from "../../../build/partner-profile/read-profile.ts";

const folder = mkdtempSync(path.join(tmpdir(), "cardbound-profile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const catalogue = { outcome: { changed: { next: "What now?" } }, pin: { forCard: "For {card}" } };
const least = { product_name: "Cardbound", backend_origin: "https://cards.partner.example" };

function fileOf(text: string): string {
  const file = path.join(folder, `${Math.random()}.json`);
  writeFileSync(file, text);
  return file;
}

const read = (change: object) => readProfile(fileOf(JSON.stringify({ ...least, ...change })), catalogue);

function faultsOf(give: () => unknown): readonly string[] {
  try {
    give();
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.faults;
    throw error;
  }
}

describe("a profile", () => {
  it("needs a name and a backend; all else has a default", () => {
    expect(read({})).toEqual({
      backendOrigin: "https://cards.partner.example",
      callTimeoutMs: 10_000,
      colours: defaultColours,
      logo: undefined,
      identity: { productName: "Cardbound", hasLogo: false, support: {}, texts: {} },
      policy: { weakPins: "warn", reveal: true, keypad: true, birthDateCheck: true },
    });
  });

  it("says who the partner is, how it is reached and what it allows", () => {
    const support = {
      phone: "+49 (0)30 12-34",
      email: "a@b.example",
      website: "https://b.example/",
      hours: { de: "9–17" },
    };
    const policy = { weak_pins: "refuse", reveal: false, keypad: false, birth_date_check: false };
    const texts = { en: { "outcome.changed.next": "Pay once." }, de: { "pin.forCard": "Karte {card}" } };
    const profile = read({ support, policy, texts, call_timeout_ms: 12_000 });
    expect(profile.identity).toEqual({ productName: "Cardbound", hasLogo: false, support, texts });
    expect(profile.policy).toEqual({ weakPins: "refuse", reveal: false, keypad: false, birthDateCheck: false });
    expect(profile.callTimeoutMs).toBe(12_000);
  });

  it("takes part of the policy and the colours, in any case of letters", () => {
    const profile = read({ policy: { keypad: false }, colours: { dark: { accent: "#FFAA33" } } });
    expect(profile.policy).toEqual({ weakPins: "warn", reveal: true, keypad: false, birthDateCheck: true });
    expect(profile.colours.dark).toMatchObject({ accent: "#ffaa33", surface: defaultColours.dark.surface });
  });

  it("has its logo beside it", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0H1"/></svg>';
    writeFileSync(path.join(folder, "mark.svg"), svg);
    expect(read({ logo: "mark.svg" })).toMatchObject({ logo: svg, identity: { hasLogo: true } });
  });
});

describe("what is wrong with a profile is named: the field, what is expected, what to write", () => {
  it.each<[string, object, RegExp]>([
    ["no name", { product_name: undefined }, /^product_name is not a text; expected .*"Cardbound"$/],
    ["an empty name", { product_name: " " }, /^product_name is empty .* expected/],
    ["a name with a line break", { product_name: "Card\nbound" }, /^product_name is empty or more than a line/],
    ["a name with a letter that turns the text round", { product_name: "Card\u202ebound" }, /^product_name /],
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
    ["a website without https", { support: { website: "http://a.example" } }, /^support\.website is not an https/],
    ["a website that runs", { support: { website: "javascript:alert(1)" } }, /^support\.website is not an https/],
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
