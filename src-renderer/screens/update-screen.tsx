import { useState } from "preact/hooks";
import type { UpdateView, UpdateWay } from "../../src-contract/bridge/update-view.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { HelpButton } from "../components/help-button.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { updateState } from "../screen-states.ts";
import { closePanel, useWindowState } from "../store.ts";
import { downloadUpdate, installUpdate, lookForUpdate } from "../update-actions.ts";
import { words } from "../words/words.ts";

/** A newer version: what it is, whether it is needed, and how it comes onto this computer. */
export function UpdateScreen({ update }: { readonly update: UpdateView }) {
  const version = useWindowState((state) => state.overview?.version ?? "");
  const percent = useWindowState((state) => state.updatePercent);
  const failed = useWindowState((state) => state.updateFailure);
  const { newer, isRequired, failure: code } = update;
  const failure = failed ?? (newer === null && code !== null ? { code } : null);
  const text = words().update;
  const state = updateState({
    hasFailed: failure !== null,
    isDownloading: percent !== null,
    isFetched: newer?.isFetched === true,
    isRequired,
  });
  return (
    <Page
      title={isRequired ? text.requiredTitle : newer === null ? text.searchTitle : text.title}
      state={state}
      onBack={closePanel}
    >
      <FailureNotice failure={failure} />
      {isRequired && (
        <Notice kind="uncertain">
          <p>{text.required}</p>
        </Notice>
      )}
      {newer === null ? (
        <NotFound isRequired={isRequired} />
      ) : (
        <p>{text.versions({ old: version, version: newer.version })}</p>
      )}
      {newer?.way === "install" &&
        (newer.isFetched ? <Ready /> : <Download percent={percent} hasFailed={failed !== null} />)}
      {newer !== null && newer.way !== "install" && <OtherWay way={newer.way} />}
    </Page>
  );
}

function NotFound({ isRequired }: { readonly isRequired: boolean }) {
  const [isLooking, setLooking] = useState(false);
  const { unknown, none, lookAgain } = words().update;
  const hasFailed = useWindowState((state) => state.update?.failure != null);
  const look = async () => {
    setLooking(true);
    await lookForUpdate();
    setLooking(false);
  };
  return (
    <>
      {isRequired && <p>{unknown}</p>}
      {!isRequired && !hasFailed && <p role="status">{none}</p>}
      <div class="actions">
        <Button kind="primary" isOff={isLooking} onClick={look}>
          {lookAgain}
        </Button>
        {isRequired && <HelpButton />}
      </div>
    </>
  );
}

interface DownloadProps {
  /** Null unless it runs. */
  readonly percent: number | null;
  readonly hasFailed: boolean;
}

function Download({ percent, hasFailed }: DownloadProps) {
  const { what, start, bar, running } = words().update.download;
  return (
    <>
      <p>{what}</p>
      {percent === null ? (
        <div class="actions">
          <Button kind="primary" onClick={downloadUpdate}>
            {hasFailed ? words().common.tryAgain : start}
          </Button>
        </div>
      ) : (
        <>
          <progress class="download" aria-label={bar} max={100} value={percent} />
          <p aria-hidden="true">{running({ percent: String(percent) })}</p>
        </>
      )}
    </>
  );
}

/** The system asks once more, above the window, before the program closes. */
function Ready() {
  const [isAsking, setAsking] = useState(false);
  const { what, install } = words().update.ready;
  const ask = async () => {
    setAsking(true);
    await installUpdate();
    setAsking(false);
  };
  return (
    <>
      <p role="status">{what}</p>
      <div class="actions">
        <Button kind="primary" isOff={isAsking} onClick={ask}>
          {install}
        </Button>
      </div>
    </>
  );
}

/** What whoever uses a terminal types there; everybody else has a program of the system's. */
const commands = {
  apt: "sudo apt update && sudo apt upgrade",
  dnf: "sudo dnf upgrade --refresh",
} as const;

function OtherWay({ way }: { readonly way: Exclude<UpdateWay, "install"> }) {
  const { bySystem, startAgain, byPartner } = words().update;
  if (way !== "partner") {
    return (
      <>
        <p>{bySystem}</p>
        <p>
          <code>{commands[way]}</code>
        </p>
        <p>{startAgain}</p>
      </>
    );
  }
  return (
    <>
      <p>{byPartner}</p>
      <div class="actions">
        <HelpButton kind="primary" />
      </div>
    </>
  );
}
