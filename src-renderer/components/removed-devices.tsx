import { useEffect, useState } from "preact/hooks";
import type { RemovedDevicesView } from "../../src-contract/bridge/views.ts";
import { loadRemovedDevices } from "../actions.ts";
import { dayOf } from "../moment.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { LeftOutNotice } from "./left-out-notice.tsx";
import { Waiting } from "./waiting.tsx";

/** What is known of the removed devices: null where the bank's backend does not tell them, undefined before it has answered. */
type Known = RemovedDevicesView | null | undefined;

/** The removed devices of whoever looks at them: asked for when they are unfolded, and again after another one is removed. */
export interface RemovedDevicesShown {
  readonly isOpen: boolean;
  readonly known: Known;
  readonly setOpen: (isOpen: boolean) => void;
  readonly load: () => Promise<void>;
}

/** @param linked how many devices there are besides; undefined while that is not known */
export function useRemovedDevices(linked: number | undefined): RemovedDevicesShown {
  const [isOpen, setOpen] = useState(false);
  const [known, setKnown] = useState<Known>();
  const load = async () => setKnown(await loadRemovedDevices());
  useEffect(() => {
    if (isOpen) void load();
  }, [isOpen, linked]);
  return { isOpen, known, setOpen, load };
}

/** What the screen's state is called after; null while they are folded, or where they could not be loaded. */
export function shownOf({ isOpen, known }: RemovedDevicesShown, isBusy: boolean) {
  if (!isOpen) return null;
  if (known === undefined) return isBusy ? "loading" : null;
  if (known === null) return "untold";
  return known.devices.length === 0 && known.leftOut === 0 ? "none" : "some";
}

/** The removed devices, folded: few ask for them. */
export function RemovedDevices({ removed }: { readonly removed: RemovedDevicesShown }) {
  const { isOpen, known, setOpen, load } = removed;
  const isBusy = useWindowState((state) => state.busy);
  const text = words().devices;
  const shown = shownOf(removed, isBusy);
  return (
    <details data-testid="removed-devices" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.removedOnes}</summary>
      <Waiting text={shown === "loading" ? text.loading : null} />
      {isOpen && shown === null && (
        <div class="actions">
          <Button onClick={load}>{words().common.tryAgain}</Button>
        </div>
      )}
      {shown === "untold" && <p>{text.removedUntold}</p>}
      {shown === "none" && <p>{text.removedNone}</p>}
      {shown === "some" && known && <RemovedList removed={known} />}
    </details>
  );
}

function RemovedList({ removed: { devices, leftOut, isCutShort } }: { readonly removed: RemovedDevicesView }) {
  const text = words().devices;
  return (
    <>
      <LeftOutNotice what={leftOut > 0 ? [text.leftOut({ count: leftOut })] : []} />
      {devices.length > 0 && (
        <ul class="cards" aria-label={text.removedOnes}>
          {devices.map(({ id, name, removedAt }) => (
            <li key={id} class="card" data-testid="removed-device">
              <div class="card-text">
                <p class="device-name">{name === "" ? text.unnamed : name}</p>
                <p class="status">{text.removedOn({ date: dayOf(new Date(removedAt)) })}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {isCutShort && <p>{text.removedMore}</p>}
    </>
  );
}
