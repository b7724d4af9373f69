import type { ErrorCode } from "../../src-preload/contract/error-codes.ts";

/** What happened, and what the cardholder can do now. */
export interface ErrorWords {
  readonly what: string;
  readonly next: string;
}

const errors: Record<ErrorCode, ErrorWords> = {
  ERR_INTERNAL: {
    what: "Something went wrong inside this program.",
    next: "Try again. If it happens again, close the program and start it anew.",
  },
  ERR_UNTRUSTED_SENDER: {
    what: "This window was not allowed to do that.",
    next: "Close the program and start it anew.",
  },
  ERR_BAD_ARGUMENT: { what: "That entry does not have the right form.", next: "Check what you entered and try again." },
  ERR_BUSY: { what: "Another step is still running.", next: "Wait a moment, then try again." },
  ERR_NOT_SIGNED_IN: { what: "You are no longer signed in.", next: "Sign in again to go on." },
  ERR_BACKEND_UNREACHABLE: {
    what: "Your bank could not be reached.",
    next: "Check your internet connection, then try again.",
  },
  ERR_BACKEND_TIMEOUT: { what: "Your bank took too long to answer.", next: "Wait a moment, then try again." },
  ERR_BACKEND_ANSWER: {
    what: "Your bank's answer could not be understood.",
    next: "Try again later. If it happens again, contact your bank.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "The card service is not available at the moment.",
    next: "Try again in a few minutes.",
  },
  ERR_TOO_MANY_REQUESTS: {
    what: "That was tried too often in a short time.",
    next: "Wait a few minutes, then try again.",
  },
  ERR_NOT_FOUND: {
    what: "This is no longer there.",
    next: "Go back and look again. If you miss something, contact your bank.",
  },
  ERR_REFUSED: {
    what: "Your bank did not accept this.",
    next: "Try again later. If it happens again, contact your bank.",
  },
  ERR_KEYCHAIN_LOCKED: { what: "This computer's keychain is locked.", next: "Unlock it, then try again." },
  ERR_KEYCHAIN_UNAVAILABLE: {
    what: "This computer's keychain cannot be used.",
    next: "Make sure that it is running, then try again.",
  },
  ERR_KEYCHAIN_UNREADABLE: {
    what: "This computer's key cannot be read.",
    next: "Contact your bank before you remove anything.",
  },
  ERR_KEYCHAIN_LOST: { what: "This computer's key is gone from the keychain.", next: "Connect this computer again." },
  ERR_NOT_BOUND: { what: "This computer is not connected to your cards.", next: "Connect it, then try again." },
  ERR_ALREADY_BOUND: { what: "This computer is connected already.", next: "You can go on to your cards." },
  ERR_NO_MOBILE_NUMBER: {
    what: "Your bank has no mobile number to send a code to.",
    next: "Give your bank your mobile number, then try again.",
  },
  ERR_DEVICE_LIMIT: {
    what: "You have connected as many devices as your bank allows (five).",
    next: "Remove one that you no longer use in your bank's app, then try again.",
  },
  ERR_CODE_REFUSED: {
    what: "This is not the code that was sent.",
    next: "Compare it with the message and enter it again. After a few wrong tries you need a new code.",
  },
  ERR_CODE_EXPIRED: { what: "This code is no longer valid.", next: "Ask for a new code." },
  ERR_DEVICE_REFUSED: {
    what: "The card service does not accept this computer.",
    next: "It may have been removed from your devices. Look at your list of devices in your bank's app, or contact your bank.",
  },
  ERR_PIN_DIGITS: { what: "A PIN has exactly four digits.", next: "Enter four digits." },
  ERR_PIN_SEQUENCE: {
    what: "This PIN counts up or down, such as 1234 or 4321.",
    next: "Choose digits that are not in order.",
  },
  ERR_PIN_REPEATED: { what: "This PIN has the same digit three times or more.", next: "Use each digit at most twice." },
  ERR_PIN_TOO_FEW_DIFFERENT: {
    what: "This PIN has fewer than three different digits.",
    next: "Use at least three different digits.",
  },
  ERR_PIN_REFUSED: { what: "The card service does not allow this PIN.", next: "Choose another PIN." },
  ERR_PIN_KEY_INVALID: {
    what: "The key for encrypting your PIN is not safe to use.",
    next: "Do not go on. Contact your bank.",
  },
  ERR_PIN_KEY_OUTDATED: { what: "The card service changed its key just now.", next: "Enter your new PIN once more." },
  ERR_ENCRYPTION_REFUSED: {
    what: "The card service could not read the encrypted PIN.",
    next: "Try again. If it happens again, contact your bank.",
  },
  ERR_CARD_NOT_ELIGIBLE: {
    what: "This card's PIN cannot be changed at the moment.",
    next: "Contact your bank about this card.",
  },
};

