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
}

/** There are as many devices as there can be: one of them has to go before this computer can be linked. */
export function NoRoom({ list, steps }: NoRoomProps) {
  const failure = useWindowState((state) => state.failure);
  const { limitTitle, limitWhat } = words().binding;
  return (
    <Page title={limitTitle} state="limit" steps={steps} changes={list.devices.length}>
      {failure?.code !== "ERR_DEVICE_LIMIT" && <FailureNotice failure={failure} />}
      <p>{limitWhat({ limit: list.limit })}</p>
      <DeviceList devices={list.devices} leftOut={list.leftOut} />
      <div class="actions">
        <WithoutLinking />
      </div>
    </Page>
  );
}
