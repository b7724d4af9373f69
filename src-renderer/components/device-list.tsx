import { useState } from "preact/hooks";
import type { DeviceListView } from "../../src-contract/bridge/views.ts";
import { removeDevice } from "../actions.ts";
import { dayOf } from "../moment.ts";
import { words } from "../words/words.ts";
import { LeftOutNotice } from "./left-out-notice.tsx";
import { RemoveWithQuestion } from "./remove-with-question.tsx";

/** The linked devices, and how many are missing. Removing this computer takes more, and has its own place. */
export function DeviceList({ devices, leftOut }: Pick<DeviceListView, "devices" | "leftOut">) {
  const [removed, setRemoved] = useState<string | null>(null);
  const text = words().devices;
  const named = devices.map((device) => ({ ...device, name: device.name === "" ? text.unnamed : device.name }));
  const remove = async (id: string, name: string) => {
    if (await removeDevice(id)) setRemoved(name);
  };
  return (
    <>
      <p class="hint" role="status">
        {removed !== null && text.removed({ name: removed })}
      </p>
      <LeftOutNotice what={leftOut > 0 ? [text.leftOut({ count: leftOut })] : []} />
      <ul class="cards" aria-label={text.title}>
        {named.map(({ id, name, boundAt, lastUsedAt, isThisComputer }) => (
          <li key={id} class="card" data-testid="device" data-device-id={id}>
            <div class="card-text">
              <p class="device-name">{name}</p>
              {boundAt !== null && <p class="status">{text.since({ date: dayOf(new Date(boundAt)) })}</p>}
              {lastUsedAt !== null && (
                <p class="status" data-testid="last-used">
                  {text.lastUsed({ date: dayOf(new Date(lastUsedAt)) })}
                </p>
              )}
              {isThisComputer && <p class="status in-use">{text.thisComputer}</p>}
            </div>
            {!isThisComputer && (
              <RemoveWithQuestion
                button={text.remove}
                label={text.removeOf({ name })}
                question={text.ask({ name })}
                onRemove={() => remove(id, name)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
