// The window's policy (docs/threat-model.md#content-security-policy): it may run and show its own files, and may
// reach nothing.

const belowTheFrame = {
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

/** What hot reload needs on top: a socket to its server, and the styles and scripts that it writes into the page. */
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

/** For the built page itself; `frame-ancestors` and `sandbox` count in a header only (CSP3 §6.3.2, §6.4.2). */
export const metaContentSecurityPolicy = toText(belowTheFrame);

/**
 * What counts in a header only. A sandbox without `allow-modals`, `allow-popups` and `allow-downloads` takes printing and
 * dialogs from the page and from every frame that it makes, whose window is not ours to prepare (HTML §7.1.5).
 */
const inTheHeader = { "frame-ancestors": "'none'", sandbox: "allow-scripts allow-same-origin allow-forms" };

/** For every answer of `app://pin/`. */
export const contentSecurityPolicy = toText({ ...belowTheFrame, ...inTheHeader });

/** For `npm run dev` only. A function, so that nothing of it is left in a build that does not call it. */
export function developmentContentSecurityPolicy(): string {
  return toText({ ...belowTheFrame, ...inTheHeader, ...relaxedForDevelopment });
}
