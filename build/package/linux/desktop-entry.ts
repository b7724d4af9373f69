import type { Language } from "../../../src-contract/rules/languages.ts";
import type { PackageIdentity } from "../package-identity.ts";

/** What the program does, as a menu or a software centre shows it below the name. */
export const summaries: Readonly<Record<Language, string>> = {
  en: "Change your card PIN on this computer",
  de: "Ändern Sie Ihre Karten-PIN an diesem Computer",
  fr: "Modifiez le code PIN de votre carte sur cet ordinateur",
  it: "Cambi il PIN della carta su questo computer",
  es: "Cambie el PIN de su tarjeta en este ordenador",
};

/** The entry of the menu (Desktop Entry Specification 1.5). It opens no addresses or files, so it names none. */
export function desktopEntry({ id, name, productName }: PackageIdentity): string {
  const { en, ...others } = summaries;
  return [
    "[Desktop Entry]",
    "Type=Application",
    `Name=${productName}`,
    `Comment=${en}`,
    ...Object.entries(others).map(([language, text]) => `Comment[${language}]=${text}`),
    `Exec=/usr/bin/${name}`,
    `Icon=${id}`,
    "Terminal=false",
    "StartupNotify=true",
    `StartupWMClass=${productName}`,
    "Categories=Office;Finance;",
    "",
  ].join("\n");
}
