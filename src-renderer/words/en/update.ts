export const update = {
  title: "A newer version",
  searchTitle: "Newer versions",
  requiredTitle: "A newer version is needed",
  versions: "This program has version {old}. Version {version} is available.",
  required: "Your bank no longer allows changing a card PIN with this version. Everything else still works.",
  unknown: "It is not known yet which version that is.",
  download: {
    what: "The newer version is downloaded and checked before it is installed. You can go on meanwhile.",
    start: "Download",
    bar: "Progress",
    running: "Downloaded: {percent}%",
  },
  ready: {
    what: "The newer version is on this computer. To install it, this program has to close. This computer stays linked.",
    install: "Close and install…",
  },
  bySystem: "Install it with the software updates of your system, or in a terminal with:",
  startAgain: "Then close this program and start it again. This computer stays linked.",
  byPartner: "Ask your bank how to get it.",
  lookAgain: "Look again",
  none: "No newer version is available at the moment.",
  notLooked: "This program could not find out whether there is a newer version.",
} as const;

/** On the screens where one begins. */
export const updateNotice = {
  available: "A newer version of this program is available.",
  ready: "A newer version of this program is ready to be installed.",
  required: "Your bank no longer allows PIN changes with this version of the program. Install the newer version.",
  show: "See the newer version",
} as const;
