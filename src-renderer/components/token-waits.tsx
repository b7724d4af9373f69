import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Notice } from "./notice.tsx";

/**
 * Says that a token may be waiting for a touch. As keychain-asks.tsx: the element always exists, and is on every screen.
 */
export function TokenWaits() {
  const waits = useWindowState((state) => state.tokenWaits);
  return (
    <div role="status" class="keychain-asks" data-testid="token-waits">
      {waits && (
        <Notice kind="information" isQuiet>
          <p>{words().token.waits}</p>
        </Notice>
      )}
    </div>
  );
}
