import type { SupportContacts } from "../../src-contract/bridge/partner-identity.ts";
import type { Language } from "../../src-contract/rules/languages.ts";
import { locale, words } from "../words/words.ts";

/** How to reach the partner's support. Text and not links, because this window leads nowhere else; it can be copied. */
export function SupportList({ support }: { readonly support: SupportContacts }) {
  const { title, intro, asUsual, ...names } = words().help.contact;
  const hours = support.hours?.[locale() as Language] ?? support.hours?.en;
  const contacts = (["phone", "hours", "email", "website"] as const).flatMap((way) => {
    const contact = way === "hours" ? hours : support[way];
    return contact === undefined ? [] : [{ way, contact }];
  });
  return (
    <>
      <h2>{title}</h2>
      {contacts.length === 0 ? (
        <p>{asUsual}</p>
      ) : (
        <dl class="contacts">
          {contacts.map(({ way, contact }) => (
            <div key={way} data-testid={`contact-${way}`}>
              <dt>{names[way]}</dt>
              <dd>{contact}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>{intro}</p>
    </>
  );
}
