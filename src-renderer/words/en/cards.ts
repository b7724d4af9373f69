/** Solaris' card statuses in words (docs/solaris-api.md §10). A status that is not here is shown as `unknownStatus`. */
const statuses = {
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
} as const;
export const cards = {
  title: "Your cards",
  loading: "Your cards are being fetched …",
  none: "You have no cards yet. When your bank issues one, it will show here.",
  leftOut: "{count, plural, one {# card could not be shown.} other {# cards could not be shown.}}",
  accountsLeftOut:
    "{count, plural, one {The cards of one of your accounts could not be shown.} other {The cards of # of your accounts could not be shown.}}",
  cutShort: "You may have more cards, which are not shown here.",
  changePin: "Change PIN",
  changePinOf: "Change PIN of the card ending in {lastDigits}",
  changePinOfKind: "Change PIN: {kind}",
  endingIn: "Card ending in {lastDigits}",
  expires: "valid until {date}",
  connected: "This computer is connected as “{name}”.",
  notConnected:
    "This computer is not connected. Each change is confirmed with a code that is sent to your mobile phone.",
  devices: "Devices",
  connect: "Connect this computer",
  withNote: "This card is not in use at the moment. Your bank may refuse a new PIN.",
  notAllowed: "The PIN of this card cannot be changed because of its status.",
  statuses,
  unknownStatus: "Status not known",
  /** The parts of Solaris' card type; a part that is not known is `other`. */
  kind: "{virtual, select, yes {Virtual } other {}}{user, select, business {Business } freelance {Freelance } other {}}{brand, select, visa {Visa } mastercard {Mastercard } other {}}{money, select, debit {debit card} credit {credit card} other {card}}",
} as const;
