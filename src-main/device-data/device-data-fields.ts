/** What a request says of this computer; nothing, where the bank wants nothing or there is nothing. */
export interface DeviceDataFields {
  readonly device_data?: string;
  readonly device_consent_id?: string;
}

/**
 * Gives the fields for a request of one step of the cardholder. The first call begins to collect; later ones get what that
 * gives. They wait 2.5 s together.
 * @throws AppError ERR_DEVICE_DATA_REQUIRED before anything is sent, if the bank takes no request without device data
 */
export type DeviceDataOfStep = () => Promise<DeviceDataFields>;
