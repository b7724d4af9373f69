import type { Config } from "./config.ts";
import { findLostRows } from "./database/lost-rows.ts";
import type { Database } from "./database/open-database.ts";
import type { Clocks } from "./database/remove-old.ts";
import { startOnRestored } from "./database/restore-marks.ts";
import { isShared } from "./database/shared-database.ts";
import { type ConsentRecords, createConsentRecords } from "./device-data/consent-records.ts";
import { createRequireDeviceData } from "./device-data/require-device-data.ts";
import type { DeviceDependencies } from "./devices/device-routes.ts";
import { createKeysBeingAdded } from "./devices/keys-being-added.ts";
import { createPendingDevices } from "./devices/pending-devices.ts";
import { createKeyedQueue } from "./keyed-queue.ts";
import { type Admission, createAdmission } from "./limits/admission.ts";
import { createLimits } from "./limits/limits.ts";
import type { PinChangeDependencies } from "./pin-changes/begin-pin-change.ts";
import type { InFlight } from "./pin-changes/changes-in-flight.ts";
import type { Ledger } from "./pin-changes/ledger.ts";
import { createRecords } from "./pin-changes/records.ts";
import type { Log } from "./server-log.ts";
import { type Authenticate, authenticateNobody } from "./sign-in/customer-identity.ts";
import { createDemoSignIn, type DemoSignIn } from "./sign-in/demo-session.ts";
import { createIdentifyPerson } from "./sign-in/identify-person.ts";
import { createStepUp, noStepUp } from "./sign-in/step-up.ts";
import { createTokenSignIn } from "./sign-in/token-sign-in.ts";
import { createSolaris } from "./solaris/solaris-client.ts";

/** What the routes do their work with. */
export interface Services {
  readonly demo: DemoSignIn | undefined;
  readonly authenticate: Authenticate;
  readonly admission: Admission;
  readonly pinChanges: PinChangeDependencies;
  /** They also have what other routes share: limits, policy, Solaris and step-up. */
  readonly devices: DeviceDependencies;
  readonly consents: ConsentRecords;
}

interface Dependencies extends Clocks {
  readonly database: Database;
  readonly log: Log;
  readonly inFlight: InFlight;
  readonly openLedger: (database: Database) => Ledger;
}

/**
 * Makes the services of this configuration on an open database, which is read and, if it is a restored copy, marked.
 * @throws DatabaseFailed
 */
export async function openServices(
  { limits: limitsConfig, policy, rowSecrets, changeRequestSeconds, ...config }: Config,
  { database, log, inFlight, openLedger, now, monotonic }: Dependencies,
): Promise<Services> {
  const { solaris, signIn } = config;
  const demo = config.demoCustomers && createDemoSignIn(config.demoCustomers, database, now, rowSecrets);
  const identifyPerson = signIn && createIdentifyPerson(signIn.persons, rowSecrets, log, monotonic);
  const authenticate =
    signIn && identifyPerson && createTokenSignIn(signIn, { identifyPerson, database, log, now, monotonic });
  const stepUp = signIn === undefined ? noStepUp : createStepUp(signIn, log, now);
  const openSolaris = createSolaris(solaris, log, now);
  const lostRows = await findLostRows(database, log, rowSecrets);
  const { timeoutMs: solarisTimeoutMs } = solaris;
  const records = createRecords({
    ledger: openLedger(database),
    inFlight,
    mayHaveForgotten: await startOnRestored(database, log, { now, monotonic }, lostRows.count, config.retention),
    isLost: lostRows.have,
    isShared: isShared(database),
    log,
    now,
    solarisTimeoutMs,
  });
  const limits = createLimits(limitsConfig, database, log, now);
  const pending = createPendingDevices(database, now);
  const keysBeingAdded = createKeysBeingAdded({ database, now, monotonic, solarisTimeoutMs });
  const takeTurns = createKeyedQueue();
  const consents = createConsentRecords(database, now);
  const requireDeviceData = createRequireDeviceData(policy, consents, log);
  return {
    demo,
    authenticate: authenticate ?? demo?.authenticate ?? authenticateNobody,
    admission: createAdmission(limitsConfig.requests, log, monotonic),
    pinChanges: { records, openSolaris, policy, now, changeRequestSeconds },
    devices: { openSolaris, pending, policy, limits, takeTurns, keysBeingAdded, now, stepUp, requireDeviceData },
    consents,
  };
}
