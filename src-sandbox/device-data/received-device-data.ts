import type { OperationName } from "../http/solaris-operations.ts";

/** What a device said of itself, exactly as it came. Kept in memory alone. */
export type ReceivedDeviceData = {
  readonly operation: OperationName;
  readonly person_id: string;
  readonly device_data: string;
};
