import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { SolarisRefusal, SolarisUnclear } from "../solaris/solaris-failure.ts";
import { findOwnDevice, requireOwnDevice } from "./list-devices.ts";

/**
 * Removes a bound device with all its keys (docs/solaris-api.md §6.4). Reports success only if Solaris' complete list no
 * longer has it, whatever the removal itself was answered.
 */
export async function removeDevice(solaris: Solaris, customer: CustomerIdentity, deviceId: string): Promise<void> {
  await requireOwnDevice(solaris, customer, deviceId);
  const path = ["v1", "mfa", "devices", deviceId];
  const failure = await solaris.call({ operation: "delete_device", method: "DELETE", path }).then(
    () => null,
    (error: unknown) => {
      if (error instanceof SolarisRefusal || error instanceof SolarisUnclear) return error;
      throw error;
    },
  );
  if ((await findOwnDevice(solaris, customer, deviceId)) === null) return;
  throw failure ?? new ProblemError("ERR_SOLARIS_UNAVAILABLE");
}
