import { readFileSync } from "node:fs";
import path from "node:path";
import type { PartnerIdentity } from "../../src-contract/bridge/partner-identity.ts";
import type { EntryPolicy } from "../../src-contract/rules/entry-policy.ts";
import { faultOfLogo } from "./check-logo.ts";
import { completeColours } from "./complete-colours.ts";
import { adviseColours } from "./contrast-advice.ts";
import { findBreaches } from "./contrast-gate.ts";
import { colourNames, type Palette, type Theme, themes } from "./palette.ts";
import { ProfileError } from "./profile-error.ts";
import { profileSchema, type WrittenProfile } from "./profile-schema.ts";
import { type Catalogue, faultsOfTexts } from "./reworded-texts.ts";

/** A checked profile. */
export interface Profile {
  readonly backendOrigin: string;
  readonly callTimeoutMs: number;
  readonly colours: Readonly<Record<Theme, Palette>>;
  /** The SVG itself. */
  readonly logo: string | undefined;
  readonly identity: PartnerIdentity;
  readonly policy: EntryPolicy;
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
  const faults = [...logo.faults, ...faultsOfColours(colours), ...faultsOfTexts(written.texts, catalogue)];
  if (faults.length > 0) throw new ProfileError(file, faults);
  return {
    backendOrigin: written.backend_origin,
    callTimeoutMs: written.call_timeout_ms,
    colours,
    logo: logo.svg,
    identity: identityOf(written),
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

function identityOf({ product_name, logo, support, texts }: WrittenProfile): PartnerIdentity {
  return { productName: product_name, hasLogo: logo !== undefined, support, texts };
}
