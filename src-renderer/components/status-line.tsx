import type { DeviceView } from "../../src-contract/bridge/views.ts";
import { useWindowState } from "../store.ts";
import { firstWords } from "../words/words.ts";
import { Icon } from "./icon.tsx";

/**
 * The last line of the window, always in sight: how things stand, and that something is being waited for. It tells nothing
 * that a screen does not tell as well, so screen readers hear it only where they look for it.
 */
export function StatusLine() {
  const device = useWindowState(({ overview }) => (overview?.customer == null ? null : overview.device));
  const busy = useWindowState((state) => state.busy);
  const isBound = device?.state === "bound";
  return (
    <footer class="status-line">
      <span class={isBound ? "standing good" : "standing"} data-testid="standing">
        <Icon name={isBound ? "tick" : "computer"} />
        <span>{sayStanding(device)}</span>
      </span>
      {busy && (
        <span class="wait" aria-hidden="true">
          {firstWords().common.working}
          <span class="wait-dots">
            <span />
            <span />
            <span />
          </span>
        </span>
      )}
    </footer>
  );
}

/** No more than is known: behind a locked keychain, say, there may be a key. */
function sayStanding(device: DeviceView | null): string {
  const text = firstWords().status;
  switch (device?.state) {
    case undefined:
      return text.signedOut;
    case "bound":
      return text.linked({ name: device.computerName });
    case "absent":
    case "binding":
    case "erased":
    case "removed":
      return text.notLinked;
    default:
      return text.uncertain;
  }
}
