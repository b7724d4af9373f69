/** A text message as the cardholder's phone would show it, and what its code is good for. */
export type InboxMessage = {
  readonly person_id: string;
  readonly person_name: string;
  readonly mobile_number: string;
  readonly code: string;
  readonly created_at: string;
  readonly expires_at: string;
} & (
  | { readonly purpose: "device_binding"; readonly device_id: string; readonly challenge_id: string }
  | { readonly purpose: "pin_change"; readonly change_request_id: string }
);

export type Inbox = {
  readonly deliver: (message: InboxMessage) => void;
  /** Newest first. */
  readonly list: () => readonly InboxMessage[];
};

const kept = 200;

/** Creates the one inbox of all demonstration phones. */
export function createInbox(): Inbox {
  const messages: InboxMessage[] = [];
  return {
    deliver: (message) => {
      messages.unshift(message);
      messages.splice(kept);
    },
    list: () => messages,
  };
}
