// docs/solaris-api.md §9.
export const consentEvents = ["APPROVED", "REJECTED"] as const;

/** What a person last said of device data, for one device (docs/solaris-api.md §9). */
export type DeviceConsent = {
  readonly id: string;
  readonly personId: string;
  readonly createdAt: number;
  eventType: (typeof consentEvents)[number];
  /** As it was sent. */
  confirmedAt: string;
};
