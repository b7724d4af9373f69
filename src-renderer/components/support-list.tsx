import { inLanguage, openedContacts, type SupportContacts } from "../../src-contract/bridge/partner-identity.ts";
import { useContacts } from "../use-contacts.ts";
import { locale, words } from "../words/words.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { Icon } from "./icon.tsx";

/** How to reach the partner's support. Text with buttons and not links, because this window leads nowhere else. */
export function SupportList({ support }: { readonly support: SupportContacts }) {
  const { said, failure, copy, open } = useContacts();
  const text = words().help.contact;
  const hours = inLanguage(support.hours ?? {}, locale());
  const contacts = (["phone", "hours", "email", "website"] as const).flatMap((way) => {
    const contact = way === "hours" ? hours?.text : support[way];
    return contact === undefined ? [] : [{ way, contact }];
  });
  const isOpened = (way: string) => openedContacts.find((one) => one === way && support.opens?.includes(one));
  return (
    <section>
      <h2>{text.title}</h2>
      {contacts.length === 0 ? (
        <p>{text.asUsual}</p>
      ) : (
        <dl class="contacts">
          {contacts.map(({ way, contact }) => {
            const opened = isOpened(way);
            return (
              <div key={way} data-testid={`contact-${way}`}>
                <dt>{text[way]}</dt>
                <dd lang={way === "hours" ? hours?.language : undefined}>{contact}</dd>
                {way !== "hours" && (
                  <dd class="contact-actions">
                    {opened !== undefined && (
                      <button type="button" class="quiet" onClick={() => open(opened)}>
                        {opened === "phone" ? text.call : text.write}
                      </button>
                    )}
                    <CopyButton name={text[way]} onClick={() => copy(way, contact)} />
                  </dd>
                )}
              </div>
            );
          })}
        </dl>
      )}
      <p class="hint" role="status" data-testid="contact-said">
        {said}
      </p>
      <FailureNotice failure={failure} />
      <p>{text.intro}</p>
    </section>
  );
}

interface CopyButtonProps {
  /** What it copies. */
  readonly name: string;
  readonly onClick: () => void;
}

/** Works during any step, which may be the reason for asking for help. */
export function CopyButton({ name, onClick }: CopyButtonProps) {
  const { copy } = words().help.contact;
  return (
    <button type="button" class="quiet" aria-label={`${copy}: ${name}`} onClick={onClick}>
      <Icon name="copy" />
      {copy}
    </button>
  );
}
