import type { TokenCode, WordedCode } from "../../../src-contract/errors/error-codes.ts";
import { connectionErrors } from "./connection-errors.ts";

/** What happened, and what the cardholder can do now. */
export interface ErrorWords {
  readonly what: string;
  readonly next: string;
}

/**
 * One for each code, except those that are said as another. "Card PIN" is what is typed at the till, "device passcode" what
 * unlocks this computer's key: every sentence says which of the two it means.
 */
export const errors = {
  ...connectionErrors,
  ERR_INTERNAL: {
    what: "Something went wrong inside this program.",
    next: "Try again. If it happens again, close the program and start it again.",
  },
  ERR_UNTRUSTED_SENDER: {
    what: "This window was not allowed to do that.",
    next: "Close the program and start it again.",
  },
  ERR_BAD_ARGUMENT: { what: "That entry does not have the right form.", next: "Check what you entered and try again." },
  ERR_BUSY: { what: "Another step is still running.", next: "Wait a moment, then try again." },
  ERR_NOT_SIGNED_IN: { what: "You are no longer signed in.", next: "Sign in again to go on." },
  ERR_SIGN_IN_CANCELLED: {
    what: "The sign-in was cancelled.",
    next: "Sign in again when you are ready.",
  },
  ERR_SIGN_IN_DENIED: {
    what: "The sign-in was cancelled on your bank’s page, or your bank refused it.",
    next: "Sign in again. If your bank refuses it again, contact your bank.",
  },
  ERR_SIGN_IN_EXPIRED: {
    what: "The sign-in was not completed in the browser in time.",
    next: "Sign in again, and finish in the browser within five minutes.",
  },
  ERR_SIGN_IN_UNAVAILABLE: {
    what: "Your bank’s sign-in cannot be reached at the moment.",
    next: "Try again in a few minutes. If that does not help, contact your bank.",
  },
  ERR_SIGN_IN_FAILED: {
    what: "No valid answer to the sign-in came from your bank.",
    next: "Sign in again. If it happens again, contact your bank.",
  },
  ERR_SIGN_IN_PORT: {
    what: "This program could not receive your browser’s answer.",
    next: "Check whether security software on this computer blocks the program, then sign in again.",
  },
  ERR_SIGN_IN_OTHER_PERSON: {
    what: "You signed in with a different login from before.",
    next: "Sign in with the login that you began with, or sign out first.",
  },
  ERR_SIGN_IN_TOO_WEAK: {
    what: "The sign-in that you have just made is not enough for this step.",
    next: "Sign in again in the way that your bank asks for, or contact your bank.",
  },
  ERR_SIGN_IN_AGAIN: {
    what: "For this step your bank asks you to sign in again.",
    next: "Sign in again to go on.",
  },
  ERR_NO_CARDHOLDER: {
    what: "You are signed in, but your bank knows no card of yours for this program.",
    next: "Use another login, or contact your bank.",
  },
  ERR_BACKEND_ANSWER: {
    what: "Your bank’s answer could not be understood.",
    next: "Try again later. If it happens again, contact your bank.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "Your bank cannot do this at the moment.",
    next: "Try again in a few minutes.",
  },
  ERR_TOO_MANY_REQUESTS: {
    what: "That was tried too often in a short time.",
    next: "Wait a few minutes, then try again.",
  },
  ERR_NOT_FOUND: {
    what: "This is no longer there.",
    next: "Go back and look again. If something is missing, contact your bank.",
  },
  ERR_REFUSED: {
    what: "Your bank did not accept this.",
    next: "Try again later. If it happens again, contact your bank.",
  },
  ERR_DEVICE_CONSENT_MISSING: {
    what: "Your bank does not have your agreement to receive data about this computer.",
    next: "Try again. Without your agreement no such data is sent.",
  },
  ERR_DEVICE_DATA_REQUIRED: {
    what: "For this step your bank requires data about this computer, and there was none.",
    next: "Use a code by text message to change your card PIN if your bank offers that, or ask your bank.",
  },
  ERR_KEYCHAIN_LOCKED: { what: "This computer’s keychain is locked.", next: "Unlock it, then try again." },
  ERR_KEYCHAIN_UNAVAILABLE: {
    what: "This computer’s keychain cannot be used.",
    next: "Make sure that it is running, then try again.",
  },
  ERR_KEYCHAIN_SILENT: {
    what: "This computer’s keychain did not answer in time. What was being saved there may still be saved.",
    next: "Look for a question that your computer may be asking, perhaps behind this window, and answer it. Then try again.",
  },
  ERR_KEYCHAIN_UNREADABLE: {
    what: "This computer’s key cannot be read.",
    next: "Contact your bank before you remove anything.",
  },
  ERR_KEYCHAIN_LOST: { what: "This computer’s keychain has no key for your cards.", next: "Link this computer." },
  ERR_NOT_BOUND: { what: "This computer is not linked to your cards.", next: "Link it, then try again." },
  ERR_ALREADY_BOUND: { what: "This computer is linked already.", next: "Go on to your cards." },
  ERR_NO_MOBILE_NUMBER: {
    what: "Your bank has no mobile number to send a code to.",
    next: "Give your bank your mobile number, then try again.",
  },
  ERR_DEVICE_LIMIT: {
    what: "You have linked as many devices as your bank allows.",
    next: "Remove one that you no longer use, then try again.",
  },
  ERR_CODE_REFUSED: {
    what: "This is not the code that was sent.",
    next: "Compare it with the text message and enter it again.",
  },
  ERR_CODE_EXPIRED: { what: "This code is no longer valid.", next: "Ask for a new code." },
  ERR_ACTIVATION_CODE_EXISTS: {
    what: "A letter with a code for you was sent already, and its code still counts.",
    next: "Enter the code from the letter, or ask for a new letter; the earlier code then counts no more.",
  },
  ERR_DEVICE_REFUSED: {
    what: "Your bank does not accept this computer.",
    next: "Link this computer again. If it happens again, contact your bank.",
  },
  ERR_DEVICE_REMOVED: {
    what: "This computer was removed from your devices.",
    next: "Link it again to use it for your cards.",
  },
  ERR_DEVICE_UNCONFIRMED: {
    what: "It is not certain that the key on this computer belongs to it.",
    next: "Say first whether to use this key or to link this computer again.",
  },
  ERR_PROTECTION_REFUSED: {
    what: "Your bank does not accept the way in which this computer can keep its key.",
    next: "Use another computer, or ask your bank which ones it accepts.",
  },
  ERR_PASSCODE_LENGTH: {
    what: "This device passcode is too short or too long.",
    next: "Use 6 to 64 characters.",
  },
  ERR_PASSCODE_CHARACTERS: {
    what: "This device passcode has a character that not every keyboard has.",
    next: "Use letters from A to Z, digits, spaces and symbols.",
  },
  ERR_PASSCODE_REPEATED: {
    what: "This device passcode is the same few characters over and over.",
    next: "Choose one that is harder to guess.",
  },
  ERR_PASSCODE_SEQUENCE: {
    what: "This device passcode is a sequence such as abcdef or 123456.",
    next: "Choose one that is harder to guess.",
  },
  ERR_PASSCODE_COMMON: {
    what: "This device passcode is one that many people use, so it is among the first that a thief tries.",
    next: "Choose one that is harder to guess.",
  },
  ERR_PASSCODE_WRONG: {
    what: "This is not your device passcode.",
    next: "Enter the passcode that you chose when you linked this computer, not a card PIN.",
  },
  ERR_PASSCODE_NEEDED: { what: "Your device passcode is needed once more.", next: "Try again and enter it." },
  ERR_KEY_ERASED: {
    what: "This computer’s key was erased after five wrong device passcodes. Your card PIN is as before.",
    next: "Link this computer again.",
  },
  ERR_PIN_DIGITS: { what: "A card PIN has exactly four digits.", next: "Enter four digits." },
  ERR_PIN_SEQUENCE: {
    what: "This card PIN counts up or down, such as 1234 or 4321.",
    next: "Choose digits that are not in order.",
  },
  ERR_PIN_REPEATED: {
    what: "This card PIN has the same digit three times or more.",
    next: "Use each digit at most twice.",
  },
  ERR_PIN_GUESSABLE: {
    what: "This card PIN is one of those that a thief tries first, so your bank does not accept it.",
    next: "Choose one that has no date, year, word or pattern in it.",
  },
  ERR_PIN_REFUSED: { what: "Your bank does not allow this card PIN.", next: "Choose another card PIN." },
  ERR_PIN_NOT_KEPT: {
    what: "Your new card PIN was not sent, because your sign-in had ended.",
    next: "Sign in again, then enter the new card PIN once more. It was not kept.",
  },
  ERR_PIN_KEY_INVALID: {
    what: "The key for encrypting your card PIN is not safe to use.",
    next: "Do not go on. Contact your bank.",
  },
  ERR_PIN_KEY_OUTDATED: {
    what: "Your bank changed its key just now.",
    next: "Enter your new card PIN once more.",
  },
  ERR_ENCRYPTION_REFUSED: {
    what: "Your bank could not read the encrypted card PIN.",
    next: "Try again. If it happens again, contact your bank.",
  },
  ERR_CARD_NOT_ELIGIBLE: {
    what: "This card’s PIN cannot be changed at the moment.",
    next: "Contact your bank about this card.",
  },
  ERR_ROUTE_REFUSED: {
    what: "Your bank no longer offers this way to change a card PIN.",
    next: "Sign out and back in to see the ways that it offers.",
  },
  ERR_TAN_REFUSED: {
    what: "This is not the code that was sent. Your card PIN is as before.",
    next: "Compare it with the text message and enter it again.",
  },
  ERR_CHANGE_REQUEST_ENDED: {
    what: "The time for this change is over, or a wrong code was entered too often. Your card PIN is as before.",
    next: "Ask for a new code. You need not enter the card PIN again.",
  },
  ERR_PIN_CHANGE_IN_PROGRESS: {
    what: "This change of your card PIN is still being carried out.",
    next: "Wait a moment, then look again.",
  },
  ERR_PIN_CHANGE_CLOSED: {
    what: "This change was given up before it was carried out. Your card PIN is as before.",
    next: "Set the card PIN once more.",
  },
  ERR_NOT_RECORDED: {
    what: "Your bank could not record this step, so it did not go on.",
    next: "Try again in a few minutes.",
  },
  ERR_FOLDER_UNUSABLE: {
    what: "A folder of this program cannot be used.",
    next: "Make sure that it is a folder, that you may read and write in it, and that its disk has room. Then try again.",
  },
  ERR_PROGRAM_CHANGED: {
    what: "Part of this program is missing or is not the original, so it has not touched the keychain.",
    next: "Install the program again. If you did not expect this, contact your bank.",
  },
  ERR_START_REFUSED: {
    what: "This program was to start in a way that it does not accept.",
    next: "Start it again without what was added. If you did not add it yourself, ask whoever looks after this computer.",
  },
  ERR_TOO_MANY_CALLS: { what: "Too many requests were made in a short time.", next: "Try again in a few minutes." },
  ERR_JOURNAL: {
    what: "This computer could not record the change, so nothing was sent. Your card PIN is as before.",
    next: "Make sure that its disk has room and that you may write in the folder. Then try again.",
  },
  ERR_SETTINGS_NOT_KEPT: {
    what: "This computer could not save your choice.",
    next: "Make sure that its disk has room and that you may write in the folder. Then try again.",
  },
  ERR_UPDATE_UNAVAILABLE: {
    what: "The server that has newer versions of this program did not answer properly.",
    next: "Try again later. Nothing changes until then.",
  },
  ERR_UPDATE_NOT_TRUSTED: {
    what: "What was received as a newer version of this program is not from its makers, or is damaged. It was not installed.",
    next: "Try again later. If it happens again, contact your bank.",
  },
  ERR_UPDATE_TOO_OLD: {
    what: "By this computer’s date and time, what is known of newer versions of this program is too old.",
    next: "Check the date and time of this computer, then try again. If they are right, contact your bank.",
  },
  ERR_UPDATE_NOT_STORED: {
    what: "This computer could not store the newer version of this program.",
    next: "Make sure that its disk has room and that you may write in the folder, then try again.",
  },
  ERR_UPDATE_NOT_STARTED: {
    what: "The installation of the newer version could not be started.",
    next: "Try again. If it happens again, contact your bank.",
  },
  ERR_UPDATE_REQUIRED: {
    what: "Your bank no longer allows changing a card PIN with this version of the program.",
    next: "Look for the newer version on the screen with your cards, and install it.",
  },
  ERR_REPORT_NOT_SAVED: {
    what: "The report could not be saved in this folder.",
    next: "Choose another folder, or copy the report instead.",
  },
} as const satisfies Record<Exclude<WordedCode, TokenCode>, ErrorWords>;
