import type { LockReason } from "../../src-contract/bridge/views.ts";
import { signIn } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { signInState } from "../screen-states.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface SignInProps {
  /** The demonstration's customers; null with real sign-in, which does not exist yet. */
  readonly names: readonly string[] | null;
  readonly lockedBecause: LockReason | null;
}

export function SignInScreen({ names, lockedBecause }: SignInProps) {
  const failure = useWindowState((state) => state.failure);
  const text = words().signIn;
  const state = signInState({
    isAvailable: names !== null,
    hasFailed: failure !== null,
    isLocked: lockedBecause !== null,
  });
  return (
    <Page title={text.title} state={state}>
      <FailureNotice failure={failure} />
      {lockedBecause !== null && (
        <Notice kind="information" testId="locked-notice">
          <p>
            {text.locked[lockedBecause]} {text.lockedNext}
          </p>
        </Notice>
      )}
      {names === null ? (
        <p>{text.unavailable}</p>
      ) : (
        <>
          <p>{text.intro}</p>
          <ul class="choices" aria-label={text.names}>
            {names.map((name) => (
              <li key={name}>
                <Button onClick={() => signIn(name)}>{name}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
