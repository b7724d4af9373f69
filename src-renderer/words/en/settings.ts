/** What the cardholder may choose about this program. */
export const settings = {
  title: "Settings",
  saved: "{setting}: {choice}. Saved.",
  on: "on",
  off: "off",
  asComputer: "Use system setting",
  language: "Language",
  theme: { title: "Appearance", light: "Light", dark: "Dark" },
  textSize: "Text size",
  keypad: {
    title: "On-screen keypad for the card PIN",
    off: "Off",
    on: "On",
    shuffled: "On, with the digits in a different order each time",
    screenReader: "The keypad is not shown at the moment, because a screen reader is in use.",
  },
  window: "This window",
  capture: {
    label: "Hide this window from screenshots and screen sharing",
    works:
      "Then nobody you share your screen with sees this window. Turn this off when somebody is to help you remotely.",
    partly:
      "From macOS 15 on this is only partly possible: newer programs for screenshots and screen sharing show the window anyway. Do not rely on it.",
    remote: "You are using this computer remotely. The window stays visible, because you would not see it yourself.",
    unsupported: "This is not possible on this system.",
  },
  rendering: {
    label: "Turn off hardware acceleration",
    hint: "Somewhat slower. Helps if the window stays blank or flickers.",
    blankStart:
      "The window could not be drawn at an earlier start. That is why it is drawn without the graphics card now. Turn this off to try again with it.",
    noneAvailable: "This program finds no graphics card here that it can use, so it is drawn without one in any case.",
    nextStart: "This takes effect the next time you start the program.",
  },
} as const;
