import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import type { UpdateView } from "../../src-contract/bridge/update-view.ts";
import type { ScreenState } from "../../src-renderer/screen-states.ts";
import { failed, inSeconds, ok } from "./ordinary-answers.ts";
import type { Answers, Cardholder, Scene } from "./scene.ts";

type PanelState = Extract<ScreenState, `help${string}` | `proxy${string}` | `settings${string}` | `update${string}`>;

export const allIsWell: DiagnosisView = {
  takenAt: inSeconds(0),
  uptimeSeconds: 754,
  versions: { app: "1.0.0", electron: "45.4.1", chromium: "152.0.7204.49", node: "24.4.0" },
  system: { name: "linux", version: "6.1" },
  keychain: { which: "secret-service", state: "works" },
  backend: { state: "reachable" },
  way: "direct",
  tls: "used",
  clockDifferenceSeconds: 1,
  rendering: "hardware",
  screenReader: "off",
  language: "en",
  protection: "keychain_passcode",
  recentErrors: [],
};

/** A computer with which most of what can be wrong is wrong. */
export const nothingIsWell: DiagnosisView = {
  ...allIsWell,
  keychain: { which: "secret-service", state: "locked" },
  backend: { state: "failed", code: "ERR_CERTIFICATE_DATE", reason: "ERR_CERT_DATE_INVALID", status: null },
  way: "proxy",
  clockDifferenceSeconds: -7260,
  rendering: "software",
  screenReader: "on",
  recentErrors: [
    { code: "ERR_BACKEND_UNREACHABLE", at: inSeconds(-40), method: "listCards" },
    { code: "ERR_KEYCHAIN_LOCKED", at: inSeconds(-95), method: "getOverview" },
  ],
};

/** The first question of all is held up by a company's proxy. */
const proxyAsks: Answers = {
  getOverview: failed("ERR_PROXY_PASSWORD"),
  getProxyQuestion: ok({ address: "proxy.example:8080", isReadable: true }),
};

/** A newer version that comes by the system's package manager, as on Linux. */
const byApt: UpdateView = {
  newer: { version: "1.2.0", way: "apt", isFetched: false },
  isRequired: false,
  failure: null,
};
const byInstaller = (isFetched: boolean): UpdateView => ({
  ...byApt,
  newer: { version: "1.2.0", way: "install", isFetched },
});

/** What lies over everything else. */
export const panelScenes: Record<PanelState, Scene> = {
  help: { answers: { runDiagnosis: ok(allIsWell) }, steps: openHelp },
  "help-checking": { answers: { runDiagnosis: "never" }, steps: openHelp },
  "help-failed": {
    answers: { runDiagnosis: ok(allIsWell), saveReport: failed("ERR_REPORT_NOT_SAVED") },
    async steps(cardholder) {
      const { page, press, words } = cardholder;
      await openHelp(cardholder);
      await page.getByText(words.diagnosis.title, { exact: true }).click();
      await press(words.diagnosis.save);
    },
  },
  proxy: { answers: proxyAsks },
  "proxy-failed": {
    answers: { ...proxyAsks, signInToProxy: failed("ERR_PROXY_PASSWORD_WRONG") },
    async steps({ page, type, words }) {
      await page.getByLabel(words.proxy.name, { exact: true }).fill("EXAMPLE\\ada.single");
      await type(words.proxy.password, "wrong", "enter");
    },
  },
  settings: { steps: openSettings },
  "settings-blank-start": {
    settings: { rendering: { now: "software", because: "blank-start", changesAtNextStart: false } },
    steps: openSettings,
  },
  "settings-failed": {
    answers: { changeSettings: failed("ERR_INTERNAL") },
    async steps(cardholder) {
      await openSettings(cardholder);
      const { page, words } = cardholder;
      await page.getByRole("radio", { name: words.settings.theme.dark, exact: true }).click();
    },
  },
  update: { answers: { getUpdate: ok(byApt) }, steps: openUpdate },
  "update-required": { answers: { getUpdate: ok({ ...byInstaller(false), isRequired: true }) }, steps: openUpdate },
  "update-downloading": {
    answers: { getUpdate: ok(byInstaller(false)), downloadUpdate: "never" },
    async steps(cardholder) {
      await download(cardholder);
      await cardholder.isTold({ type: "update-progress", value: 35 }, "update-downloading");
    },
  },
  "update-ready": { answers: { getUpdate: ok(byInstaller(true)) }, steps: openUpdate },
  "update-failed": {
    answers: { getUpdate: ok(byInstaller(false)), downloadUpdate: failed("ERR_UPDATE_NOT_TRUSTED") },
    steps: download,
  },
};

export async function openHelp({ press, words }: Cardholder): Promise<void> {
  await press(words.common.help);
}

export async function openSettings({ press, words }: Cardholder): Promise<void> {
  await press(words.common.settings);
}

async function openUpdate({ press, words }: Cardholder): Promise<void> {
  await press(words.updateNotice.show);
}

async function download(cardholder: Cardholder): Promise<void> {
  await openUpdate(cardholder);
  await cardholder.press(cardholder.words.update.download.start);
}