/** Solaris' card statuses in words (solaris-api §10). A status that is not here is shown as "not known". */
const cardStatuses: Readonly<Record<string, string>> = {
  ACTIVE: "Active",
  INACTIVE: "Not activated yet",
  PROCESSING: "Being made",
  BLOCKED: "Blocked by you",
  BLOCKED_BY_SOLARIS: "Blocked by the bank",
  ACTIVATION_BLOCKED_BY_SOLARIS: "Activation blocked by the bank",
  CLOSED: "Closed",
  CLOSED_BY_SOLARIS: "Closed by the bank",
  COUNTERFEIT_CARD: "Closed: counterfeit",
  FRAUD: "Closed: suspected fraud",
  LOST: "Reported lost",
  STOLEN: "Reported stolen",
  NEVER_RECEIVED: "Never received",
};

export const en = {
  errors,
  errorReference: (code: string, supportId?: string) =>
    supportId === undefined ? `For support: ${code}` : `For support: ${code}, ${supportId}`,

  supportId: (id: string) => `For support: ${id}`,

  common: {
    tryAgain: "Try again",
    goBack: "Back",
    signOut: "Sign out",
    signedInAs: (name: string) => `Signed in as ${name}`,
    working: "One moment …",
    stepOf: (step: number, steps: number) => `Step ${step} of ${steps}`,
  },

  loading: { title: "Getting ready" },
  failed: { title: "This did not work" },

  signIn: {
    title: "Sign in",
    intro: "This is a demonstration. Choose who you want to be.",
    names: "Demonstration customers",
    unavailable: "Signing in is not part of this version yet.",
  },

  keychain: {
    locked: {
      title: "Your keychain is locked",
      what: "Your computer keeps the key for your cards in its keychain. The keychain is locked, so the key cannot be read.",
      next: "Unlock the keychain, usually by signing out of your computer and in again. Then try again.",
      kept: "Nothing was changed or deleted.",
    },
    unavailable: {
      title: "No keychain was found",
      what: "Your computer's keychain did not answer. Without it no key can be kept safely.",
      next: "Sign out of your computer and in again, then try again. On Linux, a keyring such as GNOME Keyring must be running in your session.",
      kept: "Nothing was changed or deleted.",
    },
    unreadable: {
      title: "The key in your keychain cannot be read",
      what: "There is an entry for your cards in the keychain, but this program cannot read it. A newer version may have written it, or it is damaged.",
      next: "Install the newest version and try again. If that does not help, contact your bank.",
      kept: "The entry was left as it is.",
    },
    lost: {
      title: "This computer's key is gone",
      what: "This computer was connected to your cards, but its key is no longer in the keychain. It may have been deleted there, or the keychain was reset.",
      next: "Connect the computer again. You need your mobile phone for a new code.",
    },
  },

  binding: {
    nameTitle: "Connect this computer",
    nameIntro:
      "Once connected, you can change the PIN of your cards here. Your bank sends a code to your mobile phone to make sure that it is you.",
    nameResume: "You began to connect this computer. Go on, and you will get a new code.",
    nameLabel: "Name of this computer",
    nameHint: "Shows in your list of devices. Choose what you like.",
    nameEmpty: "Enter a name of up to 64 characters.",
    send: "Send the code",
    codeTitle: "Enter the code",
    codeIntro: (name: string) => `Your bank has sent a code of six digits to your mobile phone to connect “${name}”.`,
    codeLabel: "Code from the message",
    codeHint: "Six digits. You can paste it.",
    codeIncomplete: "Enter all six digits.",
    connect: "Connect",
    validFor: (left: string) => `The code is valid for another ${left} minutes.`,
    expired: "The code is probably no longer valid. Ask for a new one.",
    newCode: "Send a new code",
    startOver: "Start over",
    finishingTitle: "Almost connected",
    finishing: "Your code was accepted. This computer is being set up.",
    finishingStopped: "Your code was accepted, but the last step is not done yet. You do not need a new code.",
    finish: "Finish",
  },

  cards: {
    title: "Your cards",
    loading: "Your cards are being fetched …",
    none: "You have no cards yet. When your bank issues one, it will show here.",
    changePin: "Change PIN",
    changePinOf: (card: string) => `Change PIN of ${card}`,
    endingIn: (lastDigits: string) => `the card ending in ${lastDigits}`,
    theKind: (kind: string) => `the ${kind}`,
    expires: (date: string) => `valid until ${date}`,
    connected: (name: string) => `This computer is connected as “${name}”.`,
    withNote: "This card is not in use at the moment. Your bank may refuse a new PIN.",
    notAllowed: "The PIN of this card cannot be changed because of its status.",
    unknownStatus: "Status not known",
    status: (status: string) =>
      Object.hasOwn(cardStatuses, status) ? (cardStatuses[status] as string) : en.cards.unknownStatus,
    kind: {
      virtual: "Virtual",
      business: "Business",
      freelance: "Freelance",
      debit: "debit card",
      credit: "credit card",
      card: "card",
    },
  },

  pin: {
    enterTitle: "Choose a new PIN",
    confirmTitle: "Enter the new PIN again",
    forCard: (card: string) => `For ${card}`,
    newPin: "New card PIN",
    again: "New card PIN again",
    rules: "Four digits. Not in order such as 1234 or 4321, and no digit three times.",
    confirmHint: "To make sure that there is no slip.",
    count: (entered: number, length: number) => `${entered} of ${length} digits entered`,
    incomplete: (length: number) => `Enter all ${length} digits.`,
    digitsOnly: "Only the digits 0 to 9 can be entered.",
    full: (length: number) => `A PIN has ${length} digits; there is no room for more.`,
    noPaste: "A PIN cannot be pasted, so that it never lies in the clipboard. Type it.",
    wiped: "Your entry was deleted because you were away. Enter your new PIN once more.",
    mismatch: "The two PINs are not the same. Choose your new PIN once more.",
    next: "Next",
    change: "Change PIN",
    sendingTitle: "Changing your PIN",
    sending: "Your PIN is being encrypted on this computer and sent.",
    neverAsk: "Nobody from your bank will ever ask you for your PIN, by phone, mail or message.",
  },

  outcome: {
    changed: {
      title: "Your PIN was changed",
      what: (card: string) => `The new PIN of ${card} is valid now.`,
      next: "With some cards the new PIN works only after the first payment in a shop with the card put into the reader. A PIN cannot be changed at cash machines.",
    },
    refused: {
      title: "Your PIN was not changed",
      what: (card: string) => `The PIN of ${card} is the same as before.`,
    },
    notSent: {
      title: "Your PIN was not changed",
      what: (card: string) => `Nothing was sent. The PIN of ${card} is the same as before.`,
    },
    unknown: {
      title: "It is not certain whether your PIN was changed",
      what: (card: string) => `The new PIN of ${card} was sent, but no answer came back.`,
      next: "Try the new PIN at your next payment, and the old one if it does not work. Or set a new PIN here once more: that is safe.",
    },
    toCards: "Back to your cards",
    another: "Choose another PIN",
  },
};
