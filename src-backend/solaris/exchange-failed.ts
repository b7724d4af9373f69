/** Where the exchange failed. */
export type FailureReason = "connect" | "proxy" | "timeout" | "connection_lost";

/** There was no answer. `sent: false` guarantees that nothing of the request left this process. */
export class ExchangeFailed extends Error {
  override readonly name = "ExchangeFailed";
  readonly sent: boolean;
  readonly reason: FailureReason;

  constructor(sent: boolean, reason: FailureReason) {
    super(reason);
    this.sent = sent;
    this.reason = reason;
  }
}
