import { z } from "zod";
import { openedContacts } from "../../src-contract/bridge/partner-identity.ts";
import { weakPinRules } from "../../src-contract/rules/entry-policy.ts";
import { type Language, languages } from "../../src-contract/rules/languages.ts";
import { pinForm } from "../../src-main/backend/server-pins.ts";
import { deviceDataDomains } from "../../src-main/device-data/device-data-profile.ts";
import { signInFields } from "../../src-main/sign-in/browser/sign-in-profile.ts";
import { faultOfModules, tokenModuleFields } from "../../src-main/token/token-modules.ts";
import { updateAddress } from "../../src-main/updates/update-profile.ts";
import { colourNames } from "./palette.ts";

/** An object whose errors list its known fields. */
function fields<Shape extends z.core.$ZodShape>(shape: Shape) {
  const names = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has no field ${issue.keys.map((key) => `"${key}"`).join(", ")}; expected some of ${names}`
        : `is not a group of fields; expected { … } with some of ${names}`,
  });
}

/** The same value in any of the window's languages. */
function perLanguage<Schema extends z.ZodType>(schema: Schema) {
  const optional = Object.fromEntries(languages.map((language) => [language, schema.exactOptional()]));
  return fields(optional as Record<Language, z.ZodExactOptional<Schema>>);
}

/** What has no place in a line: it breaks it, cannot be seen, turns the text round, or is not allowed in XML. */
const unwritable = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}`;

/** A short line for people, without line breaks and control characters. */
const line = (longest: number, example: string) =>
  z
    .string(`is not a text; expected one line, for example "${example}"`)
    .regex(
      new RegExp(`^(?!\\s)[^${unwritable}]+(?<!\\s)$`, "u"),
      `is empty or more than a line; expected a text such as "${example}"`,
    )
    .max(longest, `is too long; expected ${longest} characters at most`);

const yesOrNo = z.boolean("is neither true nor false; expected one of them, without quotation marks");

const notAColour = 'is not a colour; expected # and six hexadecimal digits, for example "#1b4f8f"';
const colour = z
  .string(notAColour)
  .regex(/^#[0-9a-f]{6}$/i, notAColour)
  .transform((text) => text.toLowerCase());

const colourGroup = fields(
  Object.fromEntries(colourNames.map((name) => [name, colour.exactOptional()])) as Record<
    (typeof colourNames)[number],
    z.ZodExactOptional<typeof colour>
  >,
);

const notAnOrigin =
  'is not an https origin; expected https:// and a host name with nothing behind it, for example "https://cards.partner.example"';
const notAWebsite = 'is not an https address; expected one such as "https://www.partner.example/cards"';

const websiteForm = new RegExp(`^https://[^@\\s<>"${unwritable}]+$`, "u");

const notAPackageName =
  'is not a name for packages; expected small letters, digits and single hyphens, for example "fjord-card-desk"';
const notAnId =
  'is not an id; expected a domain of yours in reverse and a name, in small letters and digits, for example "example.fjord.carddesk"';
const notAMaintainer = 'is not a maintainer; expected a name and an address, for example "Fjord <cards@fjord.example>"';
const maintainerForm = new RegExp(
  `^(?!\\s)[^<>,${unwritable}]*[^<>,\\s${unwritable}] <[^<>\\s@${unwritable}]+@[^<>\\s@${unwritable}]+>$`,
  "u",
);
const notAnIconFolder = 'is not the name of a folder beside the profile; expected for example "icons"';

const notAPin = 'is not a pin; expected "sha256/" and the base64 of a key\'s hash (docs/partner-profile.md)';
const notPins = 'is not a list; expected two pins at least, for example ["sha256/…", "sha256/…"]';
const notAScriptFolder = 'is not the name of a folder beside the profile; expected for example "device-data"';
const notARoot =
  'is not the name of a JSON file beside the profile or in a folder there; expected for example "1.root.json"';

const notModules =
  'is not a list of modules; expected for example [{ "system": "linux", "name": "opensc", "path": "/…", "sha256": "…" }]';

const notOpened = 'is not a list of ways that can be opened; expected some of "phone", "email", for example ["email"]';

/**
 * The partner's profile, `build/partner.json`, which makes the app the partner's own. Two fields are required, an accent
 * colour is usual, and everything else has a default; docs/partner-profile.md describes each field.
 */
export const profileSchema = fields({
  /** The product's name: the window's title, the sign-in screen, and the name of the entries in the OS keychain. */
  product_name: line(40, "Cardbound"),

  /** The partner backend. A release talks to this origin and to no other. */
  backend_origin: z
    .string(notAnOrigin)
    .refine((text) => URL.canParse(text) && text.startsWith("https://") && new URL(text).origin === text, notAnOrigin),

  /** Public keys of which the backend's certificates must have one: the one in use, and one that is kept offline. */
  backend_pins: z
    .array(z.string(notAPin).regex(pinForm, notAPin), notPins)
    .refine(
      ({ length }) => length >= 2,
      "is one key, and no app could reach a backend that has lost it; expected two at least, one of them offline",
    )
    .refine(({ length }) => length <= 8, "is more keys than anybody looks after; expected 8 at most")
    .refine((pins) => new Set(pins).size === pins.length, "names one key twice; expected another one, kept offline")
    .exactOptional(),

  /** The time limit of one call to the backend. Longer than the backend's own for Solaris (SOLARIS_TIMEOUT_MS, 7000). */
  call_timeout_ms: z
    .int("is not a whole number; expected milliseconds, for example 10000")
    .min(1_000, "is too short for any answer; expected 1000 to 60000 milliseconds, for example 10000")
    .max(60_000, "is longer than anybody waits; expected 1000 to 60000 milliseconds, for example 10000")
    .default(10_000),

  /**
   * The logo: the name of an SVG file beside the profile, or in a folder there. Without one the window shows only the
   * product's name.
   */
  logo: z
    .string('is not the name of a file; expected an SVG beside the profile, for example "logo.svg"')
    .regex(
      /^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*\.svg$/,
      'is not the name of an SVG file beside the profile or in a folder there; expected for example "logo.svg"',
    )
    .exactOptional(),

  /** The window's colours in both themes. Missing ones are filled in (complete-colours.ts), then the gate measures all. */
  colours: fields({ light: colourGroup.default({}), dark: colourGroup.default({}) }).default({ light: {}, dark: {} }),

  /** How cardholders reach the partner's support. The window shows only what is given. */
  support: fields({
    phone: z
      .string('is not a text; expected a phone number such as "+49 30 1234567"')
      .regex(/^\+?[0-9][0-9 ()/-]{2,29}$/, 'is not a phone number; expected one such as "+49 30 1234567"')
      .exactOptional(),
    email: z.email('is not an e-mail address; expected one such as "help@partner.example"').exactOptional(),
    website: z
      .string(notAWebsite)
      .max(200, "is too long; expected 200 characters at most")
      .refine((text) => URL.canParse(text) && websiteForm.test(text), notAWebsite)
      .exactOptional(),
    hours: perLanguage(line(80, "Monday to Friday, 9 to 17")).exactOptional(),
    /** What the window may have opened, in the system's program for it. */
    opens: z
      .array(z.enum(openedContacts, notOpened), notOpened)
      .refine((ways) => new Set(ways).size === ways.length, "names one more than once")
      .exactOptional(),
  }).default({}),

  /** The privacy notice per language: its text, or the https address of it, which is shown and can be copied. */
  privacy_notice: perLanguage(
    z
      .string('is not a text; expected the notice, or its address such as "https://www.partner.example/privacy"')
      .trim()
      .min(1, "is empty; expected the notice or its https address, or leave its line out")
      .max(20_000, "is too long; expected 20000 characters at most, or the https address of the notice"),
  ).default({}),

  /** How cardholders sign in at the partner's identity provider. A release needs it (sign-in-of-release.ts). */
  sign_in: fields(signInFields("https")).exactOptional(),

  /** How the program is called once it is installed. A package needs it (build/package/package-identity.ts). */
  package: fields({
    /** The package, its command, and its folder below /opt: a name by Debian's rules (Policy 5.6.1), which are the strictest. */
    name: z
      .string(notAPackageName)
      .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, notAPackageName)
      .min(2, notAPackageName)
      .max(40, "is too long; expected 40 characters at most"),
    /** The program's id on every system: desktop entry, AppStream, bundle identifier, AppUserModelID. */
    id: z
      .string(notAnId)
      .regex(/^[a-z][a-z0-9]*(?:\.[a-z][a-z0-9]*){2,}$/, notAnId)
      .max(80, "is too long; expected 80 characters at most"),
    /** Who answers for the package. */
    maintainer: z
      .string(notAMaintainer)
      .regex(maintainerForm, notAMaintainer)
      .max(200, "is too long; expected 200 characters at most"),
    /** A folder beside the profile with icon.ico, icon.icns and icons/48x48.png and the like, as `npm run icons` makes them. */
    icons: z
      .string(notAnIconFolder)
      .regex(/^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/, notAnIconFolder)
      .exactOptional(),
  }).exactOptional(),

  /** Which PKCS#11 modules may be loaded for a key on a token (docs/hardware-key.md). Without it none is, and nothing is asked. */
  hardware_key: fields({
    modules: z
      .array(fields(tokenModuleFields), notModules)
      .min(1, notModules)
      .max(20, "is more modules than anybody looks after; expected 20 at most")
      .check(({ value, issues }) => {
        const fault = faultOfModules(value);
        if (fault !== null) issues.push({ code: "custom", message: fault, input: value });
      }),
  }).exactOptional(),

  /** Where newer versions of the app are, and the root metadata that says whose signatures count (docs/releasing.md). */
  updates: fields({
    address: updateAddress(false),
    root: z.string(notARoot).regex(/^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*\.json$/, notARoot),
  }).exactOptional(),

  /** The vendor's script that makes device data, and whom it may reach (docs/device-data.md). */
  device_data: fields({
    /** A folder beside the profile with `collect.js` and the scripts that run before it. */
    folder: z
      .string(notAScriptFolder)
      .regex(/^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/, notAScriptFolder),
    domains: deviceDataDomains,
    /** What is collected, why and by whom, for the cardholder who is asked for their consent. */
    consent: perLanguage(
      z
        .string("is not a text; expected what is collected, why and by whom")
        .trim()
        .min(1, "is empty; expected what is collected, why and by whom")
        .max(2_000, "is too long; expected 2000 characters at most"),
    ).exactOptional(),
  }).exactOptional(),

  /** What the partner allows its cardholders. */
  policy: fields({
    /** A PIN that is easy to guess: "warn" says so and lets the cardholder take it, "refuse" asks for another. */
    weak_pins: z.enum(weakPinRules, 'is not a rule; expected "warn" or "refuse"').default("warn"),
    /** Whether the cardholder can show the PIN for five seconds while typing. */
    reveal: yesOrNo.default(true),
    /** Whether the cardholder may switch on a keypad on the screen. */
    keypad: yesOrNo.default(true),
    /** Whether the window offers to compare the new PIN with the cardholder's birth date, which stays on the computer. */
    birth_date_check: yesOrNo.default(true),
  }).prefault({}),

  /** Messages of the window in the partner's words: by language, then by the message's place among the window's words. */
  texts: perLanguage(
    z.record(
      z.string(),
      z
        .string('is not a text; expected the message, for example "Your new PIN is valid at once."')
        .trim()
        .min(1, "is empty; expected the message, or leave its line out")
        .max(600, "is too long; expected 600 characters at most"),
      'is not a group of messages; expected { "outcome.changed.next": "…" }',
    ),
  ).default({}),
});

/** A profile with its defaults, with the file's names: `on_accent`, `weak_pins`. */
export type WrittenProfile = z.output<typeof profileSchema>;
