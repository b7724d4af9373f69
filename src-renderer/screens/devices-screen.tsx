import { useEffect } from "preact/hooks";
import type { DeviceListView } from "../../src-contract/bridge/views.ts";
import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";
import { go, loadDevices, removeThisComputer } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { DeviceList } from "../components/device-list.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { RemoveWithQuestion } from "../components/remove-with-question.tsx";
import type { ScreenState } from "../screen-states.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The customer's devices, and what there is to do about this one. */
export function DevicesScreen({ protection }: { readonly protection: ProtectionLevel }) {
  const { devices, failure } = useWindowState();
  useEffect(() => {
    void loadDevices();
  }, []);
  const text = words().devices;
  const state = stateOf(devices, failure !== null);
  return (
    <Page title={text.title} state={state} {...(devices === null ? {} : { changes: devices.devices.length })}>
      <FailureNotice failure={failure} />
      <p>{text.intro}</p>
      {devices === null && failure === null && <p role="status">{text.loading}</p>}
      {devices === null && failure !== null && (
        <div class="actions">
          <Button kind="primary" onClick={loadDevices}>
            {words().common.tryAgain}
          </Button>
        </div>
      )}
      {devices !== null && (
        <>
          {devices.leftOut === 0 && (
            <p>
              <strong data-testid="device-count">
                {text.count({ connected: devices.devices.length, limit: devices.limit })}
              </strong>
            </p>
          )}
          <DeviceList devices={devices.devices} leftOut={devices.leftOut} />
        </>
      )}
      <h2>{text.thisComputer}</h2>
      <p data-testid="protection">{words().protection[protection]}</p>
      <div class="actions">
        <Button onClick={() => go("change-passcode")}>{text.changePasscode}</Button>
        <Button onClick={() => go("forgotten-passcode")}>{text.forgotten}</Button>
        <RemoveWithQuestion button={text.removeThis} question={text.askThis} onRemove={removeThisComputer} />
      </div>
      <div class="actions">
        <Button kind="quiet" onClick={() => go("home")}>
          {words().common.goBack}
        </Button>
      </div>
    </Page>
  );
}

function stateOf(devices: DeviceListView | null, failed: boolean): ScreenState {
  if (failed) return "devices-failed";
  if (devices === null) return "devices-loading";
  return devices.leftOut === 0 ? "devices" : "devices-left-out";
}
