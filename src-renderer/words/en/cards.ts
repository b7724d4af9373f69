/** Solaris' card statuses in words (docs/solaris-api.md §10). A status that is not here is shown as `unknownStatus`. */
const statuses = {
  ACTIVE: "Active",
  INACTIVE: "Not activated yet",
  PROCESSING: "In production",
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
} as const;
export const cards = {
  title: "Your cards",
  intro: "Choose the card whose PIN you want to change.",
  loading: "Loading your cards…",
  none: "You have no cards yet. When your bank issues one, it will appear here.",
  leftOut: "{count, plural, one {# card could not be shown.} other {# cards could not be shown.}}",
  accountsLeftOut:
    "{count, plural, one {The cards of one of your accounts could not be shown.} other {The cards of # of your accounts could not be shown.}}",
  cutShort: "You may have more cards, which are not shown here.",
  changePin: "Change PIN",
  changePinOf: "Change PIN of the card ending in {lastDigits}",
  changePinOfKind: "Change PIN: {kind}",
  endingIn: "{kind} ending in {lastDigits}",
  expires: "valid until {date}",
  expiresSoon: "expires soon",
  expired: "expired",
  search: "Find a card",
  found: "{count, plural, =0 {No card was found.} one {# card found.} other {# cards found.}}",
  closed: "{count, plural, one {# card whose PIN cannot be changed} other {# cards whose PIN cannot be changed}}",
  notLinked: "This computer is not linked. Each change is confirmed with a code that is sent to your mobile phone.",
  devices: "Devices",
  link: "Link this computer",
  withNote: "This card is not in use at the moment. Your bank may refuse a new PIN.",
  notAllowed: "The PIN of this card cannot be changed because of its status.",
  statuses,
  unknownStatus: "Status not known",
  /** The parts of Solaris' card type; a part that is not known is `other`. */
  kind: "{virtual, select, yes {Virtual } other {}}{user, select, business {Business } freelance {Freelance } other {}}{brand, select, visa {Visa } mastercard {Mastercard } other {}}{money, select, debit {debit card} credit {credit card} other {card}}",
} as const;

/** The last line of the window. */
export const status = {
  signedOut: "Not signed in",
  linked: "This computer is linked as “{name}”",
  notLinked: "This computer is not linked",
  uncertain: "It is not certain whether this computer is linked",
} as const;
