/**
 * The routes for a PIN change, by their names on the wire. `signed`: by this computer's restricted key, in one request
 * (docs/solaris-api.md §2). The other two are change requests (§3), authorised by the restricted key (`device_signing`) or
 * by a TAN to the mobile phone (`sms`). `signed` and `device_signing` need this computer bound and its key unlocked.
 */
export const pinChangeRoutes = ["signed", "device_signing", "sms"] as const;
export type PinChangeRoute = (typeof pinChangeRoutes)[number];

/** The routes that use a change request. */
export const changeRequestRoutes = ["device_signing", "sms"] as const satisfies readonly PinChangeRoute[];
export type ChangeRequestRoute = (typeof changeRequestRoutes)[number];
