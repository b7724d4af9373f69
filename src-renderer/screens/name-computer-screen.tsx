import { useEffect, useId, useRef, useState } from "preact/hooks";
import { DEVICE_NAME_LONGEST } from "../../src-contract/rules/device-name.ts";
import { abandonBinding, lookForRoom, requestCode } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { DeviceList } from "../components/device-list.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { FieldHint } from "../components/field-hint.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { useWait, WaitNotice } from "../components/rate-limited.tsx";
import { WithoutConnecting } from "../components/without-connecting.tsx";
import { nameComputerState } from "../screen-states.ts";
import { bindingSteps } from "../screen-steps.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface NameComputerProps {
  /** `lost`: the marker names a binding, and there is no key. `resumed`: a binding was begun, and no code is awaited. */
  readonly why: "new" | "lost" | "resumed";
  /** Null if the system suggests none. */
  readonly name: string | null;
}

/**
 * The first step of binding: names the computer and requests a code. Checks the device limit first, because at the limit a
 * code would be useless.
 */
export function NameComputerScreen({ why, name }: NameComputerProps) {
  const failure = useWindowState((state) => state.failure);
  const devices = useWindowState((state) => state.devices);
  const [looking, setLooking] = useState(true);
  const [empty, setEmpty] = useState(false);
  const wait = useWait(["binding", "code"]);
  const noRoom = failure?.code === "ERR_DEVICE_LIMIT";
  useEffect(() => {
    if (looking || noRoom) void lookForRoom().then(() => setLooking(false));
  }, [noRoom]);

  const state = nameComputerState({
    why,
    isLooking: looking,
    isFull: devices !== null && devices.devices.length >= devices.limit,
    hasFailed: failure !== null,
    isEmpty: empty,
    hasToWait: wait !== null,
  });
  const title = why === "lost" ? words().keychain.lost.title : words().binding.nameTitle;
  const steps = bindingSteps("name");
  if (state === "name-looking") {
    return (
      <Page title={title} state={state} steps={steps}>
        <p role="status">{words().common.working}</p>
      </Page>
    );
  }
  if (state === "limit" && devices !== null) {
    return (
      <Page title={words().binding.limitTitle} state={state} steps={steps} changes={devices.devices.length}>
        {!noRoom && <FailureNotice failure={failure} />}
        <p>{words().binding.limitWhat({ limit: devices.limit })}</p>
        <DeviceList devices={devices.devices} leftOut={devices.leftOut} />
        <div class="actions">
          <WithoutConnecting />
        </div>
      </Page>
    );
  }
  return (
    <Page title={title} state={state} steps={steps}>
      <FailureNotice failure={failure} />
      {why === "lost" && (
        <Notice kind="information">
          <p>{words().keychain.lost.what}</p>
          <p>{words().keychain.lost.next}</p>
        </Notice>
      )}
      <p>{why === "resumed" ? words().binding.nameResume : words().binding.nameIntro}</p>
      <NameForm
        name={name ?? words().binding.ownName}
        mayStartOver={why === "resumed"}
        empty={empty}
        onEmpty={setEmpty}
        wait={wait}
      />
    </Page>
  );
}

interface NameFormProps {
  readonly name: string;
  readonly mayStartOver: boolean;
  readonly empty: boolean;
  readonly onEmpty: (empty: boolean) => void;
  /** How long until a code can be requested, in words; null if it can be now. */
  readonly wait: string | null;
}

function NameForm({ name, mayStartOver, empty, onEmpty, wait }: NameFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entered = input.current?.value.trim() ?? "";
    onEmpty(entered === "");
    if (entered !== "") void requestCode(entered);
  };

  return (
    <form onSubmit={submit} noValidate>
      <div class="field">
        <label for={id}>{words().binding.nameLabel}</label>
        <input
          ref={input}
          id={id}
          type="text"
          maxLength={DEVICE_NAME_LONGEST}
          defaultValue={name}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          aria-invalid={empty}
          data-testid="computer-name"
        />
        <FieldHint
          id={`${id}-hint`}
          hint={words().binding.nameHint}
          complaint={empty ? words().binding.nameEmpty : null}
        />
      </div>
      <div class="actions">
        {wait === null ? <Button kind="primary">{words().binding.send}</Button> : <WaitNotice text={wait} />}
        {mayStartOver && <Button onClick={abandonBinding}>{words().binding.startOver}</Button>}
        <WithoutConnecting />
      </div>
    </form>
  );
}
