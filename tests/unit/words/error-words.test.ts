import { describe, expect, it } from "vitest";
import { wordedCodes } from "../../../src-contract/errors/error-codes.ts";
import { languages } from "../../../src-contract/rules/languages.ts";
import { catalogues } from "./read-messages.ts";

/** A PIN of which it is not said whether it is a card's or a token's. */
const pinOfWhat = {
  en: /(?<!card |card’s )\bPIN\b(?! of (?:your|the) security key)/,
  de: /(?<!Karten-)\bPINs?\b(?! (?:dieser|der|Ihrer|einer) Karten?\b| (?:Ihres|des) Sicherheitsschlüssels\b)/,
  fr: /\bPIN\b(?! de (?:la |cette |votre |vos )?cartes?\b| d’une carte\b| de (?:la|votre) clé de sécurité)/,
  it: /\bPIN\b(?!(?: \p{L}+)? (?:di |della |delle |della sua |delle sue |di questa |di una )cart[ae]\b| della (?:sua )?chiave di sicurezza\b)/u,
  es: /\bPIN\b(?!(?: \p{L}+)? de (?:la |las |esta |una |su |sus )?tarjetas?\b| de (?:la|su) llave de seguridad\b)/u,
} as const;

/** A passcode of which it is not said that it is the device's. */
const passcodeOfWhat = {
  en: /(?<!device )\bpasscodes?\b/i,
  de: /(?<!Geräte)passw[oö]rt|kennwort/i,
  fr: /\bmots? de passe\b(?! de l’appareil\b)/i,
  it: /\bpassword\b(?! del dispositivo\b)/i,
  es: /\bcontraseñas?\b(?! del dispositivo\b)/i,
} as const;

const wordsOfOurs = /binding|enrol|challenge|restricted|\bTAN\b|\broute\b|backend|journal|ledger|token/i;

describe.each(languages)("the errors in %s", (language) => {
  describe.each(wordedCodes)("%s", (code) => {
    const { errors, tokenErrors } = catalogues[language];
    const { what, next } = { ...errors, ...tokenErrors }[code];

    it("says what happened and what to do, in sentences", () => {
      expect(what).toMatch(/^\p{Lu}.*\.$/u);
      expect(next).toMatch(/^\p{Lu}.*\.$/u);
    });

    it("leaves no doubt which PIN or passcode is meant, and has no words of ours in it", () => {
      expect(`${what} ${next}`).not.toMatch(pinOfWhat[language]);
      expect(what).not.toMatch(passcodeOfWhat[language]);
      expect(`${what} ${next}`).not.toMatch(wordsOfOurs);
    });
  });
});
