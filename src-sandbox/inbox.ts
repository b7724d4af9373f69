/** A text message as the cardholder's phone would show it. */
export type InboxMessage = {
  readonly person_id: string;
  readonly person_name: string;
  readonly mobile_number: string;
  readonly purpose: "device_binding";
  readonly device_id: string;
  readonly challenge_id: string;
  readonly code: string;
  readonly created_at: string;
  readonly expires_at: string;
};

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
