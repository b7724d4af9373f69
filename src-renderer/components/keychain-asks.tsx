import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Notice } from "./notice.tsx";

/**
 * Says that the system may be waiting for an answer of the cardholder's, in a window of its own. The place is always there,
 * so that a screen reader announces what comes into it, and on every screen, because every step can be the one that waits.
 */
export function KeychainAsks() {
  const asks = useWindowState((state) => state.keychainAsks);
  const keychain = useWindowState((state) => state.overview?.keychain);
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
