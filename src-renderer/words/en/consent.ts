/** The question whether data about this computer may be sent. */
export const consent = {
  title: "May data about this computer be sent?",
  what: "To recognise this computer, features of it would be read: for example its operating system, language, time zone, screen and network address. This happens when you link this computer, and each time you change a PIN with it.",
  whom: "A component of another company, chosen by your bank, reads them and may contact that company’s servers. The result goes to your bank, and from there to the bank that issues your card.",
  why: "They use it to notice when somebody else tries to use your card.",
  never: "Your PIN, your device passcode and your keys are not part of it.",
  optional: "Your bank does not require it: without it you can do the same here.",
  required: "Your bank requires it for linking this computer, and for changing a PIN with it.",
  withdrawable: "You can change your answer in the settings at any time.",
  agree: "I agree",
  refuse: "Do not send this",
  notGiven: "So your answer has not taken effect, and nothing is collected.",
  without: {
    title: "Your bank requires this data",
    binding: "You have not agreed that data about this computer is sent. Without it your bank links no computer.",
    change:
      "You have not agreed that data about this computer is sent. Without it your bank takes no PIN change from this computer with its key.",
    bySms:
      "You can change a card PIN with a code by text message instead. No data about this computer is sent for that.",
    noWay:
      "This program has no other way at your bank. If you do not want to agree, ask your bank how else you can change your card PIN.",
    ask: "Read the question again",
  },
  settings: {
    title: "Data about this computer",
    none: "You have not answered yet whether data about this computer may be sent. Nothing is collected.",
    given: "You agreed on {when} that data about this computer is sent when you link it or change a PIN with it.",
    givenOnce: "You have agreed that data about this computer is sent when you link it or change a PIN with it.",
    refused: "You do not agree that data about this computer is sent. Nothing has been collected since {when}.",
    open: "Read and decide",
    withdraw: "Withdraw my agreement",
    ask: "Withdraw your agreement? From that moment nothing is collected any more.",
    askRequired: "Your bank then takes no PIN change from this computer with its key.",
    keep: "Leave it as it is",
    withdrawn: "Withdrawn. Nothing is collected any more.",
    untold:
      "Your bank has not confirmed yet that it knows of your withdrawal. This program tells it again when you next sign in, or at once if you wish.",
    tellAgain: "Tell the bank again",
  },
} as const;
