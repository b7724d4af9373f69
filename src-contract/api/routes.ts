/** Where each use case lives. The server registers these paths and the app's client calls them. */
export const routes = {
  openapi: "/openapi.json",
  health: "/health",
  ready: "/ready",
  problems: "/problems",
  problem: "/problems/:code",
  me: "/v1/me",
  policy: "/v1/policy",
  waits: "/v1/waits",
  cards: "/v1/cards",
  pinKey: "/v1/cards/:card_id/pin-key",
  pinChanges: "/v1/cards/:card_id/pin-changes",
  changeRequests: "/v1/cards/:card_id/pin-change-requests",
  pinChangeAuthorization: "/v1/pin-changes/:request_id/authorization",
  pinChangeConfirmation: "/v1/pin-changes/:request_id/confirmation",
  pinChangeSettlement: "/v1/pin-changes/:request_id/settlement",
  devices: "/v1/devices",
  removedDevices: "/v1/removed-devices",
  device: "/v1/devices/:device_id",
  deviceVerification: "/v1/devices/:device_id/verification",
  deviceKeys: "/v1/devices/:device_id/keys",
  activationLetters: "/v1/activation-letters",
  activationLetter: "/v1/activation-letters/:letter_id",
  deviceConsents: "/v1/device-consents",
  deviceConsent: "/v1/device-consents/:consent_id",
} as const;

/** Demonstration sign-in: kept apart, because a release does not contain it. */
export const demoRoutes = {
  customers: "/demo/customers",
  signIn: "/demo/sign-in",
} as const;
