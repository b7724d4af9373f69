import type { MenuItemConstructorOptions } from "electron";
import type { MenuPanel } from "../../src-contract/bridge/events.ts";
import type { Language } from "../../src-contract/rules/languages.ts";
import { type MenuWords, menuWords } from "./menu-words.ts";

/** A single "&" would mark an access key. */
const product = __PRODUCT_NAME__.replaceAll("&", "&&");

interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly language: Language;
  readonly openPanel: (panel: MenuPanel) => void;
  /** Draws everything a step larger or smaller, or as usual. */
  readonly changeTextSize: (step: 1 | -1 | 0) => void;
}

/**
 * The menu that each platform expects, in the cardholder's language, without entries that open, print, save or inspect
 * (docs/threat-model.md#menu-opens-nothing). No "undo", because it would restore what was deleted from a field.
 */
export function menuTemplate({
  platform,
  language,
  openPanel,
  changeTextSize,
}: MenuOptions): MenuItemConstructorOptions[] {
  const words = menuWords[language];
  const settings = { label: words.settings, accelerator: "CommandOrControl+,", click: () => openPanel("settings") };
  const help = {
    label: words.helpAndDiagnosis,
    accelerator: platform === "darwin" ? "Command+?" : "F1",
    click: () => openPanel("help"),
  };
  const about: MenuItemConstructorOptions = { label: words.about(product), click: () => openPanel("about") };
  const middle = [editMenu(words), viewMenu(words, changeTextSize)];
  if (platform === "darwin") {
    const helpMenu: MenuItemConstructorOptions = { role: "help", label: words.help, submenu: [help] };
    return [appMenu(words, about, settings), ...middle, windowMenu(words), helpMenu];
  }
  const quit: MenuItemConstructorOptions = { role: "quit", label: platform === "win32" ? words.exit : words.quit };
  return [
    { role: "fileMenu", label: words.file, submenu: [settings, { type: "separator" }, quit] },
    ...middle,
    { role: "help", label: words.help, submenu: [help, { type: "separator" }, about] },
  ];
}

/** The first menu on macOS, named after the app. */
function appMenu(
  words: MenuWords,
  about: MenuItemConstructorOptions,
  settings: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  return {
    role: "appMenu",
    label: product,
    submenu: [
      about,
      { type: "separator" },
      settings,
      { type: "separator" },
      { role: "hide", label: words.hide(product) },
      { role: "hideOthers", label: words.hideOthers },
      { role: "unhide", label: words.showAll },
      { type: "separator" },
      { role: "quit", label: words.quitNamed(product) },
    ],
  };
}

function editMenu(words: MenuWords): MenuItemConstructorOptions {
  return {
    role: "editMenu",
    label: words.edit,
    submenu: [
      { role: "cut", label: words.cut },
      { role: "copy", label: words.copy },
      { role: "paste", label: words.paste },
      { type: "separator" },
      { role: "selectAll", label: words.selectAll },
    ],
  };
}

function viewMenu(words: MenuWords, changeTextSize: MenuOptions["changeTextSize"]): MenuItemConstructorOptions {
  const larger = { label: words.zoomIn, click: () => changeTextSize(1) };
  return {
    role: "viewMenu",
    label: words.view,
    submenu: [
      { label: words.actualSize, accelerator: "CommandOrControl+0", click: () => changeTextSize(0) },
      { ...larger, accelerator: "CommandOrControl+Plus" },
      // On keyboards where "+" needs Shift, people press the key without it.
      { ...larger, accelerator: "CommandOrControl+=", ...hiddenItem },
      { label: words.zoomOut, accelerator: "CommandOrControl+-", click: () => changeTextSize(-1) },
      { type: "separator" },
      { role: "togglefullscreen", label: words.fullScreen },
    ],
  };
}

const hiddenItem = { visible: false, acceleratorWorksWhenHidden: true };

function windowMenu(words: MenuWords): MenuItemConstructorOptions {
  return {
    role: "windowMenu",
    label: words.window,
    submenu: [
      { role: "minimize", label: words.minimize },
      { role: "zoom", label: words.zoom },
      { type: "separator" },
      { role: "front", label: words.allToFront },
    ],
  };
}
