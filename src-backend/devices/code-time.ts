import type { CodeTime } from "../../src-contract/api/device-schemas.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import type { PendingDevice, PendingDevices } from "./pending-devices.ts";

/**
 * Until when the code that a device waits for is valid, as Solaris says (docs/solaris-api.md §6.2). Solaris is asked about this
 * customer's codes alone; another one's looks like one that has expired, as when it is answered. Changes nothing here.
 * @throws ProblemError `ERR_CODE_EXPIRED` @throws SolarisRefusal, SolarisUnclear
 */
export async function getCodeTime(
  solaris: Solaris,
  pending: Pick<PendingDevices, "has">,
  { rowIds }: CustomerIdentity,
  { deviceId, challengeId }: Omit<PendingDevice, "rowIds">,
): Promise<CodeTime> {
  if (!(await pending.has({ deviceId, challengeId, rowIds }))) throw new ProblemError("ERR_CODE_EXPIRED");
  const path = ["v1", "mfa", "challenges", "signatures", challengeId];
  const { id, expires_at: expiresAt } = await solaris.call({ operation: "get_challenge", method: "GET", path });
  const isOfAnother = id !== undefined && id !== null && id !== challengeId;
  return { expires_at: (isOfAnother ? undefined : expiresAt) ?? null };
}
