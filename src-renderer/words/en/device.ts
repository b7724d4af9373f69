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
    what: "The key for your cards is kept there, so it cannot be read at the moment.",
    next: "Your computer can ask for its password, usually the one that you sign in to the computer with. If no window asks for it, sign out of your computer and back in.",
    kept: "Nothing was changed or deleted.",
    unlock: "Unlock the keychain",
  },
  /** Only on Linux, where there may be none. */
  onLinux: "A keyring such as GNOME Keyring must be running in your session.",
  unavailable: {
    title: "No keychain was found",
    what: "Your computer’s keychain did not answer. Without it no key can be kept safely.",
    next: "Sign out of your computer and back in, then try again.",
    kept: "Nothing was changed or deleted.",
  },
  silent: {
    title: "Your keychain did not answer",
    what: "Your computer keeps the key for your cards there, and no answer came in time. Your computer may be asking for a password in a window hidden behind this one.",
    next: "Look for that window and answer it. Then try again. If there is none, sign out of your computer and back in.",
    kept: "If something was being saved or removed there, that may still happen. It is looked up when you try again.",
  },
  unreadable: {
    title: "The key in your keychain cannot be read",
    what: "There is an entry for your cards in the keychain, but this program cannot read it. A newer version may have written it, or it is damaged.",
    next: "Install the newest version and try again. If that does not help, link this computer again, with a new code.",
    kept: "The entry was left as it is. If you link this computer again, it is kept beside the new one.",
  },
  lost: {
    title: "There is no key for your cards on this computer",
    what: "This program’s files say that a computer was linked to your cards, but this computer’s keychain has no key for them. Either the key was deleted here, or the files came from another computer or from a backup.",
    next: "Link this computer. You need your mobile phone for a new code. A computer that was linked before stays among your devices until you remove it.",
  },
} as const;

export const binding = {
  steps: { name: "Name", code: "Code", passcode: "Passcode" },
  nameTitle: "Link this computer",
  gives: {
    first:
      "Link this computer once, and you can change the PIN of your cards here. It takes about two minutes. Have your mobile phone at hand.",
    confirm: { title: "Confirm that it is you", what: "Your bank sends a code to your mobile phone by text message." },
    passcode: {
      title: "Choose a passcode",
      what: "It is for this computer only, and each change here asks for it.",
    },
    change: { title: "Change PINs here", what: "Whenever you like, without codes by text message." },
  },
  neverAsk: "Nobody from your bank will ever ask for your PIN, your passcode or a code.",
  noCards: {
    title: "You need a card first",
    next: "You can link this computer once you have one. If you expect a card here, ask your bank.",
    look: "Look again",
    checked: "Checked again at {time}: still no card.",
    anyway: "Link it anyway",
  },
  stillNoNumber: "Checked again at {time}: still no number.",
  nameResume: "You began to link this computer. Go on, and you will get a new code.",
  nameLabel: "Name of this computer",
  /** Proposed where the system has no name for it. */
  ownName: "My computer",
  nameHint: "It appears in your list of devices. Choose any name you like.",
  nameEmpty: "Enter a name of up to 64 characters.",
  send: "Send the code",
  codeTitle: "Enter the code",
  codeIntro: "Your bank has sent a code of six digits to your mobile phone to link “{name}”.",
  link: "Link",
  startOver: "Start over",
  finishingTitle: "Almost linked",
  finishing: "Your code was accepted. This computer is being set up.",
  finishingStopped: "Your code was accepted, but the last step is not done yet. You do not need a new code.",
  finish: "Finish",
  limitTitle: "Remove a device first",
  limitWhat:
    "You can have {limit} linked devices, and you have reached that number. Before this computer can be linked, you have to remove one of them. No code was sent.",
  withoutLinking: "Change a PIN without linking",
} as const;

/** This computer has just been linked. */
export const linked = {
  title: "This computer is linked",
  what: "You can change the PIN of your cards here from now on.",
  name: "Name",
  when: "Linked",
  toCards: "Go to your cards",
  passcode: "Each change asks for your device passcode. You need no code by text message.",
  others: "Your other devices stay as they are. They are not told about this one.",
  lost: "If you lose this computer, remove it from another one under “Devices”, or tell your bank.",
} as const;

/** A computer that was linked, and is not, or not for certain. */
export const state = {
  erased: {
    title: "This computer’s key was erased",
    what: "A wrong device passcode was entered five times in a row. To keep your cards safe, the key on this computer was erased. Your card PINs are as before.",
    next: "Link this computer again. You need your mobile phone for a new code, and you choose a new device passcode.",
  },
  removed: {
    title: "This computer is no longer linked",
    what: "Your bank no longer lists it among your devices, so it can no longer change a card PIN.",
    next: "If you did not remove it yourself, contact your bank. Otherwise link this computer again: you need your mobile phone for a new code.",
  },
  "no-marker": {
    title: "A key was found on this computer",
    what: "The keychain has a key for your cards that belongs to the device “{name}”. This program did not put it there, or its own files were deleted.",
    next: "If this is your computer, you can use this key: your bank is asked first whether it knows it. If you are not sure, link this computer again.",
  },
  "other-device": {
    title: "Another key was found on this computer",
    what: "The keychain has a key that belongs to the device “{name}”, but this program’s files name another device. The keychain or this program’s files may have been restored, or copied from another computer.",
    next: "You can use this key: your bank is asked first whether it knows it. If the key belongs to another computer that you still use, link this computer again.",
  },
  kept: "Whatever you choose, nothing is deleted that could still be used.",
  removing: {
    title: "This computer is being removed",
    what: "Its removal was begun and is not complete yet.",
    busy: "The removal is being completed…",
    finish: "Finish removing",
  },
  useKey: "Use this key",
  linkAgain: "Link this computer again",
} as const;

