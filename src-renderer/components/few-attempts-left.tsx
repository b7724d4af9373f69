import { PASSCODE_ATTEMPTS } from "../../src-preload/contract/passcode-rules.ts";
import { useWindowState } from "../store.ts";
import { AttemptsLeft } from "./failure-notice.tsx";
import { Notice } from "./notice.tsx";

/** Said before the first try of a PIN change, where there were wrong passcodes before. */
export function FewAttemptsLeft() {
  const { overview } = useWindowState();
  const device = overview?.device;
  if (device?.state !== "bound" || device.passcodeAttemptsLeft === PASSCODE_ATTEMPTS) return null;
  return (
    <Notice kind="uncertain">
      <p>
        <AttemptsLeft attempts={device.passcodeAttemptsLeft} />
      </p>
    </Notice>
  );
}
