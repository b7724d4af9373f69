// The window's policy (docs/threat-model.md#content-security-policy): it may run and show its own files, and connect to
// nothing.

const pagePolicy = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "font-src": "'self'",
  "connect-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "object-src": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};

/** What hot reload also needs: a socket to its server, and the styles and scripts that it injects. */
const relaxedForDevelopment = {
  "script-src": "'self' 'unsafe-inline'",
  "style-src": "'self' 'unsafe-inline'",
  "connect-src": "'self' ws://127.0.0.1:5173",
  "require-trusted-types-for": undefined,
  "trusted-types": undefined,
};

function toText(policy: Record<string, string | undefined>): string {
  return Object.entries(policy)
    .filter(([, value]) => value !== undefined)
    .map(([directive, value]) => `${directive} ${value}`)
    .join("; ");
}

/** For the built page's meta element; `frame-ancestors` and `sandbox` only work in a header (CSP3 §6.3.2, §6.4.2). */
export const metaContentSecurityPolicy = toText(pagePolicy);

/**
 * What only works in a header. A sandbox without `allow-modals`, `allow-popups` and `allow-downloads` denies printing and
 * dialogs to the page and to every frame that it creates, which we cannot prepare otherwise (HTML §7.1.5).
 */
const headerOnlyPolicy = { "frame-ancestors": "'none'", sandbox: "allow-scripts allow-same-origin allow-forms" };

/** For every answer of `app://pin/`. */
export const contentSecurityPolicy = toText({ ...pagePolicy, ...headerOnlyPolicy });

/** For `npm run dev` only. A function, so a build that does not call it does not contain it. */
export function developmentContentSecurityPolicy(): string {
  return toText({ ...pagePolicy, ...headerOnlyPolicy, ...relaxedForDevelopment });
}
