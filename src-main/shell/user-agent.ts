import type { App } from "electron";

/**
 * Keeps what every request is sent as, which has the product's name in it, within ASCII (RFC 9110 §5.5). With another letter
 * Electron's `protocol.handle` hands no request on, and the window stays white.
 */
export function keepUserAgentAscii(app: Pick<App, "userAgentFallback">): void {
  app.userAgentFallback = app.userAgentFallback.replace(/[^ -~]+/g, "");
}
