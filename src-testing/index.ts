// What `@cardbound/testing` gives (docs/testing-your-app.md).
export type { Language } from "../src-contract/rules/languages.ts";
export type { AppTarget, DevelopmentBuild } from "./app-target.ts";
export { type AppWords, wordsIn } from "./app-words.ts";
export type { ClockControl } from "./bank-clock.ts";
export { expect, test } from "./base-test.ts";
export type { IdentityProviderControl } from "./identity-provider.ts";
export { PASSCODE } from "./main-job.ts";
export type { FaultControl } from "./named-faults.ts";
export type { PackagedApp } from "./packaged-app.ts";
export { recommended } from "./recommended-settings.ts";
export {
  controlSandbox,
  type Fault,
  type SandboxConsent,
  type SandboxControl,
  type SandboxDevice,
  type SentCode,
  type SentLetter,
} from "./sandbox-control.ts";
export { type Screens, screensOf } from "./screens/all-screens.ts";
export type { CardsPage } from "./screens/cards-page.ts";
export type { ConsentPage } from "./screens/consent-page.ts";
export type { DevicesPage } from "./screens/devices-page.ts";
export type { LetterPage } from "./screens/letter-page.ts";
export type { CodePage, LinkedPage, LinkPage, PasscodePage } from "./screens/link-page.ts";
export type { ConfirmPage, NewPinPage } from "./screens/new-pin-page.ts";
export type { FoundKeyPage, KeychainPage, KeychainState, NoLongerLinkedPage } from "./screens/no-key-pages.ts";
export type { OpenChangePage, PausedChangePage, SignInAgainPage } from "./screens/open-change-pages.ts";
export type { OutcomePage } from "./screens/outcome-page.ts";
export type { HelpPage, SettingsPage } from "./screens/panel-pages.ts";
export type { ChangePasscodePage, ForgottenPasscodePage } from "./screens/passcode-pages.ts";
export type { SignInPage } from "./screens/sign-in-page.ts";
export type { RunningApp } from "./start-app.ts";
export type { LaunchedApp, LaunchOptions, TestingOptions } from "./test-fixtures.ts";
