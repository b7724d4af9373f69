import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { PartnerIdentity } from "../../src-contract/bridge/partner-identity.ts";
import type { EntryPolicy } from "../../src-contract/rules/entry-policy.ts";
import { type SignInProfile, toSignInProfile } from "../../src-main/sign-in/browser/sign-in-profile.ts";
import { type TokenModule, tokenSystems } from "../../src-main/token/token-modules.ts";
import { openBuiltInRoot } from "../../src-main/updates/signed-metadata.ts";
import type { UpdateProfile } from "../../src-main/updates/update-profile.ts";
import { UpdateRefusal } from "../../src-main/updates/update-refusal.ts";
import { faultOfLogo } from "./check-logo.ts";
import { completeColours } from "./complete-colours.ts";
import { adviseColours } from "./contrast-advice.ts";
import { findBreaches } from "./contrast-gate.ts";
import { readScripts, type Script } from "./device-data-scripts.ts";
import { colourNames, type Palette, type Theme, themes } from "./palette.ts";
import { ProfileError } from "./profile-error.ts";
import { profileSchema, type WrittenProfile } from "./profile-schema.ts";
import { type Catalogue, faultsOfTexts } from "./reworded-texts.ts";

/** What `npm run icons` makes; the sizes are those of the hicolor theme. */
export const iconWidths = [16, 24, 32, 48, 64, 128, 256, 512] as const;
const iconFiles = ["icon.ico", "icon.icns", ...iconWidths.map((width) => `icons/${width}x${width}.png`)];

/** A checked profile. */
export interface Profile {
  readonly backendOrigin: string;
  readonly backendPins: readonly string[];
  readonly callTimeoutMs: number;
  readonly colours: Readonly<Record<Theme, Palette>>;
  /** The SVG itself. */
  readonly logo: string | undefined;
  readonly identity: PartnerIdentity;
  readonly policy: EntryPolicy;
  /** By Node's name of the system; empty if the profile says nothing of them. */
  readonly tokenModules: Readonly<Record<string, readonly TokenModule[]>>;
  /** Null if the profile says nothing of it: enough for a development build. */
  readonly signIn: SignInProfile | null;
  /** Null if the profile says nothing of it: enough for a build that is not packaged. */
  readonly package: ProfiledPackage | null;
  /** The vendor's scripts, and the domains that they may reach; null if there are none. */
  readonly deviceData: { readonly scripts: readonly Script[]; readonly domains: readonly string[] } | null;
  /** Null if the partner brings newer versions to computers by a way of its own. */
  readonly updates: UpdateProfile | null;
}

/** How the program is called once it is installed. */
export interface ProfiledPackage {
  readonly name: string;
  readonly id: string;
  /** As `Name <address>`. */
  readonly maintainer: string;
  /** The folder of its icons; undefined for the project's own. */
  readonly icons: string | undefined;
}

/**
 * Reads a partner's profile, and refuses one that would build a broken or unreadable app.
 * @param file the profile, its logo beside it
 * @param catalogue the window's English words
 * @throws ProfileError naming all faults at once
 */
export function readProfile(file: string, catalogue: Catalogue): Profile {
  const parsed = profileSchema.safeParse(readJson(file));
  if (!parsed.success) {
    throw new ProfileError(
      file,
      parsed.error.issues.map(({ path: place, message }) => `${place.join(".") || "The file"} ${message}`),
    );
  }
  const written = parsed.data;
  const colours = completeColours(written.colours);
  const logo = readLogo(file, written.logo);
  const updates = readUpdates(file, written.updates);
  const deviceData = readDeviceData(file, written.device_data);
  const faults = [
    ...logo.faults,
    ...deviceData.faults,
    ...updates.faults,
    ...faultsOfColours(colours),
    ...faultsOfContacts(written),
    ...faultsOfPackage(file, written),
    ...faultsOfTexts(written.texts, catalogue),
  ];
  if (faults.length > 0) throw new ProfileError(file, faults);
  return {
    backendOrigin: written.backend_origin,
    backendPins: written.backend_pins ?? [],
    callTimeoutMs: written.call_timeout_ms,
    colours,
    logo: logo.svg,
    identity: identityOf(written),
    package: packageOf(file, written),
    signIn: written.sign_in === undefined ? null : toSignInProfile(written.sign_in),
    deviceData: deviceData.profile,
    tokenModules: modulesOf(written),
    updates: updates.profile,
    policy: {
      weakPins: written.policy.weak_pins,
      reveal: written.policy.reveal,
      keypad: written.policy.keypad,
      birthDateCheck: written.policy.birth_date_check,
    },
  };
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new ProfileError(file, ["The file cannot be read; expected a profile there, see docs/partner-profile.md"]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProfileError(file, [
      `The file is not JSON (${(error as Error).message}); expected { "product_name": … }`,
    ]);
  }
}

