import { folded } from "./folded.ts";
import { type Words, words } from "./words/words.ts";

export const articleNames = ["pin", "link", "passcode", "token", "code", "lost", "phishing"] as const;

/** One of Help's short articles, in the window's language. */
export interface Article {
  readonly name: (typeof articleNames)[number];
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Words that it is found by besides its own. */
  readonly also: string;
}

/**
 * All articles. Names of buttons and what a screen says too are taken from there, so Help cannot say it otherwise.
 * @param offersLetters whether the bank is known to offer letters with a code
 * @param hasTokens whether a token could keep this computer's key, or does
 */
export function howToArticles(offersLetters: boolean, hasTokens: boolean): Article[] {
  const { cards, code, devices, help, howTo, letter, passcode, tan, token } = words();
  const { link, lost, pin } = howTo;
  const toDevices = { devices: cards.devices };
  const { title: phishing, ...neverAsked } = help.neverAsked;
  return [
    {
      name: "pin",
      title: pin.title,
      paragraphs: [pin.how({ changePin: cards.changePin }), pin.old],
      also: pin.also,
    },
    {
      name: "link",
      title: cards.link,
      paragraphs: [link.what, link.how({ link: cards.link }), ...(offersLetters ? [letter.instead] : []), link.kept],
      also: link.also,
    },
    {
      name: "passcode",
      title: passcode.forgottenTitle,
      paragraphs: [
        passcode.forgottenWhat,
        howTo.passcode.how({ ...toDevices, forgotten: devices.forgotten }),
        passcode.forgottenNext,
        howTo.passcode.wrong,
      ],
      also: howTo.passcode.also,
    },
    ...(hasTokens ? [ofToken(token.howTo, toDevices)] : []),
    {
      name: "code",
      title: howTo.code.title,
      paragraphs: [
        howTo.code.what,
        howTo.code.how({ newCode: code.newCode }),
        tan.neverTell,
        tan.ifBack,
        code.noPhoneNumber,
      ],
      also: howTo.code.also,
    },
    {
      name: "lost",
      title: lost.title,
      paragraphs: [lost.first, lost.computer(toDevices), lost.key, lost.phone],
      also: lost.also,
    },
    { name: "phishing", title: phishing, paragraphs: Object.values(neverAsked), also: howTo.phishing.also },
  ];
}

/** At most banks there is nothing that it could be about. */
function ofToken(text: Words["token"]["howTo"], toDevices: { readonly devices: string }): Article {
  return {
    name: "token",
    title: text.title,
    paragraphs: [text.what, text.wrong, text.lost(toDevices)],
    also: text.also,
  };
}

/** The articles that have all words that are looked for, anywhere in them; all articles if nothing is. */
export function findArticles(articles: readonly Article[], sought: string): readonly Article[] {
  const wanted = folded(sought).split(/\s+/);
  return articles.filter(({ title, paragraphs, also }) => {
    const text = folded([title, ...paragraphs, also].join(" "));
    return wanted.every((word) => text.includes(word));
  });
}
