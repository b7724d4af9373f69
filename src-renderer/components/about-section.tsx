import { useEffect, useRef } from "preact/hooks";
import { inLanguage, type PartnerIdentity, type TextInLanguage } from "../../src-contract/bridge/partner-identity.ts";
import { useContacts } from "../use-contacts.ts";
import { locale, words } from "../words/words.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { LicenceList } from "./licence-list.tsx";
import { NewestVersion } from "./newest-version.tsx";
import { CopyButton } from "./support-list.tsx";

interface AboutSectionProps {
  readonly partner: PartnerIdentity;
  /** Undefined until the diagnosis has said it. */
  readonly version: string | undefined;
  /** Whether the cardholder asked for it: it is then unfolded and has the focus. */
  readonly isAskedFor: boolean;
}

/** The program's version, the partner's privacy notice, and the licences of what the program is made of. */
export function AboutSection({ partner, version, isAskedFor }: AboutSectionProps) {
  const summary = useRef<HTMLElement>(null);
  // Only once all is there, and the heading has had the focus: before, the page would be too short to scroll here.
  const isLoaded = version !== undefined;
  useEffect(() => {
    if (isAskedFor && isLoaded) summary.current?.focus();
  }, [isAskedFor, isLoaded]);
  const text = words().about;
  const notice = inLanguage(partner.privacyNotice, locale());
  return (
    <details class="folded" data-testid="about" open={isAskedFor}>
      <summary ref={summary}>{text.title({ product: partner.productName })}</summary>
      <p data-testid="version">{version !== undefined && text.version({ version })}</p>
      <NewestVersion />
      {notice !== undefined && <PrivacyNotice {...notice} />}
      <h3>{text.licences}</h3>
      <LicenceList />
    </details>
  );
}

/** The notice's paragraphs, or its address, which this window does not open. */
function PrivacyNotice({ text, language }: TextInLanguage) {
  const { said, failure, copy } = useContacts();
  const { privacy } = words().about;
  return (
    <div class="privacy" data-testid="privacy">
      <h3>{privacy}</h3>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph} lang={language}>
          {paragraph}
        </p>
      ))}
      <CopyButton name={privacy} onClick={() => copy("privacy", privacy)} />
      <p class="hint" role="status">
        {said}
      </p>
      <FailureNotice failure={failure} />
    </div>
  );
}
