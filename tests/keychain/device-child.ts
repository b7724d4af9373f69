// The app's device code in a process of its own, so that each run has its own session bus and can be killed.
// argv[2] is a JSON command; one JSON line is the answer.
import { createBackendClient } from "../../src-main/backend/backend-client.ts";
import { confirmCode, continueBinding, requestCode } from "../../src-main/device/bind-device.ts";
import { type DeviceKeychain, openDeviceKeychain } from "../../src-main/device/device-keychain.ts";
import { type Enrolment, readDeviceState } from "../../src-main/device/device-state.ts";
import { type EnrolmentMarkers, openEnrolmentMarkers } from "../../src-main/device/enrolment-marker.ts";
import { enrolmentScope } from "../../src-main/device/enrolment-scope.ts";
import { AppError } from "../../src-main/errors.ts";
import { createDemoSignIn } from "../../src-main/sign-in/demo-sign-in.ts";

export type Command =
  | { readonly do: "read" | "remove"; readonly account: string }
  | { readonly do: "write"; readonly account: string; readonly text: string }
  | { readonly do: "state"; readonly markers: string; readonly backendUrl: string; readonly customer: string }
  | {
      readonly do: "bind";
      readonly markers: string;
      readonly backendUrl: string;
      readonly customer: string;
      /** Ends this process as `kill -9` does, before or after the n-th write to keychain or marker. */
      readonly kill?: { readonly write: number; readonly when: "before" | "after" };
    };

const SERVICE = "Cardbound tests";
const CODE = new TextEncoder().encode("212212");

async function answer(command: Command): Promise<unknown> {
  const keychain = openDeviceKeychain(SERVICE);
  switch (command.do) {
    case "read":
      return keychain.read(command.account);
    case "write":
      return keychain.write(command.account, command.text);
    case "remove":
      return keychain.remove(command.account);
    case "state": {
      const { enrolment } = await signIn(command, keychain);
      return describe(enrolment);
    }
    case "bind": {
      const { enrolment, backend } = await signIn(command, keychain);
      const dying = command.kill ? killedAt(enrolment, command.kill) : enrolment;
      return bindToTheEnd({ enrolment: dying, backend });
    }
  }
}

async function signIn(
  { backendUrl, customer, markers }: Extract<Command, { backendUrl: string }>,
  keychain: DeviceKeychain,
) {
  let token: string | null = null;
  const connection = {
    origin: backendUrl,
    timeoutMs: 10_000,
    fetch,
    fetchOnce: fetch,
    token: () => token,
    onSignedOut: () => undefined,
  };
  const signedIn = await createDemoSignIn(connection).signIn(customer);
  token = signedIn.token;
  const scope = enrolmentScope(backendUrl, signedIn.customer.customer_id);
  const enrolment: Enrolment = { keychain, markers: openEnrolmentMarkers(markers), scope };
  return { enrolment, backend: createBackendClient(connection) };
}

/** Does what the window does with each state, until the computer is bound. */
async function bindToTheEnd(binding: Parameters<typeof requestCode>[0]) {
  for (let step = 0; step < 5; step++) {
    const { state, stage } = await describe(binding.enrolment);
    if (stage === "bound") break;
    if (stage === "verified") await continueBinding(binding);
    else if (stage === "challenged") await ((await continueBinding(binding)) || confirmCode(binding, CODE.slice()));
    else if (state === "present" || state === "absent" || state === "lost") await requestCode(binding, "Test computer");
    else break;
  }
  return describe(binding.enrolment);
}

async function describe(enrolment: Enrolment) {
  const device = await readDeviceState(enrolment);
  if (device.state !== "present") return { state: device.state };
  const { record } = device;
  const deviceId = "device_id" in record ? record.device_id : undefined;
  return { state: device.state, stage: record.stage, deviceId, key: record.restricted.public_key };
}

function killedAt(enrolment: Enrolment, kill: { write: number; when: "before" | "after" }): Enrolment {
  let writes = 0;
  const die = () => process.kill(process.pid, "SIGKILL");
  const counted = async (write: () => Promise<void>) => {
    const isIt = ++writes === kill.write;
    if (isIt && kill.when === "before") die();
    await write();
    if (isIt) die();
  };
  const keychain: DeviceKeychain = {
    ...enrolment.keychain,
    write: (account, text) => counted(() => enrolment.keychain.write(account, text)),
  };
  const markers: EnrolmentMarkers = {
    ...enrolment.markers,
    write: (scope, deviceId) => counted(() => enrolment.markers.write(scope, deviceId)),
  };
  return { ...enrolment, keychain, markers };
}

try {
  process.stdout.write(`${JSON.stringify({ ok: true, value: await answer(JSON.parse(process.argv[2] ?? "")) })}\n`);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stdout.write(`${JSON.stringify({ ok: false, code: error.code })}\n`);
}
