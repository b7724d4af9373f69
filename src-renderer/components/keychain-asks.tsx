import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Notice } from "./notice.tsx";

/**
 * Says that a system dialog may be waiting for the cardholder. The element always exists, so screen readers announce its
 * content; and it is on every screen, because any step can wait.
 */
export function KeychainAsks() {
  const asks = useWindowState((state) => state.keychainAsks);
  const keychain = useWindowState((state) => state.settings?.keychain);
  return (
    <div role="status" class="keychain-asks" data-testid="keychain-asks">
      {asks && keychain !== undefined && (
        <Notice kind="information" isQuiet>
          <p>{words().keychain.asks[keychain]}</p>
        </Notice>
      )}
    </div>
  );
}
