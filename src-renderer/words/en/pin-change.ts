/** Where a PIN change stands, as the steps above the screen name it. */
export const pin = {
  steps: { card: "Card", pin: "New PIN", code: "Code", done: "Done" },
  title: "Choose a new PIN",
  newPin: "New card PIN",
  again: "New card PIN again",
  rules: "Four digits. No sequence such as 1234 or 4321, and no digit three times.",
  againHint: "To catch typing mistakes.",
  count: "{entered} of {length} digits entered",
  incomplete: "Enter all {length} digits.",
  digitsOnly: "Only the digits 0 to 9 can be entered.",
  full: "A PIN has {length} digits; there is no room for more.",
  noPaste: "A PIN cannot be pasted, so that it is never in the clipboard. Type it.",
  mismatch: "The two PINs are not the same. Choose your new PIN once more.",
  passcodeHint: "The passcode of this computer, not a card PIN. Forgotten? Go back and choose “Devices”.",
  change: "Change PIN",
  neverAsk: "Nobody from your bank will ever ask you for your PIN, whether by phone, email, letter or text message.",
} as const;

export const tan = {
  title: "Confirm with a code",
  intro: "Your bank has sent a code of six digits to your mobile phone. With it you confirm the new PIN.",
  send: "Send the code",
  confirm: "Change PIN",
  neverTell: "The text message says that the code is for a new PIN. Never tell it to anybody, not even to your bank.",
  ifBack: "Until you confirm with the code, your card PIN is as before. If you go back, nothing is changed.",
} as const;

/** What has happened to a new PIN so far; each is said when it has happened, and not before. */
export const sending = {
  title: "Changing your PIN",
  stages: {
    prepare: { now: "Preparing with your bank", done: "Prepared with your bank" },
    encrypt: { now: "Encrypting on this computer", done: "Encrypted on this computer" },
    request: { now: "Sending the encrypted PIN to your bank", done: "Encrypted PIN on its way to your bank" },
    sign: { now: "Confirming on this computer", done: "Confirmed on this computer" },
    send: { now: "Sending to your bank", done: "On its way to your bank" },
    answer: { now: "Waiting for your bank’s answer", done: "Answer received" },
  },
  done: "done",
  now: "now",
  waiting: "still to come",
} as const;

export const outcome = {
  changed: {
    title: "Your PIN was changed",
    what: "Your bank has set the new PIN of your card.",
    nextTitle: "Good to know",
    next: "With some cards the new PIN works only after the first payment in a shop with the card inserted in the terminal.",
    memorise: "Memorise it; do not write it down.",
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
    what: "Your bank has received your new PIN and has not finished yet.",
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
  toComputer: "See how this computer is linked",
} as const;

/** A change that the bank did not take for want of a sign-in. */
export const pausedChange = {
  title: "Your new PIN has not been sent yet",
  what: "When your new PIN was to be sent, your bank asked for a new sign-in. Nothing has been changed, and your new PIN is kept here, encrypted.",
  next: "Send it now if you still want it.",
  send: "Send the new PIN",
  giveUp: "Do not change the PIN",
} as const;

export const openChange = {
  title: "What became of your last PIN change",
  asking: "You left before the result was certain. Asking your bank…",
  notAnswered: "You left before the result was certain, and your bank could not say yet how it ended.",
  later: "Not now",
} as const;

/** What one may want to keep of a change. */
export const moment = {
  changedAt: "Changed",
  computer: "Computer",
  reference: "Reference",
  copy: "Copy",
  copyReference: "Copy the reference",
  copied: "Copied.",
} as const;
