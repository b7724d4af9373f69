import type { DeviceView } from "../../src-contract/bridge/views.ts";
import { PASSCODE_ATTEMPTS } from "../../src-contract/rules/passcode.ts";
import { sayAttemptsLeft } from "../field-failure.ts";
import { useWindowState } from "../store.ts";
import { Notice } from "./notice.tsx";

/** Whether the last passcodes were wrong. */
export function hasFewAttemptsLeft(device: DeviceView | null | undefined): boolean {
  return device?.state === "bound" && device.passcodeAttemptsLeft < PASSCODE_ATTEMPTS;
}

/** Warns about them before the first try of a PIN change. */
export function FewAttemptsLeft() {
  const device = useWindowState((state) => state.overview?.device);
  if (device?.state !== "bound") return null;
  return (
    <Notice kind="uncertain">
      <p>
        <b>{sayAttemptsLeft(device.passcodeAttemptsLeft)}</b>
      </p>
    </Notice>
  );
}
