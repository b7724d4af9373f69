import { signIn } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** @param props.names the demonstration's customers; null where sign-in is real, which comes later */
export function SignInScreen({ names }: { readonly names: readonly string[] | null }) {
  const { failure } = useWindowState();
  return (
    <Page title={words.signIn.title}>
      <FailureNotice failure={failure} />
      {names === null ? (
        <p>{words.signIn.unavailable}</p>
      ) : (
        <>
          <p>{words.signIn.intro}</p>
          <ul class="choices" aria-label={words.signIn.names}>
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
