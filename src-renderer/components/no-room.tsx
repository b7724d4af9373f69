import type { DeviceListView } from "../../src-contract/bridge/views.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { DeviceList } from "./device-list.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { Page } from "./page.tsx";
import type { StepsProps } from "./steps.tsx";
import { WithoutLinking } from "./without-linking.tsx";

interface NoRoomProps {
  readonly list: DeviceListView;
  readonly steps: StepsProps;
  /** Where a letter's code was to be entered: what is said of it, and the way back. */
  readonly letter?: { readonly what: string; readonly onBack: () => void };
}

/** There are as many devices as there can be: one of them has to go before this computer can be linked. */
export function NoRoom({ list, steps, letter }: NoRoomProps) {
  const failure = useWindowState((state) => state.failure);
  const { limitTitle, limitWhat } = words().binding;
  return (
    <Page
      title={limitTitle}
      state="limit"
      steps={steps}
      changes={list.devices.length}
      {...(letter && { onBack: letter.onBack })}
    >
      {failure?.code !== "ERR_DEVICE_LIMIT" && <FailureNotice failure={failure} />}
      <p>{letter?.what ?? limitWhat({ limit: list.limit })}</p>
      <DeviceList devices={list.devices} leftOut={list.leftOut} />
      {letter === undefined && (
        <div class="actions">
          <WithoutLinking />
        </div>
      )}
    </Page>
  );
}
