import { type Shell, shell } from "electron";
import type { OpenedContact, SupportContacts } from "../../src-contract/bridge/partner-identity.ts";
import { AppError } from "../app-error.ts";
import { log } from "../log.ts";

// The only use of `shell.openExternal`, which would also start programs and open files (docs/threat-model.md#one-page-opened):
// nothing gets there but a page of the identity provider's one origin, and the contacts that the profile allows.

type Opener = Pick<Shell, "openExternal">;

/**
 * Opens the identity provider's page in the system's browser.
 * @param origin the profile's; null where nobody signs in with the browser
 * @param environment the browser inherits it
 * @param opener Electron's `shell`
 */
export function createOpenBrowser(
  origin: string | null,
  environment: NodeJS.ProcessEnv,
  opener: Opener = shell,
): (url: string) => Promise<void> {
  return async (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !isPage(url) || url.origin !== origin) {
      log({ event: "browser_page_refused" });
      throw new AppError("ERR_SIGN_IN_FAILED");
    }
    // Where nothing opens, the sign-in waits on: a link can be copied.
    if (!(await openOutside(opener, environment, url.href))) log({ event: "browser_not_opened" });
  };
}

/** https, or, in development builds, http on this computer. */
function isPage({ protocol, hostname, username, password }: URL): boolean {
  const isSafe = protocol === "https:" || (!__RELEASE__ && protocol === "http:" && hostname === "127.0.0.1");
  return isSafe && username === "" && password === "";
}

/**
 * Opens the partner's phone number or e-mail address in the system's program for it.
 * @param support the profile's; nothing else is ever opened, and of this only what it allows
 * @param environment the program inherits it
 * @returns whether the system was asked: false if it said at once that it has no program for it
 */
export function createOpenContact(
  support: SupportContacts,
  environment: NodeJS.ProcessEnv,
  opener: Opener = shell,
): (contact: OpenedContact) => Promise<boolean> {
  const addresses = addressesOf(support);
  return async (contact) => {
    const address = addresses.get(contact);
    if (address === undefined) {
      log({ event: "contact_refused" });
      throw new AppError("ERR_BAD_ARGUMENT");
    }
    return openOutside(opener, environment, address);
  };
}

/**
 * "+49 (0) 30 …" is dialled without the 0, which is for calls from within the country, however the country is dialled. Of a
 * number in Italy the 0 is a part (ITU E.164 national numbering plan, +39).
 */
const zeroWithinCountry = /(?<=^(?:\+|00)(?!39).*)\( ?0 ?\)/;

/** The closed list: the addresses that the profile allows to open, as RFC 3966 and RFC 6068 write them. */
function addressesOf({ opens = [], phone, email }: SupportContacts): ReadonlyMap<OpenedContact, string> {
  const all = {
    phone: phone && `tel:${phone.replace(zeroWithinCountry, "").replace(/[^+\d]/g, "")}`,
    email: email && `mailto:${email.split("@").map(encodeURIComponent).join("@")}`,
  };
  return new Map(opens.flatMap((contact) => (all[contact] ? [[contact, all[contact]] as const] : [])));
}

/**
 * @param address checked by the caller
 * @returns false if the system said that it cannot. On Linux it does not: it also resolves where there is no program (measured)
 */
async function openOutside(opener: Opener, environment: NodeJS.ProcessEnv, address: string): Promise<boolean> {
  // Electron's own: the first can take a GTK program's bridge to assistive technology, the second its Wayland.
  delete environment.NO_AT_BRIDGE;
  delete environment.GDK_BACKEND;
  try {
    await opener.openExternal(address);
    return true;
  } catch {
    return false; // its error has the address
  }
}
