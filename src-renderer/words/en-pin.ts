export const pin = {
  enterTitle: "Choose a new PIN",
  confirmTitle: "Enter the new PIN again",
  passcodeTitle: "Enter your device passcode",
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
  passcodeHint:
    "The passcode that you chose when you connected this computer, not a card PIN. Forgotten? Go back to your cards and choose Devices there.",
  next: "Next",
  change: "Change PIN",
  sendingTitle: "Changing your PIN",
  sending: "Your PIN is being encrypted on this computer and sent.",
  neverAsk: "Nobody from your bank will ever ask you for your PIN, by phone, mail or message.",
};

export const tan = {
  title: "Confirm with a code",
  intro: (card: string) =>
    `Your bank has sent a code of six digits to your mobile phone. With it you confirm the new PIN of ${card}.`,
  send: "Send the code",
  confirm: "Change PIN",
  neverTell: "The message says that the code is for a new PIN. Never tell it to anybody, not even to your bank.",
  ifBack: "If you go back, nothing is changed.",
};

export const outcome = {
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
    neverArrived: (card: string) =>
      `Your bank has received nothing of this change, and will not carry it out. The PIN of ${card} is the same as before.`,
  },
  inProgress: {
    title: "Your PIN is being changed",
    what: (card: string) => `The new PIN of ${card} has arrived, and the card service has not answered yet.`,
    next: "This window asks again every two seconds.",
  },
  unknown: {
    title: "It is not certain whether your PIN was changed",
    what: (card: string) => `The new PIN of ${card} was sent, but no answer came back.`,
    next: "Try the new PIN at your next payment, and the old one if it does not work. Or set a new PIN here once more: that is safe.",
    checkAgain: "Check again",
    sameAsBefore: "Your bank was asked again, and it does not know either.",
  },
  aCard: "your card",
  toCards: "Back to your cards",
  another: "Choose another PIN",
  bySms: "Change it with a code by text message",
  otherWay: "Try another way",
  toConnection: "Look at this computer's connection",
};

export const openChange = {
  title: "What became of your last PIN change",
  asking: "You left before its end was certain. Your bank is being asked …",
  notAnswered: "You left before its end was certain, and your bank could not say yet how it ended.",
  later: "Look later",
};
