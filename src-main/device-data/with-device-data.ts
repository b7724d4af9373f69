import type { BackendClient } from "../backend/backend-client.ts";
import type { DeviceDataOfStep } from "./device-data-fields.ts";

/**
 * The backend as a step of the binding calls it: each request that may say something of this computer waits for it.
 * @throws AppError ERR_DEVICE_DATA_REQUIRED from these, before anything is sent
 */
export function withDeviceData(backend: BackendClient, deviceData: DeviceDataOfStep): BackendClient {
  return {
    ...backend,
    createDevice: async (request) => backend.createDevice({ ...request, ...(await deviceData()) }),
    verifyDevice: async (id, request) => backend.verifyDevice(id, { ...request, ...(await deviceData()) }),
    addKey: async (id, request) => backend.addKey(id, { ...request, ...(await deviceData()) }),
  };
}
