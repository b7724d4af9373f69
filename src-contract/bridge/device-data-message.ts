/** The only message of the page that runs the partner's script: the device data, or null. */
export const deviceDataChannel = "device-data";

/** As the backend takes it (src-contract/api/identifiers.ts). */
export const DEVICE_DATA_LONGEST = 16_384;

/** Whether what a script hands over can be device data: printable ASCII, as it stands in the specification's example. */
export function isDeviceData(handedOver: unknown): handedOver is string {
  return (
    typeof handedOver === "string" && handedOver.length <= DEVICE_DATA_LONGEST && /^[\x21-\x7e]+$/.test(handedOver)
  );
}
