/** Solaris' card statuses in words (solaris-api §10). A status that is not here is shown as "not known". */
const statuses: Readonly<Record<string, string>> = {
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
const unknownStatus = "Status not known";

export const cards = {
  title: "Your cards",
  loading: "Your cards are being fetched …",
  none: "You have no cards yet. When your bank issues one, it will show here.",
  changePin: "Change PIN",
  changePinOf: (card: string) => `Change PIN of ${card}`,
  endingIn: (lastDigits: string) => `the card ending in ${lastDigits}`,
  theKind: (kind: string) => `the ${kind}`,
  expires: (date: string) => `valid until ${date}`,
  connected: (name: string) => `This computer is connected as “${name}”.`,
  notConnected:
    "This computer is not connected. Each change is confirmed with a code that is sent to your mobile phone.",
  devices: "Devices",
  connect: "Connect this computer",
  withNote: "This card is not in use at the moment. Your bank may refuse a new PIN.",
  notAllowed: "The PIN of this card cannot be changed because of its status.",
  unknownStatus,
  status: (status: string) => (Object.hasOwn(statuses, status) ? (statuses[status] as string) : unknownStatus),
  kind: {
    virtual: "Virtual",
    business: "Business",
    freelance: "Freelance",
    debit: "debit card",
    credit: "credit card",
    card: "card",
  },
};
