import { inLanguage } from "../../src-contract/bridge/partner-identity.ts";
import { partner } from "../partner.ts";
import { locale, words } from "../words/words.ts";

/** What is collected, why and by whom: in the partner's words, or ours. Then what holds in any case. */
export function ConsentText({ isRequired }: { readonly isRequired: boolean }) {
  const text = words().consent;
  const own = partner.deviceConsent && inLanguage(partner.deviceConsent, locale());
  return (
    <>
      {own === undefined
        ? [text.what, text.whom, text.why].map((paragraph) => <p key={paragraph}>{paragraph}</p>)
        : own.text.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph} lang={own.language}>
              {paragraph}
            </p>
          ))}
      <p>{text.never}</p>
      <p>
        {isRequired ? text.required : text.optional} {text.withdrawable}
      </p>
    </>
  );
}
