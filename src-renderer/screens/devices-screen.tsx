import { useEffect } from "preact/hooks";
import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";
import { go, loadDevices, removeThisComputer } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { DeviceList } from "../components/device-list.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useTokenOfKey } from "../components/key-secret.ts";
import { Page } from "../components/page.tsx";
import { RemoveFromToken } from "../components/remove-from-token.tsx";
import { RemoveWithQuestion } from "../components/remove-with-question.tsx";
import { RemovedDevices, shownOf, useRemovedDevices } from "../components/removed-devices.tsx";
import { Waiting } from "../components/waiting.tsx";
import { fieldFailure } from "../field-failure.ts";
import { devicesState } from "../screen-states.ts";
import { useWindowState } from "../store.ts";
import { labelInWords } from "../token-words.ts";
import { words } from "../words/words.ts";

/** The customer's devices, and the actions for this one. */
export function DevicesScreen({ protection }: { readonly protection: ProtectionLevel }) {
  const devices = useWindowState((state) => state.devices);
  const failure = useWindowState((state) => state.failure);
  const isBusy = useWindowState((state) => state.busy);
  const removed = useRemovedDevices(devices?.devices.length);
  useEffect(() => {
    void loadDevices();
  }, []);
  const onToken = useTokenOfKey();
  const text = words().devices;
  const state = devicesState({
    hasFailed: failure !== null,
    list: devices && { count: devices.devices.length, isWhole: devices.leftOut === 0 },
    removed: shownOf(removed, isBusy),
    isOnToken: onToken !== null,
  });
  return (
    <Page title={text.title} state={state} {...(devices === null ? {} : { changes: devices.devices.length })}>
      {fieldFailure(failure, "token-pin") === null && <FailureNotice failure={failure} />}
      {!(state === "devices-failed" && devices === null) && <p>{text.intro}</p>}
      {state === "devices-loading" && <Waiting text={text.loading} />}
      {state === "devices-failed" && devices === null && (
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
                {text.count({ linked: devices.devices.length, limit: devices.limit })}
              </strong>
            </p>
          )}
          <DeviceList devices={devices.devices} leftOut={devices.leftOut} />
          <RemovedDevices removed={removed} />
        </>
      )}
      <h2>{text.thisComputer}</h2>
      <p data-testid="protection">{words().protection[protection]}</p>
      {onToken !== null && <p>{words().token.which({ label: labelInWords(onToken) })}</p>}
      {onToken === null ? (
        <div class="actions">
          <Button onClick={() => go("change-passcode")}>{text.changePasscode}</Button>
          <Button onClick={() => go("forgotten-passcode")}>{text.forgotten}</Button>
          <RemoveWithQuestion button={text.removeThis} question={text.askThis} onRemove={removeThisComputer} />
        </div>
      ) : (
        <div class="actions">
          <RemoveFromToken onToken={onToken} />
        </div>
      )}
      <div class="actions">
        <Button kind="quiet" goesBack onClick={() => go("home")}>
          {words().common.goBack}
        </Button>
      </div>
    </Page>
  );
}
