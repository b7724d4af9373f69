import type { TokenCode } from "../../../src-contract/errors/error-codes.ts";
import type { ErrorWords } from "./errors.ts";

/** A token that keeps this computer's key (docs/hardware-key.md). */
export const token = {
  step: "Security key",
  choice: "Where this computer’s key is kept",
  inKeychain: "In this computer’s keychain, with a device passcode",
  on: "On the security key “{label}”, with its PIN",
  onUnnamed: "On the security key without a name, with its PIN",
  before: "On the security key that you chose before, with its PIN",
  note: "On a security key or smart card the key cannot be copied. Each change then needs that security key and its PIN.",
  gives: {
    title: "Set up the security key",
    what: "You need it, with its PIN, for each change here.",
  },
  look: "Look for a security key",
  looking: "Looking for security keys…",
  none: "No security key that can be used was found at {time}. It must be plugged in, have a PIN, and not be locked.",
  unnamed: "without a name",
  setTitle: "Set up your security key",
  setWhat: "The security key “{label}” will create this computer’s key and keep it. Leave it plugged in.",
  setPin:
    "You will be asked for the security key’s PIN each time that you change a card PIN on this computer. Your bank does not know it. Too many wrong ones can lock the security key.",
  set: "Set up the security key",
  label: "PIN of the security key",
  hint: "The PIN of the security key “{label}”, not a card PIN.",
  empty: "Enter the PIN of your security key.",
  refused: "Only letters from A to Z, digits, spaces and symbols can be entered here.",
  full: "At most {most} characters can be entered here; there is no room for more.",
  reveal: {
    show: "Show the PIN of the security key",
    hide: "Hide the PIN of the security key",
    shown: "The PIN can be seen for {seconds, plural, one {# more second} other {# more seconds}}.",
    hidden: "The PIN is hidden again.",
  },
  checking: "Asking your security key…",
  waits: "Your security key has not answered yet. If it blinks, touch it. You have a minute in all.",
  few: "More wrong PINs can lock it.",
  last: "The next wrong PIN locks it.",
  linked: "Each change asks for your security key and its PIN. You need no code by text message.",
  linkedLost: "If you lose the security key: remove this computer under “{devices}”, then link it again.",
  which: "It is the security key “{label}”.",
  removeAsk:
    "Remove this computer? It can then no longer change a card PIN. Your cards and their PINs stay as they are. To use it again you need a new code.",
  removeHint: "To remove its key from the security key “{label}” as well, leave that plugged in and enter its PIN.",
  removeBoth: "Remove the computer and its key",
  removeOnly: "Remove only this computer",
  howTo: {
    title: "Keep the key on a security key",
    also: "token YubiKey smart card USB TPM PIN wrong locked lost",
    what: "Where your bank offers it, a security key or smart card can keep this computer’s key. You choose it when you link the computer. Each change of a card PIN then needs that security key and its PIN, in place of a device passcode.",
    wrong:
      "The security key itself counts wrong PINs, and can lock. Only its own program can unlock it or change its PIN; your bank cannot.",
    lost: "If the security key is lost: sign in, choose “{devices}” and remove this computer. Then link it again, with a new code.",
  },
  removed:
    "This computer was removed, and so was its key on the security key. Link it only if you want to use it again.",
  left: "This computer was removed. Its key is still on the security key “{label}”; your bank no longer accepts it. With the security key’s own program you can remove it: it is called “Cardbound”.",
} as const;

/** Failures of a token. Only a later screen asks for one, so they are read with these. */
export const tokenErrors = {
  ERR_TOKEN_PIN_WRONG: {
    what: "This is not the PIN of your security key.",
    next: "Enter the PIN of the security key, not a card PIN.",
  },
  ERR_TOKEN_PIN_LENGTH: {
    what: "The PIN of your security key has another length, so your entry was not tried.",
    next: "Enter the PIN of the security key, not a card PIN.",
  },
  ERR_TOKEN_LAST_TRY: {
    what: "Your entry was not tried yet: the next wrong PIN of your security key locks it.",
    next: "Enter the PIN of the security key again only if you are sure of it.",
  },
  ERR_TOKEN_LOCKED: {
    what: "Your security key is locked.",
    next: "Unlock it with its own program. If that is not possible, remove this computer under “Devices”, then link it again.",
  },
  ERR_TOKEN_MISSING: {
    what: "The security key that you chose for this computer is not plugged in.",
    next: "Connect it, then try again.",
  },
  ERR_TOKEN_AMBIGUOUS: {
    what: "Two security keys with the same name are plugged in.",
    next: "Connect only the right one, then try again.",
  },
  ERR_TOKEN_SILENT: {
    what: "Your security key did not answer in time.",
    next: "Try again, and touch the security key if it blinks.",
  },
  ERR_TOKEN_KEY_MISSING: {
    what: "This computer’s key cannot be found on the security key.",
    next: "Remove this computer under “Devices”, then link it again.",
  },
  ERR_TOKEN_KEY_OTHER: {
    what: "Another key is on the security key in place of this computer’s key. It was left as it is.",
    next: "Start over, or remove only this computer under “Devices”. Then link it again.",
  },
  ERR_TOKEN_UNUSABLE: {
    what: "This security key cannot keep a key for your cards.",
    next: "Start over and choose this computer’s keychain, or use another security key.",
  },
  ERR_TOKEN_MODULE: {
    what: "The software of your security key is missing, or is not the version that your bank allows.",
    next: "Ask your bank, or whoever looks after this computer.",
  },
  ERR_TOKEN_FAILED: {
    what: "Your security key, or its software, has failed.",
    next: "Remove it from the computer, connect it again, then try again.",
  },
} as const satisfies Record<TokenCode, ErrorWords>;
