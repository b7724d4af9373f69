import { z } from "zod";

/** Where newer versions of this program are, and whose signatures count (docs/releasing.md). */
export interface UpdateProfile {
  /** Without a slash at its end. */
  readonly address: string;
  /** The root metadata that this program was built with, as JSON. */
  readonly root: string;
}

/** The address's field, with a sentence for whoever writes it. @param loopback whether this computer may be named, by http */
export function updateAddress(loopback: boolean) {
  const notAnAddress =
    'is not an https address without a slash at its end; expected for example "https://updates.partner.example/desktop"';
  return z
    .string(notAnAddress)
    .max(200, "is too long; expected 200 characters at most")
    .refine((text) => {
      const url = URL.canParse(text) ? new URL(text) : null;
      if (url === null || /[\s@?#\\]|\/$/.test(text)) return false;
      return url.protocol === "https:" || (loopback && url.protocol === "http:" && url.hostname === "127.0.0.1");
    }, notAnAddress);
}

/** Reads what `--updates=` gives a development build. @throws Error a sentence for the developer */
export function readUpdatesOption(text: string): UpdateProfile {
  try {
    return z.strictObject({ address: updateAddress(true), root: z.string() }).parse(JSON.parse(text));
  } catch (cause) {
    throw new Error('--updates takes JSON: {"address":"http://127.0.0.1:4400","root":"…"}.', { cause });
  }
}
