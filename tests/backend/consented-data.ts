import { routes } from "../../src-contract/api/routes.ts";
import type { DeviceDataMode } from "../../src-contract/rules/device-data-mode.ts";
import { path, setUpAda } from "./backend.ts";
import { personId, type Said } from "./fake-solaris.ts";
import { usual } from "./usual-config.ts";

/** Of consents at Solaris. */
export const address = `/v1/persons/${personId}/device_consents`;

/** As Solaris has a consent (docs/solaris-api.md §9). */
export const consentOf = (id: string, event_type: string, more: object = {}) => ({
  ...{ id, person_id: personId, event_type, confirmed_at: "2027-01-15T08:00:00.000Z" },
  created_at: "2027-01-15T08:00:00.000Z",
  ...more,
});

/** A configuration that wants device data so. */
export const wanting = (deviceData: DeviceDataMode) => ({ policy: { ...usual.policy, deviceData } });

/** A backend that wants device data so, with Ada signed in, and a Solaris that takes each consent and each withdrawal. */
export async function consenting(deviceData: DeviceDataMode, options: Parameters<typeof setUpAda>[0] = {}) {
  const world = await setUpAda({ ...options, config: { ...options.config, ...wanting(deviceData) } });
  let consents = 0;
  world.solaris.on("POST", address, (): Said => {
    consents += 1;
    return { status: 201, json: consentOf(`consent${consents}dcon`, "APPROVED") };
  });
  world.solaris.on("PATCH", `${address}/*`, (asked) => ({
    status: 201,
    json: consentOf(asked.path.split("/").at(-1) ?? "", "REJECTED"),
  }));
  const { ada } = world;
  const give = () => ada("POST", routes.deviceConsents, {});
  return {
    ...world,
    give,
    withdraw: (id: string) => ada("DELETE", path.consent(id)),
    read: async () => (await ada("GET", routes.deviceConsents)).json,
    /** Gives a consent. @returns what a request says with it */
    dataOf: async (device_data: string) => ({
      device_data,
      device_consent_id: (await give()).json.consent_id as string,
    }),
  };
}
