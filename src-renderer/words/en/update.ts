export const update = {
  title: "A newer version",
  requiredTitle: "A newer version is needed",
  versions: "This program has version {old}. Version {version} is available.",
  required: "Your bank allows no change of a card PIN with this version any more. Everything else still works.",
  unknown: "It is not known yet which version that is.",
  download: {
    what: "The newer version is downloaded and checked before it is installed. You can go on meanwhile.",
    start: "Download",
    bar: "Progress",
    running: "Downloaded: {percent} %",
  },
  ready: {
    what: "The newer version is on this computer. To install it, this program has to close. This computer stays linked.",
    install: "Close and install…",
  },
  bySystem: "Install it with the software updates of your system, or in a terminal with:",
  byPartner: "Ask your bank how to get it.",
  lookAgain: "Look again",
  newest: "This is the newest version.",
  notLooked: "Whether there is a newer version could not be found out.",
} as const;

/** On the screens where one begins. */
export const updateNotice = {
  available: "A newer version of this program is available.",
  required: "Your bank allows no PIN changes with this version of the program any more. Install the newer version.",
  show: "See the newer version",
} as const;
