import { z } from "zod";

/** The vendor's script that makes device data, which the partner gives, and whom it may reach (docs/device-data.md). */
export interface DeviceDataProfile {
  /** The folder with `collect.js` and the scripts that run before it, an absolute path; null for the one that the build has put beside main. */
  readonly folder: string | null;
  /** Host names, each with all names below it. The script reaches them by https, and nobody else. */
  readonly domains: readonly string[];
}

const notADomain =
  'is not a domain; expected a host name in small letters, without scheme, port or wildcard, for example "vendor.example"';
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
/** Two labels at least, of which the last one begins with a letter: no address of a computer, and no whole top-level domain. */
const domainForm = new RegExp(`^(?=.{4,253}$)(?:${label}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$`);

/** The domains of `device_data`, with sentences for whoever writes them. The profile and the option of development builds share them. */
export const deviceDataDomains = z
  .array(z.string(notADomain).regex(domainForm, notADomain), 'is not a list; expected for example ["vendor.example"]')
  .max(20, "is more domains than anybody looks at; expected 20 at most")
  .refine((domains) => new Set(domains).size === domains.length, "names one domain twice");

/** Whether a file of the folder is one of the page's scripts. Their names stand in its markup. */
export const isScriptName = (name: string) => /^[A-Za-z0-9][A-Za-z0-9._-]*\.js$/.test(name);

/** Reads what `--device-data=` gives a development build. @throws Error a sentence for the developer */
export function readDeviceDataOption(text: string): DeviceDataProfile {
  try {
    return z.strictObject({ folder: z.string().min(1), domains: deviceDataDomains }).parse(JSON.parse(text));
  } catch (cause) {
    throw new Error('--device-data takes JSON: {"folder":"/path/of/the/folder","domains":["vendor.example"]}.', {
      cause,
    });
  }
}
