import { useEffect, useId, useRef, useState } from "preact/hooks";
import { abandonBinding, lookForRoom, requestCode } from "../actions.ts";
import { AfterWait } from "../components/after-wait.tsx";
import { Button } from "../components/button.tsx";
import { DeviceList } from "../components/device-list.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { WithoutConnecting } from "../components/without-connecting.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

const LONGEST_NAME = 64;

interface NameComputerProps {
  /** `lost`: it was bound and its key is gone. `resumed`: a binding was begun and no code is awaited. */
  readonly why: "new" | "lost" | "resumed";
  readonly name: string;
}

/**
 * The first step of binding: what the computer is called, and the request for a code. Before that, whether there is room
 * for one more device: a code that cannot be used would be sent in vain.
 */
export function NameComputerScreen({ why, name }: NameComputerProps) {
  const { failure, devices } = useWindowState();
  const [looking, setLooking] = useState(true);
  const noRoom = failure?.code === "ERR_DEVICE_LIMIT";
  useEffect(() => {
    if (looking || noRoom) void lookForRoom().then(() => setLooking(false));
  }, [noRoom]);

  const title = why === "lost" ? words.keychain.lost.title : words.binding.nameTitle;
  const progress = words.common.stepOf(1, 3);
  if (looking) {
    return (
      <Page title={title} progress={progress}>
        <p role="status">{words.common.working}</p>
      </Page>
    );
  }
  if (devices !== null && devices.devices.length >= devices.limit) {
    return (
      <Page title={words.binding.limitTitle} progress={progress} changes={devices.devices.length}>
        {!noRoom && <FailureNotice failure={failure} />}
        <p>{words.binding.limitWhat(devices.limit)}</p>
        <DeviceList devices={devices.devices} />
        <div class="actions">
          <WithoutConnecting />
        </div>
      </Page>
    );
  }
  return (
    <Page title={title} progress={progress}>
      <FailureNotice failure={failure} />
      {why === "lost" && (
        <Notice kind="information">
          <p>{words.keychain.lost.what}</p>
          <p>{words.keychain.lost.next}</p>
        </Notice>
      )}
      <p>{why === "resumed" ? words.binding.nameResume : words.binding.nameIntro}</p>
      <NameForm name={name} mayStartOver={why === "resumed"} />
    </Page>
  );
}

function NameForm({ name, mayStartOver }: { readonly name: string; readonly mayStartOver: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const id = useId();

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entered = input.current?.value.trim() ?? "";
    setEmpty(entered === "");
    if (entered !== "") void requestCode(entered);
  };

  return (
    <form onSubmit={submit} noValidate>
      <div class="field">
        <label for={id}>{words.binding.nameLabel}</label>
        <input
          ref={input}
          id={id}
          type="text"
          maxLength={LONGEST_NAME}
          defaultValue={name}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          aria-invalid={empty}
          data-testid="computer-name"
        />
        <p id={`${id}-hint`} class={empty ? "hint wrong" : "hint"} role={empty ? "alert" : undefined}>
          {empty ? words.binding.nameEmpty : words.binding.nameHint}
        </p>
      </div>
      <div class="actions">
        <AfterWait actions={["binding", "code"]}>
          <Button kind="primary">{words.binding.send}</Button>
        </AfterWait>
        {mayStartOver && <Button onClick={abandonBinding}>{words.binding.startOver}</Button>}
        <WithoutConnecting />
      </div>
    </form>
  );
}
