import { cardsPage } from "./cards-page.ts";
import { consentPage } from "./consent-page.ts";
import { devicesPage } from "./devices-page.ts";
import { letterPage } from "./letter-page.ts";
import { codePage, linkedPage, linkPage, passcodePage } from "./link-page.ts";
import { confirmPage, newPinPage } from "./new-pin-page.ts";
import { foundKeyPage, keychainPage, noLongerLinkedPage } from "./no-key-pages.ts";
import { failureOf, type Window } from "./one-screen.ts";
import { openChangePage, pausedChangePage, signInAgainPage } from "./open-change-pages.ts";
import { outcomePage } from "./outcome-page.ts";
import { helpPage, settingsPage } from "./panel-pages.ts";
import { changePasscodePage, forgottenPasscodePage } from "./passcode-pages.ts";
import { signInPage } from "./sign-in-page.ts";

/** An object for each screen of a window. */
export type Screens = ReturnType<typeof screensOf>;

/** The screens of a window, whose names come from the app's own words. */
export function screensOf(window: Window) {
  return {
    signIn: signInPage(window),
    link: linkPage(window),
    code: codePage(window),
    letter: letterPage(window),
    consent: consentPage(window),
    passcode: passcodePage(window),
    linked: linkedPage(window),
    cards: cardsPage(window),
    newPin: newPinPage(window),
    confirm: confirmPage(window),
    outcome: outcomePage(window),
    devices: devicesPage(window),
    changePasscode: changePasscodePage(window),
    forgottenPasscode: forgottenPasscodePage(window),
    noLongerLinked: noLongerLinkedPage(window),
    keychain: keychainPage(window),
    foundKey: foundKeyPage(window),
    openChange: openChangePage(window),
    pausedChange: pausedChangePage(window),
    signInAgain: signInAgainPage(window),
    settings: settingsPage(window),
    help: helpPage(window),
    /** On whichever screen. */
    failure: failureOf(window.page),
  } as const;
}