/** A folder of this program that cannot be used, and what is not known because of that. */
export const folder = {
  title: "A folder of this program cannot be used",
  changes:
    "It holds the notes of your PIN changes. Whether one of them is still open cannot be told at the moment. Until the folder can be used, no PIN can be changed here.",
  enrolments: "It says whether this computer was linked to your cards. That cannot be told at the moment.",
  next: "Make sure that it is a folder and that you may read and write in it. If you do not know how, ask whoever looks after this computer. Then try again.",
  kept: "Nothing was changed or deleted.",
  goOn: "Go on without it",
} as const;

export const devices = {
  title: "Your linked devices",
  loading: "Loading your devices…",
  intro: "Each of them can change the PIN of your cards. Remove what you no longer use or no longer have.",
  count: "{linked} of {limit} linked",
  leftOut:
    "{count, plural, one {At least one device could not be shown.} other {At least # devices could not be shown.}}",
  unnamed: "Device without a name",
  since: "Since {date}",
  lastUsed: "Last used on {date}",
  thisComputer: "This computer",
  removeOf: "Remove {name}",
  remove: "Remove",
  keep: "Keep",
  ask: "Remove “{name}”? It can then no longer change a card PIN until it is linked again.",
  removed: "“{name}” was removed.",
  removedOnes: "Removed devices",
  removedOn: "Removed on {date}",
  removedNone: "Your bank lists no removed devices.",
  /** Where the backend is an earlier one, which does not tell them. */
  removedUntold: "Your bank does not say which devices were removed.",
  removedMore: "There are older ones, which are not shown here.",
  removeThis: "Remove this computer",
  askThis:
    "Remove this computer? It can then no longer change a card PIN, and its key is deleted from its keychain. Your cards and their PINs stay as they are. To use it again you need a new code.",
  changePasscode: "Change device passcode",
  forgotten: "Forgotten your device passcode?",
} as const;

/** What is true of each level, and no more. */
export const protection = {
  keychain:
    "Your bank recognises this computer by a key, which is kept in this computer’s keychain. Anybody who can use your account on this computer could use the key.",
  keychain_passcode:
    "Your bank recognises this computer by a key. It is kept in this computer’s keychain and can be used only with your device passcode.",
  hardware_passcode:
    "Your bank recognises this computer by a key. It is kept on a security key, cannot leave it, and can be used only with the security key’s PIN.",
} as const satisfies Record<ProtectionLevel, string>;

export const passcode = {
  setTitle: "Set a device passcode",
  setIntro:
    "You will be asked for it each time that you change a card PIN on this computer, so that nobody else can use this computer’s key.",
  setUnknown:
    "It is not a card PIN and not your bank’s password. It stays on this computer: your bank does not know it and cannot reset it. If you forget it, you have to link the computer again.",
  label: "Device passcode",
  again: "Device passcode again",
  current: "Current device passcode",
  next: "New device passcode",
  nextAgain: "New device passcode again",
  rules: "6 to 64 letters, digits, spaces or symbols. A few unrelated words are hard to guess and easy to remember.",
  count: "{entered, plural, one {# character} other {# characters}} entered",
  /** How hard a new one is to guess. */
  strength: { guessable: "Easily guessed", fair: "Fair", strong: "Strong" },
  reveal: {
    show: "Show the passcode",
    hide: "Hide the passcode",
    shown: "The passcode can be seen for {seconds, plural, one {# more second} other {# more seconds}}.",
    hidden: "The passcode is hidden again.",
  },
  refused: "Only letters from A to Z, digits, spaces and symbols can be entered, so that it works on every keyboard.",
  full: "A device passcode has at most {most} characters; there is no room for more.",
  tooShort: "This device passcode is too short.",
  empty: "Enter your device passcode.",
  mismatch: "The two device passcodes are not the same. Enter both once more.",
  attemptsLeft: "{left, plural, one {# attempt} other {# attempts}} left.",
  lastAttempt:
    "The next wrong device passcode erases this computer’s key. You would then have to link the computer again.",
  checking: "Checking your device passcode…",
  set: "Set passcode",
  changeTitle: "Change your device passcode",
  changeIntro: "This does not change the PIN of any card.",
  change: "Change passcode",
  changedTitle: "Your device passcode was changed",
  changed: "From now on you will be asked for the new device passcode. The PINs of your cards are as before.",
  forgottenTitle: "Forgotten your device passcode?",
  forgottenWhat:
    "Nobody can read or reset it: your bank does not know it, and without it the key on this computer cannot be used.",
  forgottenNext:
    "Link this computer again. As soon as you begin, its present link is removed. You then get a new code on your mobile phone and choose a new device passcode. Your cards and their PINs stay as they are.",
} as const;
