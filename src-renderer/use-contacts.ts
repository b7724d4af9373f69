import { useState } from "preact/hooks";
import type { CopiedContact, OpenedContact } from "../src-contract/bridge/partner-identity.ts";
import type { Failure } from "../src-contract/errors/result.ts";
import { bridge } from "./bridge.ts";
import { words } from "./words/words.ts";

/** What is done with the partner's contacts, and what came of the last of it: a message, or a failure. */
export function useContacts() {
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const tell = (refused: Failure | null, message: string | null) => {
    setFailure(refused);
    setSaid(refused === null ? message : null);
  };
  const copy = async (contact: CopiedContact, text: string) => {
    const copied = await bridge().copyContact(contact);
    tell(copied.ok ? null : copied, words().help.contact.copied({ contact: text }));
  };
  const open = async (contact: OpenedContact) => {
    const opened = await bridge().openContact(contact);
    const { asked, notAsked } = words().help.contact;
    tell(opened.ok ? null : opened, opened.ok && opened.value.asked ? asked : notAsked);
  };
  return { said, failure, copy, open };
}
