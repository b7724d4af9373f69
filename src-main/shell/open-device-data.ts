import type { CollectDeviceData } from "../device-data/collect-device-data.ts";
import type { DeviceDataProfile } from "../device-data/device-data-profile.ts";

/** What runs the partner's script, which is loaded when the first is to run. @returns null in a build without one */
export function openDeviceData(profile: DeviceDataProfile | null): CollectDeviceData | null {
  if (profile === null) return null;
  let page: CollectDeviceData | null = null;
  /** Counts the stops: nothing begins that was asked for before one. */
  let stops = 0;
  return {
    async collect(consentId) {
      const before = stops;
      const loaded = await loadPage();
      if (loaded === null) return null;
      page ??= loaded.createDeviceDataPage(profile);
      return stops === before ? page.collect(consentId) : null;
    },
    stop() {
      stops++;
      page?.stop();
    },
  };
}

/** Null where an update has replaced the file under the running program: then there is no device data, and no step fails by it. */
async function loadPage() {
  try {
    return await import("./device-data-page.ts");
  } catch {
    return null;
  }
}
