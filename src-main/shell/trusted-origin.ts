/** Exactly our page: what Electron reports for `app://pin/…` (docs/threat-model.md#sender-checked, measured). */
export const trustedOrigin = "app://pin";
