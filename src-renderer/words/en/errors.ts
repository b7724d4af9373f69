import type { WordedCode } from "../../../src-contract/errors/error-codes.ts";

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
  ERR_INTERNAL: {
    what: "Something went wrong inside this program.",
    next: "Try again. If it happens again, close the program and start it anew.",
  },
  ERR_UNTRUSTED_SENDER: {
    what: "This window was not allowed to do that.",
    next: "Close the program and start it anew.",
  },
  ERR_BAD_ARGUMENT: { what: "That entry does not have the right form.", next: "Check what you entered and try again." },
  ERR_BUSY: { what: "Another step is still running.", next: "Wait a moment, then try again." },
  ERR_NOT_SIGNED_IN: { what: "You are no longer signed in.", next: "Sign in again to go on." },
  ERR_BACKEND_UNREACHABLE: {
    what: "Your bank could not be reached.",
    next: "Check your internet connection, then try again.",
  },
  ERR_BACKEND_TIMEOUT: { what: "Your bank took too long to answer.", next: "Wait a moment, then try again." },
  ERR_NO_NETWORK: {
    what: "This computer is not connected to a network.",
    next: "Connect it, then try again.",
  },
  ERR_NETWORK_SIGN_IN: {
    what: "Something else answered in your bank’s place, perhaps the sign-in page of this network.",
    next: "Sign in to the network in your browser, then try again. If it does not ask you to, contact your bank.",
  },
  ERR_CONNECTION_NOT_TRUSTED: {
    what: "There is no safe connection to your bank.",
    next: "Sign in to the network in your browser if it asks you to, or use another network, then try again. At work, ask whoever looks after the network.",
  },
  ERR_CERTIFICATE_DATE: {
    what: "By this computer’s date and time, the proof that it is your bank is not valid, so the connection was not used.",
    next: "Check the date and time of this computer, then try again. If they are right, contact your bank.",
  },
  ERR_PROXY_UNREACHABLE: {
    what: "The proxy in this computer’s network settings cannot be used, so there is no way to your bank.",
    next: "Check whether you are in the right network, then try again. At work, ask whoever looks after the network.",
  },
  ERR_PROXY_REFUSED: {
    what: "The proxy of this network did not let the connection to your bank through.",
    next: "Try again. If it happens again, ask whoever looks after the network.",
  },
  ERR_PROXY_PASSWORD: {
    what: "The proxy of this network asks for a name and a password.",
    next: "Enter both for the proxy, then try again.",
  },
  ERR_PROXY_PASSWORD_WRONG: {
    what: "The proxy did not accept this name and password.",
    next: "Check the name and enter the password again. After several wrong tries your company may lock your account.",
  },
  ERR_PROXY_SIGN_IN: {
    what: "The proxy of this network wants a way of signing in that this program does not have.",
    next: "Use another network, or ask whoever looks after this one to let this program through.",
  },
  ERR_BACKEND_ANSWER: {
    what: "Your bank’s answer could not be understood.",
    next: "Try again later. If it happens again, contact your bank.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "The card service is not available at the moment.",
    next: "Try again in a few minutes.",
  },
  ERR_TOO_MANY_REQUESTS: {
    what: "That was tried too often in a short time.",
    next: "Wait a few minutes, then try again.",
  },
  ERR_NOT_FOUND: {
    what: "This is no longer there.",
    next: "Go back and look again. If you miss something, contact your bank.",
  },
  ERR_REFUSED: {
    what: "Your bank did not accept this.",
    next: "Try again later. If it happens again, contact your bank.",
  },
  ERR_KEYCHAIN_LOCKED: { what: "This computer’s keychain is locked.", next: "Unlock it, then try again." },
  ERR_KEYCHAIN_UNAVAILABLE: {
    what: "This computer’s keychain cannot be used.",
    next: "Make sure that it is running, then try again.",
  },
  ERR_KEYCHAIN_SILENT: {
    what: "This computer’s keychain, or keyring, did not answer in time. What was being saved there may still be saved.",
    next: "Look for a question that your computer may be asking, perhaps behind this window, and answer it. Then try again.",
  },
  ERR_KEYCHAIN_UNREADABLE: {
    what: "This computer’s key cannot be read.",
    next: "Contact your bank before you remove anything.",
  },
  ERR_KEYCHAIN_LOST: { what: "This computer’s keychain has no key for your cards.", next: "Connect this computer." },
  ERR_NOT_BOUND: { what: "This computer is not connected to your cards.", next: "Connect it, then try again." },
  ERR_ALREADY_BOUND: { what: "This computer is connected already.", next: "Go on to your cards." },
  ERR_NO_MOBILE_NUMBER: {
    what: "Your bank has no mobile number to send a code to.",
    next: "Give your bank your mobile number, then try again.",
  },
  ERR_DEVICE_LIMIT: {
    what: "You have connected as many devices as your bank allows.",
    next: "Remove one that you no longer use, then try again.",
  },
  ERR_CODE_REFUSED: {
    what: "This is not the code that was sent.",
    next: "Compare it with the message and enter it again. After a few wrong tries you need a new code.",
  },
  ERR_CODE_EXPIRED: { what: "This code is no longer valid.", next: "Ask for a new code." },
  ERR_DEVICE_REFUSED: {
    what: "The card service does not accept this computer.",
    next: "Connect this computer anew. If it happens again, contact your bank.",
  },
  ERR_DEVICE_REMOVED: {
    what: "This computer was removed from your devices.",
    next: "Connect it again to use it for your cards.",
  },
  ERR_DEVICE_UNCONFIRMED: {
    what: "It is not certain that the key on this computer is its own.",
    next: "Say first whether to use this key or to connect this computer anew.",
  },
  ERR_PROTECTION_REFUSED: {
    what: "Your bank does not accept the way in which this computer can keep its key.",
    next: "Use another computer, or ask your bank which ones it accepts.",
  },
  ERR_PASSCODE_LENGTH: {
    what: "A device passcode has 6 to 64 characters.",
    next: "Choose one that is not shorter and not longer.",
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
    what: "This device passcode is in order, such as abcdef or 123456.",
    next: "Choose one that is harder to guess.",
  },
  ERR_PASSCODE_COMMON: {
    what: "This device passcode is one that many people use, so it is among the first that a thief tries.",
    next: "Choose one that is harder to guess.",
  },
  ERR_PASSCODE_WRONG: {
    what: "This is not your device passcode.",
    next: "Enter the passcode that you chose when you connected this computer, not a card PIN.",
  },
  ERR_PASSCODE_NEEDED: { what: "Your device passcode is needed once more.", next: "Try again and enter it." },
  ERR_KEY_ERASED: {
    what: "This computer’s key was erased after five wrong device passcodes. Your card PIN is as before.",
    next: "Connect this computer again.",
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
  ERR_PIN_REFUSED: { what: "The card service does not allow this card PIN.", next: "Choose another card PIN." },
  ERR_PIN_KEY_INVALID: {
    what: "The key for encrypting your card PIN is not safe to use.",
    next: "Do not go on. Contact your bank.",
  },
  ERR_PIN_KEY_OUTDATED: {
    what: "The card service changed its key just now.",
    next: "Enter your new card PIN once more.",
  },
  ERR_ENCRYPTION_REFUSED: {
    what: "The card service could not read the encrypted card PIN.",
    next: "Try again. If it happens again, contact your bank.",
  },
  ERR_CARD_NOT_ELIGIBLE: {
    what: "This card’s PIN cannot be changed at the moment.",
    next: "Contact your bank about this card.",
  },
  ERR_ROUTE_REFUSED: {
    what: "Your bank no longer offers this way to change a card PIN.",
    next: "Sign out and in again to see the ways that it offers.",
  },
  ERR_TAN_REFUSED: {
    what: "This is not the code that was sent. Your card PIN is as before.",
    next: "Compare it with the message and enter it again. After a few wrong tries you need a new code.",
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
    what: "Your bank could not take a note of this step, so it did not go on.",
    next: "Try again in a few minutes.",
  },
  ERR_FOLDER_UNUSABLE: {
    what: "A folder of this program cannot be used.",
    next: "Make sure that it is a folder, that you may read and write it, and that its disk has room. Then try again.",
  },
  ERR_TOO_MANY_CALLS: { what: "Too much was asked for in a short time.", next: "Try again in a few minutes." },
  ERR_JOURNAL: {
    what: "This computer could not take a note of the change, so nothing was sent. Your card PIN is as before.",
    next: "Make sure that its disk has room and that you may write in the folder. Then try again.",
  },
  ERR_SETTINGS_NOT_KEPT: {
    what: "This computer could not save your choice.",
    next: "Make sure that its disk has room and that you may write in the folder. Then try again.",
  },
  ERR_REPORT_NOT_SAVED: {
    what: "The report could not be saved in this folder.",
    next: "Choose another folder, or copy the report instead.",
  },
} as const satisfies Record<WordedCode, ErrorWords>;
