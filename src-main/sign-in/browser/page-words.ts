import type { Language } from "../../../src-contract/rules/languages.ts";
import type { PageKind } from "./callback-listener.ts";

/** What the browser shows once it has come back to this computer: a heading, and what to do now. */
type PageWords = Readonly<Record<PageKind, { readonly title: string; readonly text: (product: string) => string }>>;

const en: PageWords = {
  done: { title: "You are signed in", text: (product) => `Go back to ${product}. You can close this page.` },
  already: {
    title: "This page is no longer needed",
    text: (product) => `Go back to ${product}. You can close this page.`,
  },
  stranger: {
    title: "There is nothing here",
    text: (product) => `${product} is not waiting for this page. You can close it.`,
  },
  stopped: {
    title: "The sign-in did not work",
    text: (product) => `Go back to ${product}, which says what happened. You can close this page.`,
  },
  early: { title: "Not yet", text: (product) => `Sign in at your bank first. Then you will come back to ${product}.` },
};

const de: PageWords = {
  done: {
    title: "Sie sind angemeldet",
    text: (product) => `Kehren Sie zu ${product} zurück. Diese Seite können Sie schließen.`,
  },
  already: {
    title: "Diese Seite wird nicht mehr gebraucht",
    text: (product) => `Kehren Sie zu ${product} zurück. Diese Seite können Sie schließen.`,
  },
  stranger: {
    title: "Hier ist nichts",
    text: (product) => `${product} wartet nicht auf diese Seite. Sie können sie schließen.`,
  },
  stopped: {
    title: "Die Anmeldung hat nicht funktioniert",
    text: (product) =>
      `Kehren Sie zu ${product} zurück. Dort steht, was passiert ist. Diese Seite können Sie schließen.`,
  },
  early: {
    title: "Noch nicht",
    text: (product) => `Melden Sie sich zuerst bei Ihrer Bank an. Danach kommen Sie zu ${product} zurück.`,
  },
};

const fr: PageWords = {
  done: { title: "Connexion réussie", text: (product) => `Revenez à ${product}. Vous pouvez fermer cette page.` },
  already: {
    title: "Cette page n’est plus nécessaire",
    text: (product) => `Revenez à ${product}. Vous pouvez fermer cette page.`,
  },
  stranger: {
    title: "Il n’y a rien ici",
    text: (product) => `${product} n’attend pas cette page. Vous pouvez la fermer.`,
  },
  stopped: {
    title: "La connexion a échoué",
    text: (product) => `Revenez à ${product}, qui vous dira ce qui s’est passé. Vous pouvez fermer cette page.`,
  },
  early: {
    title: "Pas encore",
    text: (product) => `Connectez-vous d’abord auprès de votre banque. Vous reviendrez ensuite à ${product}.`,
  },
};

const it: PageWords = {
  done: { title: "Accesso riuscito", text: (product) => `Torni a ${product}. Può chiudere questa pagina.` },
  already: {
    title: "Questa pagina non serve più",
    text: (product) => `Torni a ${product}. Può chiudere questa pagina.`,
  },
  stranger: {
    title: "Qui non c’è nulla",
    text: (product) => `${product} non è in attesa di questa pagina. Può chiuderla.`,
  },
  stopped: {
    title: "Accesso non riuscito",
    text: (product) => `Torni a ${product}, dove è scritto che cosa è successo. Può chiudere questa pagina.`,
  },
  early: {
    title: "Non ancora",
    text: (product) => `Prima esegua l’accesso presso la sua banca. Poi tornerà a ${product}.`,
  },
};

const es: PageWords = {
  done: { title: "Ha iniciado sesión", text: (product) => `Vuelva a ${product}. Puede cerrar esta página.` },
  already: {
    title: "Esta página ya no es necesaria",
    text: (product) => `Vuelva a ${product}. Puede cerrar esta página.`,
  },
  stranger: {
    title: "Aquí no hay nada",
    text: (product) => `${product} no está esperando esta página. Puede cerrarla.`,
  },
  stopped: {
    title: "No se ha podido iniciar sesión",
    text: (product) => `Vuelva a ${product}, donde se indica qué ha pasado. Puede cerrar esta página.`,
  },
  early: {
    title: "Todavía no",
    text: (product) => `Inicie sesión primero en su banco. Después volverá a ${product}.`,
  },
};

export const pageWords: Readonly<Record<Language, PageWords>> = { en, de, fr, it, es };
