import type { DeviceView } from "../../src-contract/bridge/views.ts";
import { adoptDevice, startAnew } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { WithoutLinking } from "../components/without-linking.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** A key that may not be this computer's. Asks the cardholder, because only they can know what was done to it. */
export function UnconfirmedScreen({ device }: { readonly device: Extract<DeviceView, { state: "unconfirmed" }> }) {
  const failure = useWindowState((state) => state.failure);
  const text = words().state[device.why];
  return (
    <Page title={text.title} state={device.why}>
      <FailureNotice failure={failure} />
      <p>{text.what({ name: device.computerName })}</p>
      <p>{text.next}</p>
      <Notice kind="information">
        <p>{words().state.kept}</p>
      </Notice>
      <div class="actions">
        <Button kind="primary" onClick={adoptDevice}>
          {words().state.useKey}
        </Button>
        <Button onClick={startAnew}>{words().state.linkAgain}</Button>
        <WithoutLinking />
      </div>
    </Page>
  );
}
