/**
 * What the partner wants of `device_data` (docs/solaris-api.md §9). `off`: none is taken. `optional`: taken with the customer's
 * consent, and a request without it is taken too. `required`: each request that can have it must have it.
 */
export const deviceDataModes = ["off", "optional", "required"] as const;
export type DeviceDataMode = (typeof deviceDataModes)[number];
