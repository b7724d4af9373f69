import type { Language } from "../../src-contract/rules/languages.ts";

/** The words of the messages that the system shows, where there is no window of ours or where it does not work. */
export interface NativeWords {
  readonly profile: {
    readonly message: (product: string) => string;
    /** Before the folder, which stands on a line of its own. */
    readonly folder: string;
    readonly next: string;
  };
  /** The window's process has ended again shortly after the window was loaded anew. */
  readonly died: { readonly message: (product: string) => string; readonly detail: string };
  readonly hangs: { readonly message: (product: string) => string; readonly detail: string };
  readonly loadAgain: string;
  readonly wait: string;
  readonly quit: string;
  readonly close: string;
}

const en: NativeWords = {
  profile: {
    message: (product) => `${product} cannot start: it cannot write to its folder.`,
    folder: "Folder:",
    next: "Make sure that it is a folder, that you may read and write it, and that its disk has room. If you do not know how, ask whoever looks after this computer. Nothing was changed or deleted.",
  },
  died: {
    message: (product) => `The window of ${product} has stopped working again.`,
    detail:
      "What you had entered in it is gone. If you were changing a card PIN, you will be told how that ended: when the window is loaded again, or after the next start.",
  },
  hangs: {
    message: (product) => `The window of ${product} does not answer.`,
    detail: "You can wait, or load it again. What you have entered in it is gone then.",
  },
  loadAgain: "Load Again",
  wait: "Wait",
  quit: "Quit",
  close: "Close",
};

const de: NativeWords = {
  profile: {
    message: (product) => `${product} kann nicht starten, weil es in seinen Ordner nicht schreiben kann.`,
    folder: "Ordner:",
    next: "Prüfen Sie, ob es ein Ordner ist, ob Sie darin lesen und schreiben dürfen und ob auf seinem Laufwerk noch Platz ist. Wenn Sie nicht wissen, wie das geht, fragen Sie, wer diesen Computer betreut. Es wurde nichts geändert oder gelöscht.",
  },
  died: {
    message: (product) => `Das Fenster von ${product} ist erneut abgestürzt.`,
    detail:
      "Was Sie darin eingegeben hatten, ist weg. Wenn Sie gerade eine Karten-PIN geändert haben, erfahren Sie, wie das ausgegangen ist: sobald das Fenster neu geladen ist oder nach dem nächsten Start.",
  },
  hangs: {
    message: (product) => `Das Fenster von ${product} antwortet nicht.`,
    detail: "Sie können warten oder es neu laden. Was Sie darin eingegeben haben, ist dann weg.",
  },
  loadAgain: "Neu laden",
  wait: "Warten",
  quit: "Beenden",
  close: "Schließen",
};

const fr: NativeWords = {
  profile: {
    message: (product) => `${product} ne peut pas démarrer : impossible d’écrire dans son dossier.`,
    folder: "Dossier :",
    next: "Vérifiez que c’est bien un dossier, que vous avez le droit d’y lire et d’y écrire, et qu’il reste de la place sur son disque. Si vous ne savez pas comment faire, demandez à la personne qui s’occupe de cet ordinateur. Rien n’a été changé ni supprimé.",
  },
  died: {
    message: (product) => `La fenêtre de ${product} a de nouveau cessé de fonctionner.`,
    detail:
      "Ce que vous y aviez saisi est perdu. Si vous étiez en train de changer le code PIN d’une carte, vous saurez comment cela s’est terminé une fois la fenêtre rechargée, ou au prochain démarrage.",
  },
  hangs: {
    message: (product) => `La fenêtre de ${product} ne répond pas.`,
    detail: "Vous pouvez attendre ou la recharger. Dans ce cas, ce que vous y avez saisi sera perdu.",
  },
  loadAgain: "Recharger",
  wait: "Attendre",
  quit: "Quitter",
  close: "Fermer",
};

const it: NativeWords = {
  profile: {
    message: (product) => `${product} non può avviarsi: non riesce a scrivere nella sua cartella.`,
    folder: "Cartella:",
    next: "Controlli che sia davvero una cartella, di poterla leggere e modificare e che sul suo disco ci sia spazio. Se non sa come fare, chieda a chi si occupa di questo computer. Non è stato modificato né eliminato nulla.",
  },
  died: {
    message: (product) => `La finestra di ${product} ha di nuovo smesso di funzionare.`,
    detail:
      "Ciò che vi aveva inserito è andato perso. Se stava cambiando il PIN di una carta, saprà com’è andata a finire quando la finestra sarà ricaricata o dopo il prossimo avvio.",
  },
  hangs: {
    message: (product) => `La finestra di ${product} non risponde.`,
    detail: "Può attendere oppure ricaricarla. In tal caso, ciò che vi ha inserito andrà perso.",
  },
  loadAgain: "Ricarica",
  wait: "Attendi",
  quit: "Esci",
  close: "Chiudi",
};

const es: NativeWords = {
  profile: {
    message: (product) => `${product} no puede iniciarse: no puede escribir en su carpeta.`,
    folder: "Carpeta:",
    next: "Compruebe que es una carpeta, que tiene permiso para leer y escribir en ella y que hay espacio en su disco. Si no sabe cómo hacerlo, pregunte a quien se encargue de este ordenador. No se ha cambiado ni eliminado nada.",
  },
  died: {
    message: (product) => `La ventana de ${product} ha vuelto a dejar de funcionar.`,
    detail:
      "Lo que había introducido en ella se ha perdido. Si estaba cambiando el PIN de una tarjeta, sabrá cómo ha terminado cuando se vuelva a cargar la ventana o tras el próximo inicio.",
  },
  hangs: {
    message: (product) => `La ventana de ${product} no responde.`,
    detail: "Puede esperar o volver a cargarla. En ese caso, lo que haya introducido en ella se perderá.",
  },
  loadAgain: "Volver a cargar",
  wait: "Esperar",
  quit: "Salir",
  close: "Cerrar",
};

export const nativeWords: Record<Language, NativeWords> = { en, de, fr, it, es };
