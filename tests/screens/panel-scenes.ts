import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import type { ScreenState } from "../../src-renderer/screen-states.ts";
import { failed, inSeconds, ok } from "./ordinary-answers.ts";
import type { Answers, Cardholder, Scene } from "./scene.ts";

type PanelState = Extract<ScreenState, `help${string}` | `proxy${string}` | `settings${string}`>;

const allIsWell: DiagnosisView = {
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

/** What lies over everything else. */
export const panelScenes: Record<PanelState, Scene> = {
  help: { answers: { runDiagnosis: ok(allIsWell) }, steps: openHelp },
  "help-checking": { answers: { runDiagnosis: "never" }, steps: openHelp },
  "help-failed": {
    answers: { runDiagnosis: ok(allIsWell), saveReport: failed("ERR_REPORT_NOT_SAVED") },
    async steps(cardholder) {
      await openHelp(cardholder);
      await cardholder.press(cardholder.words.diagnosis.save);
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
};

export async function openHelp({ press, words }: Cardholder): Promise<void> {
  await press(words.common.help);
}

export async function openSettings({ press, words }: Cardholder): Promise<void> {
  await press(words.common.settings);
}
