/** How a line begins that tells of a second start of Electron (launch-electron.ts). `.ci/run` names the test (tests/tally-of-playwright.ts). */
export const STARTED_ONCE_MORE = "Electron was started once more";
