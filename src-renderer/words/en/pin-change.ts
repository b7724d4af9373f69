/** Where a PIN change stands, as the steps above the screen name it. */
export const pin = {
  steps: { card: "Card", pin: "New PIN", code: "Code", done: "Done" },
  title: "Choose a new PIN",
  newPin: "New card PIN",
  again: "New card PIN again",
  rules: "Four digits. Not in order such as 1234 or 4321, and no digit three times.",
  againHint: "To make sure that there is no slip.",
  count: "{entered} of {length} digits entered",
  incomplete: "Enter all {length} digits.",
  digitsOnly: "Only the digits 0 to 9 can be entered.",
  full: "A PIN has {length} digits; there is no room for more.",
  noPaste: "A PIN cannot be pasted, so that it never lies in the clipboard. Type it.",
  mismatch: "The two PINs are not the same. Choose your new PIN once more.",
  passcodeHint:
    "The passcode that you chose when you connected this computer, not a card PIN. Forgotten? Go back to your cards and choose Devices there.",
  change: "Change PIN",
  neverAsk: "Nobody from your bank will ever ask you for your PIN, by phone, mail or message.",
} as const;

export const tan = {
  title: "Confirm with a code",
  intro: "Your bank has sent a code of six digits to your mobile phone. With it you confirm the new PIN.",
  send: "Send the code",
  confirm: "Change PIN",
  neverTell: "The message says that the code is for a new PIN. Never tell it to anybody, not even to your bank.",
  ifBack: "Until you confirm with the code, your card PIN is as before. If you go back, nothing is changed.",
} as const;

/** What has happened to a new PIN so far; each is said when it has happened, and not before. */
export const sending = {
  title: "Changing your PIN",
  stages: {
    prepare: { now: "Asking the card service for its key", done: "Key of the card service checked" },
    encrypt: { now: "Encrypting on this computer", done: "Encrypted on this computer" },
    request: { now: "Handing the encrypted PIN to your bank", done: "Encrypted PIN on its way to your bank" },
    sign: { now: "Signing on this computer", done: "Signed on this computer" },
    send: { now: "Sending to your bank", done: "On its way to your bank" },
    answer: { now: "Waiting for the answer", done: "Answered" },
  },
  done: "done",
  now: "now",
  waiting: "still to come",
} as const;

export const outcome = {
  changed: {
    title: "Your PIN was changed",
    what: "The card service has set the new PIN of your card.",
    nextTitle: "What to know now",
    next: "With some cards the new PIN works only after the first payment in a shop with the card put into the reader.",
    cashMachines: "A PIN cannot be changed at cash machines.",
    oldNotes: "Destroy what the old PIN is written on, and keep the new one in your head only.",
  },
  refused: {
    title: "Your PIN was not changed",
    what: "The PIN of your card is the same as before.",
  },
  notSent: {
    what: "Nothing was sent. The PIN of your card is the same as before.",
    neverArrived:
      "Your bank has received nothing of this change, and will not carry it out. The PIN of your card is the same as before.",
  },
  inProgress: {
    title: "Your PIN is being changed",
    what: "Your new PIN has arrived, and the card service has not answered yet.",
    next: "This window asks again every two seconds.",
  },
  unknown: {
    title: "It is not certain whether your PIN was changed",
    what: "Your new PIN was sent, but no answer came back.",
    next: "Try the new PIN at your next payment, and the old one if it does not work. Or set a new PIN here once more: that is safe.",
    checkAgain: "Check again",
    sameAsBefore: "Your bank was asked again, and it does not know either.",
  },
  toCards: "Back to your cards",
  another: "Choose another PIN",
  bySms: "Change it with a code by text message",
  otherWay: "Try another way",
  toConnection: "Look at this computer’s connection",
} as const;

export const openChange = {
  title: "What became of your last PIN change",
  asking: "You left before its end was certain. Your bank is being asked …",
  notAnswered: "You left before its end was certain, and your bank could not say yet how it ended.",
  later: "Look later",
} as const;
