import { useEffect, useState } from "preact/hooks";
import {
  keypads,
  type Settings,
  type SettingsView,
  type TextSize,
  textSizes,
  themes,
} from "../../src-contract/bridge/settings-view.ts";
import type { Failure } from "../../src-contract/errors/result.ts";
import { type Language, languages } from "../../src-contract/rules/languages.ts";
import { Choices, Switch } from "../components/choices.tsx";
import { ConsentSection } from "../components/consent-section.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { Pick } from "../components/pick.tsx";
import { backButton } from "../components/use-back-keys.ts";
import { settingsState } from "../screen-states.ts";
import { changeSetting } from "../settings.ts";
import { closePanel } from "../store.ts";
import { locale, words } from "../words/words.ts";

/** Each in its own language, for people who do not understand the window's current one. */
const languageNames: Record<Language, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  it: "Italiano",
  es: "Español",
};

/** The cardholder's settings. Every choice applies and is stored at once; one that cannot says so. */
export function SettingsScreen({ view }: { readonly view: SettingsView }) {
  const { captureHiding, screenReader, rendering } = view;
  // Shows a choice at once: an answer to an earlier one must not reset somebody who moves on with the arrow keys.
  const [chosen, setChosen] = useState<Partial<Settings>>({});
  const settings = { ...view.settings, ...chosen };
  const [failure, setFailure] = useState<Failure | null>(null);
  const [changed, setChanged] = useState<keyof Settings | null>(null);
  const text = words().settings;
  useEffect(keepFocusInSight, []);

  const choose = async <Name extends keyof Settings>(name: Name, value: Settings[Name]) => {
    setChosen((before) => ({ ...before, [name]: value }));
    const refused = await changeSetting({ [name]: value });
    setChosen(({ [name]: latest, ...others }) => (latest === value ? others : { ...others, [name]: latest }));
    setFailure(refused);
    setChanged(refused === null ? name : null);
  };

  return (
    <Page
      title={text.title}
      state={settingsState({ hasFailed: failure !== null, wasBlank: rendering.because === "blank-start" })}
    >
      <Choices
        legend={text.language}
        options={[
          { value: "system" as const, label: text.asComputer },
          ...languages.map((value) => ({ value, label: languageNames[value], lang: value })),
        ]}
        chosen={settings.language}
        onChoose={(value) => choose("language", value)}
      />
      <Choices
        legend={text.theme.title}
        options={themes.map((value) => ({ value, label: value === "system" ? text.asComputer : text.theme[value] }))}
        chosen={settings.theme}
        onChoose={(value) => choose("theme", value)}
      />
      <Pick
        label={text.textSize}
        options={textSizes.map((value) => ({ value, label: sayTextSize(value) }))}
        chosen={settings.textSize}
        onPick={(value) => choose("textSize", value)}
      />
      {__POLICY__.keypad && (
        <Choices
          legend={text.keypad.title}
          options={keypads.map((value) => ({ value, label: text.keypad[value] }))}
          chosen={settings.keypad}
          note={screenReader && settings.keypad !== "off" ? text.keypad.screenReader : null}
          onChoose={(value) => choose("keypad", value)}
        />
      )}
      <fieldset>
        <legend>{text.window}</legend>
        <Switch
          label={text.capture.label}
          isOn={settings.hidesFromCapture && captureHiding !== "unsupported"}
          isOff={captureHiding === "unsupported"}
          onSwitch={(isOn) => choose("hidesFromCapture", isOn)}
        >
          {text.capture[captureHiding]}
        </Switch>
        <Switch
          label={text.rendering.label}
          isOn={settings.softwareRendering}
          onSwitch={(isOn) => choose("softwareRendering", isOn)}
        >
          {noteOnRendering(view)}
        </Switch>
      </fieldset>
      <ConsentSection />
      <div class="actions">
        <FailureNotice failure={failure} />
        <button type="button" class="primary" {...backButton} onClick={closePanel}>
          {words().common.done}
        </button>
        {/* Stays in sight with the button: most choices are made far above the end of the page. */}
        <p class="said" role="status">
          {changed !== null && text.saved(sayChange(changed, settings))}
          {changed === "softwareRendering" && rendering.changesAtNextStart && ` ${text.rendering.nextStart}`}
        </p>
      </div>
    </Page>
  );
}

/** Text of another size moves what is on the page, and the control that was just used is still to be seen. */
function keepFocusInSight() {
  const onResize = () => document.activeElement?.scrollIntoView({ block: "nearest" });
  window.addEventListener("resize", onResize);
  return () => window.removeEventListener("resize", onResize);
}

/** What it does, why it has its value, and when a change takes effect. */
function noteOnRendering({ rendering }: SettingsView): string {
  const { hint, blankStart, noneAvailable, nextStart } = words().settings.rendering;
  if (rendering.changesAtNextStart) return `${hint} ${nextStart}`;
  if (rendering.because === "blank-start") return `${hint} ${blankStart}`;
  return rendering.because === "none-available" ? `${hint} ${noneAvailable}` : hint;
}

const sayTextSize = (size: TextSize) => new Intl.NumberFormat(locale(), { style: "percent" }).format(size / 100);

/** The names of the setting and of the choice, in the current language. */
function sayChange(name: keyof Settings, settings: Settings): { setting: string; choice: string } {
  const text = words().settings;
  const asSwitch = (isOn: boolean) => (isOn ? text.on : text.off);
  const { language, theme, keypad } = settings;
  switch (name) {
    case "language":
      return { setting: text.language, choice: language === "system" ? text.asComputer : languageNames[language] };
    case "theme":
      return { setting: text.theme.title, choice: theme === "system" ? text.asComputer : text.theme[theme] };
    case "textSize":
      return { setting: text.textSize, choice: sayTextSize(settings.textSize) };
    case "keypad":
      return { setting: text.keypad.title, choice: text.keypad[keypad] };
    case "hidesFromCapture":
      return { setting: text.capture.label, choice: asSwitch(settings.hidesFromCapture) };
    case "softwareRendering":
      return { setting: text.rendering.label, choice: asSwitch(settings.softwareRendering) };
  }
}
