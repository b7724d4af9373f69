import { useEffect } from "preact/hooks";
import { openPanel, useWindowState } from "../store.ts";
import { lookForUpdate } from "../update-actions.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** That there is a newer version, or that the bank asks for one, where a cardholder begins; nothing otherwise. */
export function UpdateNotice() {
  const update = useWindowState((state) => state.update);
  useEffect(() => void lookForUpdate(), []);
  if (update === null || (update.newer === null && !update.isRequired)) return null;
  const text = words().updateNotice;
  const offer = update.newer?.isFetched === true ? text.ready : text.available;
  return (
    <Notice kind={update.isRequired ? "uncertain" : "information"} testId="update-notice">
      <p>{update.isRequired ? text.required : offer}</p>
      <Button onClick={() => openPanel("update")}>{text.show}</Button>
    </Notice>
  );
}
