import type { ErrorEntry } from "./error-entry.ts";

/** What blocks the way to the bank, or answers in its place. */
export const networkErrors = {
  ERR_NO_NETWORK: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_BACKEND_UNREACHABLE: { concerns: "network", retry: "at-once", pinChange: "unknown" },
  ERR_BACKEND_TIMEOUT: { concerns: "network", retry: "at-once", pinChange: "unknown" },
  ERR_NETWORK_SIGN_IN: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_CONNECTION_NOT_TRUSTED: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  /** The certificate is one that this computer trusts, and has none of the keys that the profile names. */
  ERR_SERVER_KEY_UNKNOWN: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_CERTIFICATE_DATE: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_PROXY_UNREACHABLE: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_PROXY_REFUSED: { concerns: "network", retry: "at-once", pinChange: "unknown" },
  ERR_PROXY_PASSWORD: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_PROXY_PASSWORD_WRONG: { concerns: "network", field: "proxy-password", retry: "after-change", pinChange: "none" },
  ERR_PROXY_SIGN_IN: { concerns: "network", retry: "after-change", pinChange: "unknown" },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
