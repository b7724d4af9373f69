/** Scenes that stand for the others: between them they have every component. */
export const representativeScenes: readonly string[] = [
  "sign-in",
  "code",
  "set-passcode-complaint",
  "cards-many",
  "new-pin-mismatch",
  "sending",
  "outcome-changed",
  "outcome-refused",
  "devices-asking",
  "settings",
  "help-with-problems",
  "are-you-there",
];
