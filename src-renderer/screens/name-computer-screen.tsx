import { useId, useRef, useState } from "preact/hooks";
import { abandonBinding, requestCode } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

const LONGEST_NAME = 64;

interface NameComputerProps {
  /** `lost`: it was bound and its key is gone. `resumed`: a binding was begun and no code is awaited. */
  readonly why: "new" | "lost" | "resumed";
  readonly name: string;
}

/** The first step of binding: what the computer is called, and the request for a code. */
export function NameComputerScreen({ why, name }: NameComputerProps) {
  const { failure } = useWindowState();
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const id = useId();
  const lost = words.keychain.lost;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entered = input.current?.value.trim() ?? "";
    setEmpty(entered === "");
    if (entered !== "") void requestCode(entered);
  };

  return (
    <Page title={why === "lost" ? lost.title : words.binding.nameTitle} progress={words.common.stepOf(1, 2)}>
      <FailureNotice failure={failure} />
      {why === "lost" && (
        <Notice kind="information">
          <p>{lost.what}</p>
          <p>{lost.next}</p>
        </Notice>
      )}
      <p>{why === "resumed" ? words.binding.nameResume : words.binding.nameIntro}</p>
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
          <Button primary>{words.binding.send}</Button>
          {why === "resumed" && <Button onClick={abandonBinding}>{words.binding.startOver}</Button>}
        </div>
      </form>
    </Page>
  );
}
