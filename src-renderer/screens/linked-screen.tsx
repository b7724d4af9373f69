import { useState } from "preact/hooks";
import { go } from "../actions.ts";
import { bankNow } from "../bank-time.ts";
import { Button } from "../components/button.tsx";
import { Facts } from "../components/facts.tsx";
import { useTokenOfKey } from "../components/key-secret.ts";
import { Page } from "../components/page.tsx";
import { momentOf } from "../moment.ts";
import { allBindingSteps } from "../screen-steps.ts";
import { words } from "../words/words.ts";

/** This computer has just been linked: what it can do from now on, and what it cannot. */
export function LinkedScreen({ computerName }: { readonly computerName: string }) {
  const [at] = useState(() => new Date(bankNow()));
  const isOnToken = useTokenOfKey() !== null;
  const text = words().linked;
  return (
    <Page title={text.title} state="linked" steps={allBindingSteps(isOnToken)} goodNews={text.what}>
      <Facts
        rows={[
          [text.name, computerName],
          [text.when, momentOf(at)],
        ]}
      />
      <div class="actions">
        <Button kind="primary" goesBack onClick={() => go("home")}>
          {text.toCards}
        </Button>
      </div>
      <div class="know">
        <h2>{words().outcome.changed.nextTitle}</h2>
        <ul>
          <li>{isOnToken ? words().token.linked : text.passcode}</li>
          <li>{text.others}</li>
          {isOnToken && <li>{words().token.linkedLost({ devices: words().cards.devices })}</li>}
          <li>{text.lost}</li>
        </ul>
      </div>
    </Page>
  );
}
