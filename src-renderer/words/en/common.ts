export const common = {
  tryAgain: "Try again",
  goBack: "Back",
  done: "Done",
  signOut: "Sign out",
  settings: "Settings",
  help: "Help",
  checkConnection: "Check the connection",
  signedInAs: "Signed in as {name}",
  working: "One moment …",
  somethingMissing: "Try again later. If something is still missing then, contact your bank.",
  stepOf: "Step {step} of {steps}: {name}",
  stepDone: "{name}, done",
} as const;

export const start = {
  loading: "Getting ready",
  failed: "This did not work",
} as const;

export const signIn = {
  title: "Sign in",
  intro: "This is a demonstration. Choose who you want to be.",
  names: "Demonstration customers",
  unavailable: "Signing in is not part of this version yet.",
  locked: {
    idle: "You were signed out because nobody used this program for a while.",
    screen: "You were signed out because the screen of this computer was locked.",
    suspend: "You were signed out because this computer went to sleep.",
  },
  lockedNext: "A PIN change that was on its way is looked up when you sign in.",
} as const;

export const lock = {
  title: "Are you still there?",
  what: "Nobody has used this program for a while. To keep your cards safe you will be signed out, and what you have entered is deleted.",
  left: "You will be signed out in {clock}.",
  stay: "Stay signed in",
} as const;

export const wait = {
  pin_change: "You can change a PIN again in {clock}.",
  binding: "You can connect a computer again in {clock}.",
  code: "You can ask for a new code in {clock}.",
  any: "You can try again in {clock}.",
} as const;

/** Whatever is entered: codes, PINs, passcodes. */
export const entry = {
  numLockOff: "Num Lock is off, so the number pad types no digits. Press Num Lock, or use the other digit keys.",
  left: "What you have entered will be deleted, because this window is not in use. Come back to this window to keep it.",
  leftTitle: "Entry about to be deleted",
  wipedIn: "It will be deleted in {clock}.",
  wiped:
    "Your entry was deleted because you were away for {minutes, plural, one {# minute} other {# minutes}}. Enter it once more.",
} as const;

export const code = {
  label: "Code from the message",
  hint: "Six digits. You can paste the whole message.",
  count: "{entered} of {length} digits entered",
  digitsOnly: "A code has digits only, from 0 to 9. The rest was left out.",
  full: "A code has six digits; there is no room for more.",
  noneFound: "What you pasted has no number of six digits in it. Type the code.",
  severalFound: "What you pasted has more than one number of six digits in it. Type the code.",
  checking: "Your code is being checked …",
  incomplete: "Enter all six digits.",
  validFor: "The code is valid for another {clock} minutes.",
  soonOver: "The code is valid for less than a minute now. You can ask for a new one.",
  expired: "The code is probably no longer valid. Ask for a new one.",
  newCode: "Send a new code",
  newCodeIn: "Send a new code in {clock}",
  noPhone: "No phone at hand?",
  noPhoneWhat:
    "The code goes to the mobile number that your bank has for you, and can be entered only here. If the phone is elsewhere, come back later and ask for a new code. Nothing is lost.",
  noPhoneNumber: "Have you got a new number? Give it to your bank first.",
} as const;

export const support = {
  reference: "For support: {code}",
  referenceWithId: "For support: {code}, {id}",
  id: "For support: {id}",
  folder: "Folder:",
} as const;
