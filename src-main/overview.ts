import type { BindingView, DeviceView, Overview } from "../src-preload/contract/views.ts";
import type { DeviceRecord } from "./device/device-record.ts";
import { type Enrolment, readDeviceState } from "./device/device-state.ts";
import type { CurrentCustomer } from "./sign-in/current-customer.ts";
import type { DemoSignIn } from "./sign-in/demo-sign-in.ts";

interface OverviewParts {
  readonly demo: DemoSignIn | null;
  readonly customer: CurrentCustomer;
  readonly enrolment: () => Enrolment;
  readonly version: string;
}

/**
 * Puts together how things stand: who is signed in, and this computer's state for them.
 * @param computerName what the system calls this computer, as a first proposal
 */
export async function describeOverview(parts: OverviewParts, computerName: string): Promise<Overview> {
  const customer = parts.customer.get();
  return {
    version: parts.version,
    demoCustomers: customer === null && parts.demo ? await parts.demo.listNames() : null,
    customer: customer === null ? null : { name: customer.name },
    device: customer === null ? null : await describeDevice(parts.enrolment(), computerName),
  };
}

async function describeDevice(enrolment: Enrolment, computerName: string): Promise<DeviceView> {
  const device = await readDeviceState(enrolment);
  switch (device.state) {
    case "absent":
    case "lost":
      return { state: device.state, suggestedName: suggestName(computerName) };
    case "present":
      return describeRecord(device.record);
    default:
      return { state: device.state };
  }
}

function describeRecord(record: DeviceRecord): BindingView | Extract<DeviceView, { state: "bound" }> {
  const { computer_name: computerName } = record;
  switch (record.stage) {
    case "requested":
      return { state: "binding", step: "request", computerName };
    case "challenged":
      return { state: "binding", step: "code", computerName, expiresAt: record.expires_at };
    case "verified":
      return { state: "binding", step: "key", computerName };
    case "bound":
      return { state: "bound", computerName };
  }
}

/** The first label of the host name, where it says anything. */
function suggestName(hostName: string): string {
  const name = (hostName.split(".")[0] ?? "")
    .replace(/[^\x20-\x7e]/g, "")
    .trim()
    .slice(0, 40);
  return name === "" || name === "localhost" ? "My computer" : name;
}
