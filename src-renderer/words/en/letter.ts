/** Linking this computer by the code of a letter, where no text message can be sent. */
export const letter = {
  /** Said before a code is asked for, and in Help. */
  instead: "If your bank has no mobile number for you, you can get the code by letter. That takes some days.",
  offer: {
    title: "Get the code by letter",
    what: "Your bank has no mobile number that it could send a code to. It can have the code sent to you by letter instead.",
    days: "A letter takes some days. You can close this program meanwhile, and enter the code when the letter is there.",
    address: "If you have moved, tell your bank your new address first.",
    send: "Send me a letter",
  },
  limited: "Your bank limits how many letters you can ask for. After that you have to wait, possibly for days.",
  wait: "You can ask for a letter again on {when}.",
  byMessage: "Try by text message",
  title: "Your code comes by letter",
  what: "A letter with a code for you was asked for. As soon as you have it, enter its code here.",
  askedFor: "Asked for",
  countsUntil: "Code valid until",
  countedUntil: "Code was valid until",
  meanwhile:
    "Until you have the letter there is nothing to do here. You can close this program and switch this computer off.",
  kept: "Of the letter only these times are kept on this computer, not the code.",
  enter: "Enter the code",
  cancel: "Cancel the letter",
  cancelAsk: "Cancel the letter? Its code then no longer counts, even if the letter still comes.",
  cancelNot: "Do not cancel",
  noRoom:
    "You can have {limit} linked devices, and you have reached that number. Before this computer can be linked, you have to remove one of them. The code of your letter has not been used.",
  again: {
    open: "Ask for a new letter",
    title: "Ask for a new letter?",
    what: "The code of the letter before then no longer counts, even if that letter still comes. If it may only be late, wait for it.",
    send: "Send me a new letter",
  },
  code: {
    title: "Enter the code from the letter",
    intro: "Enter it exactly as it is printed, to link “{name}”.",
    label: "Code from the letter",
    hint: "Letters and digits. Capital and small letters are not the same.",
    empty: "Enter the code from the letter.",
    leftOut: "The code of a letter has only letters from A to Z and digits. The rest was left out.",
    full: "A code is never that long. The rest was left out.",
    refused:
      "This is not the code that counts. Compare it with your newest letter, character by character, and correct it. Too many wrong tries can end the code.",
  },
  over: {
    title: "The code of your letter no longer counts",
    expiredTitle: "The time for the code of your letter is over",
    expired: "Ask for a new letter if you still want to link this computer.",
    early:
      "Your bank says so, although there should have been time left. Perhaps it was used on another computer, a wrong code was entered too often, the letter was cancelled elsewhere, or a newer one was asked for.",
    unknown:
      "Your bank says so. Perhaps its time is over, it was used on another computer, a wrong code was entered too often, or the letter was cancelled elsewhere.",
    linkedSince:
      "Since then “{name}” was linked, on {when}. If that was with this code, this computer needs a letter of its own. If you do not know that device, contact your bank at once.",
    without: "Begin again without a letter",
  },
  /** Once the code was accepted. */
  startOver: {
    ask: "Start over? Your code has been used already. If it came by letter, you then need a new letter.",
    not: "Do not start over",
  },
  cancelled: {
    title: "The letter was cancelled",
    what: "Its code no longer counts. If the letter still comes, you can destroy it.",
    back: "Back to linking",
  },
} as const;