function readLogo(file: string, name: string | undefined): { svg: string | undefined; faults: string[] } {
  if (name === undefined) return { svg: undefined, faults: [] };
  let svg: string;
  try {
    svg = readFileSync(path.join(path.dirname(file), name), "utf8");
  } catch {
    return { svg: undefined, faults: [`logo is not there; expected the file ${name} beside the profile`] };
  }
  const fault = faultOfLogo(svg);
  return { svg, faults: fault === undefined ? [] : [`logo: ${name} ${fault}`] };
}

function readDeviceData(
  file: string,
  written: WrittenProfile["device_data"],
): { profile: Profile["deviceData"]; faults: string[] } {
  if (written === undefined) return { profile: null, faults: [] };
  const { scripts, faults } = readScripts(path.join(path.dirname(file), written.folder));
  const named = faults.map((fault) => `device_data.folder: ${written.folder} ${fault}`);
  return { profile: { scripts, domains: written.domains }, faults: named };
}

/** A root that apps would not start from must not be built in: no later one could mend it. */
function readUpdates(
  file: string,
  updates: WrittenProfile["updates"],
): { profile: UpdateProfile | null; faults: string[] } {
  if (updates === undefined) return { profile: null, faults: [] };
  const { address, root: name } = updates;
  try {
    const root = readFileSync(path.join(path.dirname(file), name), "utf8");
    const { expires } = openBuiltInRoot(root);
    const faults = Date.parse(expires) > Date.now() ? [] : [`updates.root: ${name} has expired; expected a newer root`];
    return { profile: { address, root: JSON.stringify(JSON.parse(root)) }, faults };
  } catch (error) {
    const why = error instanceof UpdateRefusal ? `is not what apps take (${error.reason})` : "is not there";
    return { profile: null, faults: [`updates.root: ${name} ${why}; expected a signed root, see docs/releasing.md`] };
  }
}

function faultsOfColours(colours: Readonly<Record<Theme, Palette>>): string[] {
  return themes.flatMap((theme) => {
    const palette = colours[theme];
    const breaches = findBreaches(palette).map(({ pair: { foreground, background, minimum, use }, ...found }) => {
      const pair = `${foreground} (${palette[foreground]}) on ${background} (${found.background})`;
      // Truncated, because rounding would show 4.499 as the required 4.5.
      const ratio = (Math.floor(found.measured * 100) / 100).toFixed(2);
      return `colours.${theme}: ${pair} has a contrast of ${ratio}; expected at least ${minimum} (${use})`;
    });
    if (breaches.length === 0) return [];
    const advised = adviseColours(palette);
    const moved = colourNames.filter((name) => advised[name] !== palette[name]);
    return [
      ...breaches,
      `colours.${theme}: write instead ${moved.map((name) => `"${name}": "${advised[name]}"`).join(", ")}`,
    ];
  });
}

/** `$`, `%` and the grave accent mean something to what makes the installer of Windows. */
const unusableAsFile = /[\\/:*?"<>|$%`]|\.$|^[.~-]|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The icons have to be there, and the name to be one that every system lets a file have. */
function faultsOfPackage(file: string, written: WrittenProfile): string[] {
  if (written.package === undefined) return [];
  const { icons } = packageOf(file, written) ?? {};
  const missing = icons === undefined ? [] : iconFiles.filter((name) => !existsSync(path.join(icons, name)));
  const named = unusableAsFile.test(written.product_name)
    ? [
        'product_name becomes the name of files in a package; expected it without \\ / : * ? " < > | $ % `, with no dot at its end, no . - ~ at its beginning, and no name that Windows keeps for itself',
      ]
    : [];
  return [...missing.map((name) => `package.icons: ${name} is not there; expected it in that folder`), ...named];
}

/** What is to be opened has to be there. */
function faultsOfContacts({ support }: WrittenProfile): string[] {
  const missing = (support.opens ?? []).filter((way) => support[way] === undefined);
  return missing.map((way) => `support.opens names "${way}", which is not there; expected support.${way} besides`);
}

function modulesOf({ hardware_key: written }: WrittenProfile): Record<string, TokenModule[]> {
  const bySystem: Record<string, TokenModule[]> = {};
  for (const { system, ...module } of written?.modules ?? []) {
    const platform = tokenSystems[system];
    bySystem[platform] = [...(bySystem[platform] ?? []), module];
  }
  return bySystem;
}

function packageOf(file: string, { package: written }: WrittenProfile): ProfiledPackage | null {
  if (written === undefined) return null;
  const { icons, ...named } = written;
  return { ...named, icons: icons === undefined ? undefined : path.join(path.dirname(file), icons) };
}

function identityOf(written: WrittenProfile): PartnerIdentity {
  const { product_name, logo, support, privacy_notice, texts, device_data } = written;
  const deviceConsent = device_data?.consent;
  return {
    productName: product_name,
    hasLogo: logo !== undefined,
    support,
    privacyNotice: privacy_notice,
    ...(deviceConsent !== undefined && { deviceConsent }),
    texts,
  };
}
