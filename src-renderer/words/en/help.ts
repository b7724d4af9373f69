export const help = {
  title: "Help",
  contact: {
    title: "How to reach your bank",
    intro: "If a message in this program showed an error number, have it at hand.",
    phone: "Phone",
    email: "Email",
    website: "Website",
    hours: "Hours",
    asUsual: "Contact your bank in the way that you know.",
    copy: "Copy",
    copied: "Copied: {contact}",
    call: "Call",
    write: "Write an email",
    asked: "The program for it should open now. If it does not, copy the contact instead.",
    notAsked: "This computer has no program for it. Copy the contact instead.",
  },
  neverAsked: {
    title: "What your bank never asks",
    secrets:
      "Nobody from your bank will ever ask you for a card PIN, your device passcode or a code that was sent to you: not by phone, email, letter or text message.",
    computer:
      "Nor will anybody ask you to show them your screen, to let them use your computer, or to choose a PIN that they name.",
    ifAsked:
      "If somebody asks anyway, whoever they say they are: end the call, or do not answer. Then contact your bank yourself, in a way that you knew before.",
    ifTold:
      "If you have told somebody already, contact your bank at once, change your card PIN, and remove the devices that you do not know.",
  },
} as const;

export const diagnosis = {
  title: "What this program needs",
  intro:
    "You see here whether each of these is there and works. The report holds no name, number, address or secret of yours, so you can give it to support.",
  checking: "Checking everything…",
  checked: "Checked: {time}",
  again: "Check again",
  copy: "Copy report",
  copied: "The report was copied. You can paste it into a message to support.",
  save: "Save report…",
  saved: "The report was saved.",
  /** A word for each row, so that none is told by its colour alone. */
  state: {
    works: "Works",
    attention: "Needs attention",
    problem: "Does not work",
  },
  bank: {
    name: "Your bank",
    reachable: "It answers.",
  },
  way: {
    name: "Connection to your bank",
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
    slow: "It is {difference} slow. Correct it.",
    fast: "It is {difference} fast. Correct it.",
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
    locked: "It is locked. Unlock it, usually by signing out of your computer and back in.",
    unavailable: "It did not answer. Sign out of your computer and back in.",
    silent: "It did not answer in time. Perhaps the system is asking you something on the screen.",
  },
  key: { name: "Your key" },
  rendering: {
    name: "Graphics",
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

export const about = {
  title: "About {product}",
  version: "Version {version}",
  privacy: "Privacy notice",
  licences: "Licences",
  licencesWhat: "This program contains software by others. You can read their licences here.",
  showLicences: "Show the licences",
} as const;
