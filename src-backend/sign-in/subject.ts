import { z } from "zod";

/**
 * A customer's id at the identity provider: 255 ASCII characters at most (OpenID Connect Core §2, `sub`). Compared character
 * by character (RFC 7519 §2, StringOrURI); in ASCII there is only one way to write a text.
 */
export const subjectId = z.string().regex(/^[\x20-\x7e]{1,255}$/);
