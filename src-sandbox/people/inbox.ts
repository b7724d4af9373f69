/** A text message as the cardholder's phone would show it, and what its code is for. */
export type InboxMessage = {
  readonly person_id: string;
  readonly person_name: string;
  readonly mobile_number: string;
  readonly code: string;
  readonly created_at: string;
  readonly expires_at: string;
} & (
  | {
      readonly purpose: "device_binding";
      readonly device_id: string;
      readonly challenge_id: string;
      /** As whoever began the binding asked for it. */
      readonly language?: "de" | "en" | "fr";
    }
  | { readonly purpose: "pin_change"; readonly change_request_id: string }
);

/** The one inbox of all demonstration phones. */
export type Inbox = ReturnType<typeof createInbox>;

const kept = 200;

/** Creates an empty inbox. */
export function createInbox() {
  const messages: InboxMessage[] = [];
  return {
    /** Adds a message, and drops the oldest beyond two hundred. */
    deliver: (message: InboxMessage): void => {
      messages.unshift(message);
      messages.splice(kept);
    },
    /** Newest first. */
    list: (): readonly InboxMessage[] => messages,
  };
}
