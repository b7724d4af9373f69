/** What the cardholder may choose about this program. */
export const settings = {
  title: "Settings",
  saved: "{setting}: {choice}. Saved.",
  on: "on",
  off: "off",
  asComputer: "As this computer",
  language: "Language",
  theme: { title: "Light or dark", light: "Light", dark: "Dark" },
  keypad: {
    title: "Keypad on the screen for the card PIN",
    off: "Off",
    on: "On",
    shuffled: "On, with the digits in another order each time",
    screenReader: "The keypad is not shown at the moment, because a screen reader is in use.",
  },
  window: "This window",
  capture: {
    label: "Hide it from screenshots and screen sharing",
    works:
      "Nobody you share your screen with sees this window then. Turn it off when somebody is to help you from afar.",
    partly:
      "From macOS 15 on this is only partly possible: newer programs for screenshots and screen sharing show the window all the same. Do not rely on it.",
    remote: "You are using this computer from afar. The window stays visible, because you would not see it yourself.",
    unsupported: "This is not possible on this system.",
  },
  rendering: {
    label: "Draw it without the graphics card",
    hint: "Somewhat slower. It helps where the window stays blank or flickers.",
    blankStart:
      "The window could not be drawn at an earlier start. That is why it is drawn without the graphics card now. Turn this off to try again with it.",
    noneAvailable: "This program finds no graphics card here that it can use, so it is drawn without one in any case.",
    nextStart: "This takes effect when you start the program the next time.",
  },
} as const;
