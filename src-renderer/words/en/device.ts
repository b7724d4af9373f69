import type { ProtectionLevel } from "../../../src-contract/rules/protection-levels.ts";

export const keychain = {
  asks: {
    "secret-service":
      "Your computer may be asking for its keyring’s password. Look for a window, perhaps behind this one.",
    "macos-keychain":
      "Your computer may be asking for its keychain’s password. Look for a window, perhaps behind this one.",
    "windows-credentials":
      "Credential Manager has not answered yet. Windows may be asking you something, perhaps in a window behind this one.",
  },
  locked: {
    title: "Your keychain is locked",
    what: "Your computer keeps the key for your cards in its keychain. The keychain is locked, so the key cannot be read.",
    next: "Unlock the keychain, usually by signing out of your computer and in again. Then try again.",
    kept: "Nothing was changed or deleted.",
  },
  unavailable: {
    title: "No keychain was found",
    what: "Your computer’s keychain did not answer. Without it no key can be kept safely.",
    next: "Sign out of your computer and in again, then try again. On Linux, a keyring such as GNOME Keyring must be running in your session.",
    kept: "Nothing was changed or deleted.",
  },
  silent: {
    title: {
      "secret-service": "Your keyring did not answer",
      "macos-keychain": "Your keychain did not answer",
      "windows-credentials": "Credential Manager did not answer",
    },
    what: "Your computer keeps the key for your cards there, and it did not answer in time. Perhaps a window of your computer’s asks for a password and waits, hidden behind this one.",
    next: "Look for that window and answer it. Then try again. If there is none, sign out of your computer and in again.",
    kept: "If something was being saved or removed there, that may still happen. It is looked up when you try again.",
  },
  unreadable: {
    title: "The key in your keychain cannot be read",
    what: "There is an entry for your cards in the keychain, but this program cannot read it. A newer version may have written it, or it is damaged.",
    next: "Install the newest version and try again. If that does not help, connect this computer anew, with a new code.",
    kept: "The entry was left as it is. If you connect anew, it is kept beside the new one.",
  },
  lost: {
    title: "There is no key for your cards on this computer",
    what: "This program’s files say that a computer was connected to your cards, but this computer’s keychain has no key for them. Either the key was deleted here, or the files came from another computer or from a backup.",
    next: "Connect this computer. You need your mobile phone for a new code. A computer that was connected before stays among your devices until you remove it.",
  },
} as const;

export const binding = {
  steps: { name: "Name", code: "Code", passcode: "Passcode" },
  nameTitle: "Connect this computer",
  nameIntro:
    "Once connected, you can change the PIN of your cards here. Your bank sends a code to your mobile phone to make sure that it is you.",
  nameResume: "You began to connect this computer. Go on, and you will get a new code.",
  nameLabel: "Name of this computer",
  /** Proposed where the system has no name for it. */
  ownName: "My computer",
  nameHint: "Shows in your list of devices. Choose what you like.",
  nameEmpty: "Enter a name of up to 64 characters.",
  send: "Send the code",
  codeTitle: "Enter the code",
  codeIntro: "Your bank has sent a code of six digits to your mobile phone to connect “{name}”.",
  connect: "Connect",
  startOver: "Start over",
  finishingTitle: "Almost connected",
  finishing: "Your code was accepted. This computer is being set up.",
  finishingStopped: "Your code was accepted, but the last step is not done yet. You do not need a new code.",
  finish: "Finish",
  limitTitle: "Remove a device first",
  limitWhat:
    "You can have {limit} connected devices, and you have that many. Before this computer can be connected, one of them must go. No code was sent.",
  withoutConnecting: "Change a PIN without connecting",
} as const;

/** A computer that was connected, and is not, or not for certain. */
export const state = {
  erased: {
    title: "This computer’s key was erased",
    what: "A wrong device passcode was entered five times in a row. To keep your cards safe, the key on this computer was erased. Your card PINs are as before.",
    next: "Connect this computer again. You need your mobile phone for a new code, and you choose a new device passcode.",
  },
  removed: {
    title: "This computer is no longer connected",
    what: "Your bank no longer lists it among your devices, so it can no longer change a card PIN.",
    next: "If you did not remove it yourself, contact your bank. Otherwise connect this computer again: you need your mobile phone for a new code.",
  },
  "no-marker": {
    title: "A key was found on this computer",
    what: "The keychain has a key for your cards, of the device “{name}”. This program did not put it there, or its own files were deleted.",
    next: "If this is your computer, you can use this key: your bank is asked first whether it knows it. If you are not sure, connect this computer anew.",
  },
  "other-device": {
    title: "Another key was found on this computer",
    what: "The keychain has a key of the device “{name}”, and this program’s files speak of another device. The keychain or this program’s files may have been restored, or copied from another computer.",
    next: "You can use this key: your bank is asked first whether it knows it. If the key belongs to another computer that you still use, connect this computer anew.",
  },
  kept: "Whatever you choose, nothing is deleted that could still be used.",
  removing: {
    title: "This computer is being removed",
    what: "Its removal was begun and is not complete yet.",
    busy: "The removal is being completed …",
    finish: "Finish removing",
  },
  useKey: "Use this key",
  connectAgain: "Connect this computer again",
  connectAnew: "Connect this computer anew",
} as const;

