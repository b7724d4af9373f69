export const help = {
  title: "Help",
  contact: {
    title: "How to reach your bank",
    intro: "If a message in this program ended with a code, have it at hand.",
    phone: "Phone",
    email: "Email",
    website: "Website",
    hours: "Hours",
    asUsual: "Contact your bank in the way that you know.",
  },
  neverAsked: {
    title: "What your bank never asks",
    secrets:
      "Nobody from your bank will ever ask you for a card PIN, your device passcode or a code from a message: not by phone, not by mail, not by message.",
    computer:
      "Nor will anybody ask you to show them your screen, to let them use your computer, or to choose a PIN that they name.",
    ifAsked:
      "If somebody asks all the same, whoever they say they are: end the call, or do not answer. Then contact your bank yourself, in a way that you knew before.",
    ifTold:
      "If you have told somebody already, contact your bank at once, change your card PIN, and remove the devices that you do not know.",
  },
} as const;

export const diagnosis = {
  title: "What this program needs",
  intro:
    "Whether it is there, and whether it works. The report holds no name, number, address or secret of yours, so you can give it to support.",
  checking: "Everything is being looked at …",
  checked: "Looked at: {time}",
  again: "Check again",
  copy: "Copy report",
  copied: "The report was copied. You can paste it into a message to support.",
  save: "Save report …",
  saved: "The report was saved.",
  /** A word for each row, so that none is told by its colour alone. */
  state: {
    works: "Works",
    attention: "Look at this",
    problem: "Does not work",
  },
  bank: {
    name: "Your bank",
    reachable: "It answers.",
  },
  way: {
    name: "Way to your bank",
    direct: "Direct, without a proxy.",
    proxy: "Through a proxy.",
    unknown: "This computer did not say whether there is a proxy.",
  },
  tls: {
    name: "Encryption",
    used: "Connections are encrypted (TLS).",
    "not-used": "Connections are not encrypted. Only a demonstration does without.",
  },
  clock: {
    name: "Clock",
    right: "It is right.",
    slow: "It is slow by {difference}. Set it.",
    fast: "It is fast by {difference}. Set it.",
    unknown: "Only your bank’s answer tells whether it is right, and there was none.",
  },
  keychain: {
    name: "Keychain",
    which: {
      "secret-service": "Keyring of your session (Secret Service)",
      "macos-keychain": "Keychain of macOS",
      "windows-credentials": "Credential Manager of Windows",
    },
    works: "It can be read and written.",
    locked: "It is locked. Unlock it, usually by signing out of your computer and in again.",
    unavailable: "It did not answer. Sign out of your computer and in again.",
    silent: "It did not answer in time. Perhaps a question of the system waits for you on the screen.",
  },
  key: { name: "Your key" },
  rendering: {
    name: "Drawing",
    hardware: "The graphics card draws this window.",
    software: "This window is drawn without the graphics card. That can be slower.",
  },
  screenReader: {
    name: "Screen reader",
    on: "One is in use, as far as the system says.",
    off: "None is in use, as far as the system says.",
  },
  language: { name: "Language" },
  program: { name: "Program", running: "Running for {duration}" },
  system: { name: "Operating system", other: "Another one" },
  errors: {
    title: "Last errors",
    none: "None since this program was started.",
  },
} as const;
