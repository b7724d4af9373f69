export const common = {
  tryAgain: "Try again",
  goBack: "Back",
  done: "Done",
  signOut: "Sign out",
  notYou: "Not you?",
  settings: "Settings",
  help: "Help",
  helpAndContact: "Help and contact",
  checkConnection: "Check the connection",
  signedInAs: "Signed in as {name}",
  working: "One moment…",
  somethingMissing: "Try again later. If something is still missing then, contact your bank.",
  stepOf: "Step {step} of {steps}: {name}",
  stepDone: "{name}, done",
} as const;

export const start = {
  loading: "Getting ready",
  failed: "The program could not get ready",
} as const;

export const signIn = {
  title: "Sign in",
  intro: "This is a demonstration. Choose who you want to be.",
  names: "Demonstration customers",
  withBrowser: "Sign in with your browser",
  otherAccount: "Use another login",
  browserWhat:
    "Your browser opens your bank’s page. Sign in there as usual; afterwards this window continues by itself.",
  browserNext: "This program does not see your password.",
  locked: {
    idle: "You were signed out because nobody used this program for a while.",
    screen: "You were signed out because the screen of this computer was locked.",
    suspend: "You were signed out because this computer went to sleep.",
  },
  lockedNext: "If a PIN change was under way, its result is looked up when you sign in.",
} as const;

/** A sign-in waits for the browser. */
export const browserWait = {
  title: "Continue in your browser",
  what: "Your bank’s page opens in your browser. Sign in there.",
  next: "This window continues by itself as soon as you have signed in.",
  openAgain: "Open the page again",
  copyLink: "Copy the link",
  cancel: "Cancel",
  opened: "The page should now open in your browser again.",
  copied: "The link was copied. It is for this sign-in only.",
  longTitle: "Nothing happened?",
  lookForIt: "The page may be behind this window: look for your browser.",
  openIt: "If it is closed, open the page again.",
  otherBrowser: "If another browser suits you better, copy the link and paste it there.",
} as const;

/** Before a step for which the sign-in is not enough. */
export const signInAgain = {
  title: "Sign in again",
  what: "Before this step your bank wants to be sure that it is you.",
  next: "Sign in once more; then you continue where you were.",
  thenGoOn: "Sign in once more; then you can go on.",
  pinKept:
    "Your card’s PIN has not been changed. Your new PIN is kept here, encrypted, and you can send it once you have signed in.",
  notNow: "Not now",
} as const;

export const lock = {
  title: "Are you still there?",
  what: "Nobody has used this program for a while. To keep your cards safe you will be signed out, and what you have entered will be deleted.",
  left: "You will be signed out in {clock}.",
  stay: "Stay signed in",
} as const;

export const wait = {
  pin_change: "You can change a PIN again in {clock}.",
  binding: "You can link a computer again in {clock}.",
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
  label: "Code from the text message",
  hint: "Six digits. You can paste the whole message.",
  count: "{entered} of {length} digits entered",
  digitsOnly: "A code has digits only, from 0 to 9. The rest was left out.",
  full: "A code has six digits; there is no room for more.",
  noneFound: "What you pasted has no number of six digits in it. Type the code.",
  severalFound: "What you pasted has more than one number of six digits in it. Type the code.",
  checking: "Checking your code…",
  incomplete: "Enter all six digits.",
  validFor: "The code expires in {clock}.",
  soonOver: "The code expires in less than a minute. You can ask for a new one.",
  expired: "The time for this code is over. Ask for a new one.",
  /** Where the bank says so before it is entered, and there should be time left. */
  over: "Your bank says that this code no longer counts. Ask for a new one.",
  /** Of a code that is refused as no longer valid: all that its answer and the clock tell together. */
  endedEarly: "There should have been time left. Perhaps a wrong code was entered too often, or a newer one was sent.",
  newCode: "Send a new code",
  newCodeIn: "Send a new code in {clock}",
  noPhone: "No phone at hand?",
  noPhoneWhat:
    "The code goes to the mobile number that your bank has for you, and can be entered only here. If the phone is elsewhere, come back later and ask for a new code. Nothing is lost.",
  noPhoneNumber: "New number? Tell your bank first.",
} as const;

export const support = {
  reference: "Error number: {code}",
  referenceWithId: "Error number: {code}, {id}",
  copy: "Copy error number",
  copied: "The error number was copied.",
  id: "For support: {id}",
  folder: "Folder:",
} as const;
