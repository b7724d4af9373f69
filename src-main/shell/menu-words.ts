import type { Language } from "../../src-contract/rules/languages.ts";

/** The menu's words. "&" marks the letter that opens an entry with Alt; macOS leaves it out. */
export interface MenuWords {
  readonly file: string;
  readonly settings: string;
  /** Windows' word for it, where it has one of its own. */
  readonly exit: string;
  readonly quit: string;
  readonly quitNamed: (product: string) => string;
  readonly hide: (product: string) => string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly edit: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly window: string;
  readonly minimize: string;
  readonly zoom: string;
  readonly allToFront: string;
  readonly help: string;
  readonly helpAndDiagnosis: string;
  readonly about: (product: string) => string;
}

const en: MenuWords = {
  file: "&File",
  settings: "&Settings…",
  exit: "E&xit",
  quit: "&Quit",
  quitNamed: (product) => `Quit ${product}`,
  hide: (product) => `Hide ${product}`,
  hideOthers: "Hide Others",
  showAll: "Show All",
  edit: "&Edit",
  cut: "Cu&t",
  copy: "&Copy",
  paste: "&Paste",
  selectAll: "Select &All",
  view: "&View",
  actualSize: "&Actual Size",
  zoomIn: "Zoom &In",
  zoomOut: "Zoom &Out",
  fullScreen: "&Full Screen",
  window: "&Window",
  minimize: "Minimise",
  zoom: "Zoom",
  allToFront: "Bring All to Front",
  help: "&Help",
  helpAndDiagnosis: "&Help and Diagnosis",
  about: (product) => `&About ${product}`,
};

const de: MenuWords = {
  file: "&Datei",
  settings: "&Einstellungen …",
  exit: "&Beenden",
  quit: "&Beenden",
  quitNamed: (product) => `${product} beenden`,
  hide: (product) => `${product} ausblenden`,
  hideOthers: "Andere ausblenden",
  showAll: "Alle einblenden",
  edit: "&Bearbeiten",
  cut: "&Ausschneiden",
  copy: "&Kopieren",
  paste: "&Einfügen",
  selectAll: "A&lles auswählen",
  view: "&Ansicht",
  actualSize: "&Originalgröße",
  zoomIn: "Ver&größern",
  zoomOut: "Ver&kleinern",
  fullScreen: "&Vollbild",
  window: "&Fenster",
  minimize: "Im Dock ablegen",
  zoom: "Zoomen",
  allToFront: "Alle nach vorne bringen",
  help: "&Hilfe",
  helpAndDiagnosis: "&Hilfe und Diagnose",
  about: (product) => `&Über ${product}`,
};

const fr: MenuWords = {
  file: "&Fichier",
  settings: "&Paramètres…",
  exit: "&Quitter",
  quit: "&Quitter",
  quitNamed: (product) => `Quitter ${product}`,
  hide: (product) => `Masquer ${product}`,
  hideOthers: "Masquer les autres",
  showAll: "Tout afficher",
  edit: "É&dition",
  cut: "Co&uper",
  copy: "&Copier",
  paste: "C&oller",
  selectAll: "&Tout sélectionner",
  view: "&Affichage",
  actualSize: "&Taille réelle",
  zoomIn: "&Agrandir",
  zoomOut: "&Réduire",
  fullScreen: "&Plein écran",
  window: "Fe&nêtre",
  minimize: "Placer dans le Dock",
  zoom: "Réduire/agrandir",
  allToFront: "Tout ramener au premier plan",
  help: "A&ide",
  helpAndDiagnosis: "&Aide et diagnostic",
  about: (product) => `À &propos de ${product}`,
};

const it: MenuWords = {
  file: "&File",
  settings: "&Impostazioni…",
  exit: "&Esci",
  quit: "&Esci",
  quitNamed: (product) => `Esci da ${product}`,
  hide: (product) => `Nascondi ${product}`,
  hideOthers: "Nascondi altre",
  showAll: "Mostra tutte",
  edit: "&Modifica",
  cut: "&Taglia",
  copy: "&Copia",
  paste: "&Incolla",
  selectAll: "&Seleziona tutto",
  view: "&Vista",
  actualSize: "Dimensioni &reali",
  zoomIn: "&Ingrandisci",
  zoomOut: "Ri&duci",
  fullScreen: "&Schermo intero",
  window: "F&inestra",
  minimize: "Contrai",
  zoom: "Ridimensiona",
  allToFront: "Porta tutto in primo piano",
  help: "&Aiuto",
  helpAndDiagnosis: "&Aiuto e diagnosi",
  about: (product) => `I&nformazioni su ${product}`,
};

const es: MenuWords = {
  file: "&Archivo",
  settings: "&Ajustes…",
  exit: "&Salir",
  quit: "&Salir",
  quitNamed: (product) => `Salir de ${product}`,
  hide: (product) => `Ocultar ${product}`,
  hideOthers: "Ocultar otros",
  showAll: "Mostrar todo",
  edit: "&Edición",
  cut: "Cor&tar",
  copy: "&Copiar",
  paste: "&Pegar",
  selectAll: "&Seleccionar todo",
  view: "&Ver",
  actualSize: "&Tamaño real",
  zoomIn: "&Ampliar",
  zoomOut: "&Reducir",
  fullScreen: "&Pantalla completa",
  window: "Ve&ntana",
  minimize: "Minimizar",
  zoom: "Cambiar tamaño",
  allToFront: "Traer todo al frente",
  help: "A&yuda",
  helpAndDiagnosis: "&Ayuda y diagnóstico",
  about: (product) => `A&cerca de ${product}`,
};

export const menuWords: Record<Language, MenuWords> = { en, de, fr, it, es };
