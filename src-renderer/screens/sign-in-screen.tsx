import type { ComponentChildren } from "preact";
import type { LockReason } from "../../src-contract/bridge/views.ts";
import { signIn } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { signInWithBrowser } from "../sign-in-actions.ts";
import { signInState } from "../sign-in-states.ts";
import { useWindowState } from "../store.ts";
import { firstWords } from "../words/words.ts";

interface SignInProps {
  /** The demonstration's customers; null where one signs in with the browser. */
  readonly names: readonly string[] | null;
  readonly lockedBecause: LockReason | null;
  /** What is told of a newer version. */
  readonly notice: ComponentChildren;
}

export function SignInScreen({ names, lockedBecause, notice }: SignInProps) {
  const failure = useWindowState((state) => state.failure);
  const text = firstWords().signIn;
  const state = signInState({
    byNames: names !== null,
    isNoCardholder: failure?.code === "ERR_NO_CARDHOLDER",
    hasFailed: failure !== null,
    isLocked: lockedBecause !== null,
  });
  return (
    <Page title={text.title} state={state}>
      {notice}
      <FailureNotice failure={failure} />
      {lockedBecause !== null && (
        <Notice kind="information" testId="locked-notice">
          <p role="status">{`${text.locked[lockedBecause]} ${text.lockedNext}`}</p>
        </Notice>
      )}
      {names === null ? <WithBrowser isOther={state === "sign-in-no-cardholder"} /> : <ByName names={names} />}
    </Page>
  );
}

/** @param isOther the account that signed in last is of no use here, so another is the main action */
function WithBrowser({ isOther }: { readonly isOther: boolean }) {
  const text = firstWords().signIn;
  const main = isOther ? undefined : ("primary" as const);
  const other = isOther ? ("primary" as const) : undefined;
  return (
    <>
      <p>{text.browserWhat}</p>
      <p>{text.browserNext}</p>
      <div class="actions">
        <Button kind={main} onClick={() => signInWithBrowser("any")}>
          {text.withBrowser}
        </Button>
        <Button kind={other} onClick={() => signInWithBrowser("other")}>
          {text.otherAccount}
        </Button>
      </div>
    </>
  );
}

function ByName({ names }: { readonly names: readonly string[] }) {
  const text = firstWords().signIn;
  return (
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
  );
}