/** A folder of this program that cannot be used, and what is not known because of that. */
export const folder = {
  title: "A folder of this program cannot be used",
  changes:
    "It holds the notes of your PIN changes. Whether one of them has not ended yet cannot be told at the moment, and until the folder can be used, no PIN can be changed here.",
  enrolments: "It says whether this computer was connected to your cards. That cannot be told at the moment.",
  next: "Make sure that it is a folder and that you may read and write it. If you do not know how, ask whoever looks after this computer. Then try again.",
  kept: "Nothing was changed or deleted.",
  goOn: "Go on without it",
} as const;

export const devices = {
  title: "Your connected devices",
  loading: "Your devices are being fetched …",
  intro: "Each of them can change the PIN of your cards. Remove what you no longer use or no longer have.",
  count: "{connected} of {limit} connected",
  leftOut:
    "{count, plural, one {At least one device could not be shown.} other {At least # devices could not be shown.}}",
  unnamed: "Device without a name",
  since: "Since {date}",
  thisComputer: "This computer",
  removeOf: "Remove {name}",
  remove: "Remove",
  keep: "Keep",
  ask: "Remove “{name}”? It can then no longer change a card PIN, until it is connected again.",
  removed: "“{name}” was removed.",
  removeThis: "Remove this computer",
  askThis:
    "Remove this computer? It can then no longer change a card PIN, and its key is deleted from its keychain. Your cards and their PINs stay as they are. To use it again you need a new code.",
  changePasscode: "Change device passcode",
  forgotten: "Forgotten your device passcode?",
} as const;

/** What is true of each level, and no more. */
export const protection = {
  keychain: "Your key is kept in this computer’s keychain. Whoever can use this computer as you could use it.",
  keychain_passcode: "Your key is kept in this computer’s keychain and can be used only with your device passcode.",
  hardware_passcode:
    "Your key is kept in a security chip of this computer, cannot leave it, and can be used only with your device passcode.",
} as const satisfies Record<ProtectionLevel, string>;

export const passcode = {
  setTitle: "Set a device passcode",
  setIntro:
    "You will be asked for it each time that you change a card PIN on this computer, so that nobody else can do it here.",
  setUnknown:
    "It is not a card PIN and not your bank’s password. It stays on this computer: your bank does not know it and cannot reset it. If you forget it, you connect the computer again.",
  label: "Device passcode",
  again: "Device passcode again",
  current: "Current device passcode",
  next: "New device passcode",
  nextAgain: "New device passcode again",
  rules: "6 to 64 letters, digits, spaces or symbols. A few unrelated words are hard to guess and easy to remember.",
  count: "{entered, plural, one {# character} other {# characters}} entered",
  refused: "Only letters from A to Z, digits, spaces and symbols can be entered, so that it works on every keyboard.",
  full: "A device passcode has at most {most} characters; there is no room for more.",
  empty: "Enter your device passcode.",
  mismatch: "The two device passcodes are not the same. Enter both once more.",
  attemptsLeft: "{left, plural, one {# attempt} other {# attempts}} left.",
  lastAttempt: "The next wrong device passcode erases this computer’s key. You would have to connect it again.",
  checking: "Your device passcode is being checked …",
  set: "Set passcode",
  changeTitle: "Change your device passcode",
  changeIntro: "This does not change the PIN of any card.",
  change: "Change passcode",
  changedTitle: "Your device passcode was changed",
  changed: "From now on the new device passcode is asked for. The PINs of your cards are as before.",
  forgottenTitle: "Forgotten your device passcode?",
  forgottenWhat:
    "Nobody can read or reset it: your bank does not know it, and without it the key on this computer cannot be used.",
  forgottenNext:
    "Connect this computer again. You get a new code on your mobile phone and choose a new device passcode. Your cards and their PINs stay as they are.",
} as const;
