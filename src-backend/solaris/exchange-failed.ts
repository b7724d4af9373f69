/** At what it failed. */
export type FailureReason = "connect" | "proxy" | "timeout" | "connection_lost";

/** No answer. `sent: false` means for certain that nothing of the request left this process. */
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
