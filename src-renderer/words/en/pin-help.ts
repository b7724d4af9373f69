/** Showing the digits for a moment. */
export const reveal = {
  show: "Show the digits",
  hide: "Hide the digits",
  showShort: "Show",
  hideShort: "Hide",
  shown: "The digits can be seen for {seconds, plural, one {# more second} other {# more seconds}}.",
  hidden: "The digits are hidden again.",
} as const;

/** The keypad on the screen. */
export const keypad = {
  title: "Keypad",
  shuffled: "Keypad, shuffled",
  remove: "Delete the last digit",
} as const;

/** Why a PIN is among the first that a thief tries. Never a PIN to take instead. */
export const advice = {
  title: "Easily guessed.",
  reasons: {
    year: "It is a year.",
    pairs: "It is made of pairs of digits.",
    mirrored: "It reads the same backwards.",
    steps: "Its digits follow each other in even steps.",
    "keypad-line": "Its digits lie in a line on the keypad.",
    "keypad-shape": "Its digits draw a shape on the keypad.",
    "day-and-month": "It is a day and a month.",
    "month-and-day": "It is a month and a day.",
    "spelled-word": "It spells a word on the keys of a phone.",
    "well-known-number": "It is a number that many people know.",
    "birth-date": "It comes from your birth date.",
  },
  refuse: "Your bank does not allow it. Choose another one.",
  keep: "Use this PIN anyway",
  kept: "You are using this card PIN anyway.",
  notYet: "Choose another card PIN, or confirm that you want to use this one anyway.",
} as const;

/** The check against the cardholder's own birth date, which stays in the window. */
export const birthDate = {
  summary: "Check against my birth date",
  intro: "Thieves try birth dates first. Enter yours, and you are told if your new PIN comes from it.",
  privacy: "Your birth date stays in this window. It is not stored and not sent.",
  day: "Day",
  month: "Month",
  year: "Year",
  faults: {
    "no-such-day": "This is not a date. Enter day, month and year in digits, such as 31, 12 and 1980.",
    "before-1900": "Enter a year from 1900 on, with all four digits.",
    "in-the-future": "This date is still to come.",
  },
  isFree: "This card PIN does not come from your birth date.",
  isFrom: "This card PIN comes from your birth date.",
} as const;
