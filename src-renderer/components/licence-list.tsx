import { useState } from "preact/hooks";
import type { Licence } from "../../src-contract/bridge/licence.ts";
import type { Failure } from "../../src-contract/errors/result.ts";
import { words } from "../words/words.ts";
import { FailureNotice } from "./failure-notice.tsx";

/** The licences of what the program is made of. Read only when somebody unfolds them, as few do and they are long. */
export function LicenceList() {
  const [licences, setLicences] = useState<readonly Licence[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const text = words().about;
  const read = async () => {
    try {
      setLicences((await import("../licences.ts")).licences);
      setFailure(null);
    } catch {
      setFailure({ ok: false, code: "ERR_INTERNAL" }); // the program's files are damaged
    }
  };
  return (
    <>
      <p>{text.licencesWhat}</p>
      <details
        data-testid="licences"
        onToggle={({ currentTarget }) => currentTarget.open && licences === null && read()}
      >
        <summary>{text.showLicences}</summary>
        {licences?.map(({ name, version, licence, text: wording }) => (
          <details key={name + version} data-testid="licence">
            <summary>{`${name} ${version} (${licence})`}</summary>
            {/* Its own language, and lines that mean something. */}
            <pre lang="en">{wording}</pre>
          </details>
        ))}
        <FailureNotice failure={failure} />
      </details>
    </>
  );
}
