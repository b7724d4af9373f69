import type { Language } from "../../src-contract/rules/languages.ts";

/** The words of the messages that the system shows, where there is no window of ours or where it does not work. */
export interface NativeWords {
  readonly profile: {
    readonly message: (product: string) => string;
    /** Before the folder, which stands on a line of its own. */
    readonly folder: string;
    readonly next: string;
  };
  /** A release was started with something that it does not take (why-no-start.ts); each gets its name. */
  readonly refused: {
    readonly message: (product: string) => string;
    readonly switch: (name: string) => string;
    readonly argument: (none: string) => string;
    readonly variable: (name: string) => string;
    readonly runtime: (version: string) => string;
    readonly startWithout: string;
    readonly installAgain: (product: string) => string;
  };
  /** The window's process has ended again shortly after the window was loaded anew. */
  readonly died: { readonly message: (product: string) => string; readonly detail: string };
  readonly hangs: { readonly message: (product: string) => string; readonly detail: string };
  /** A PIN change has ended while another program was used. Says neither how nor of which card. */
  readonly changeEnded: string;
  /** Before the program ends for the installer of a newer version. */
  readonly installs: { readonly message: (product: string) => string; readonly detail: string };
  readonly notNow: string;
  readonly quitAndInstall: string;
  readonly loadAgain: string;
  readonly wait: string;
  readonly quit: string;
  readonly close: string;
}

const en: NativeWords = {
  profile: {
    message: (product) => `${product} cannot start: it cannot write to its folder.`,
    folder: "Folder:",
    next: "Make sure that it is a folder, that you may read and write in it, and that its disk has room. If you do not know how, ask whoever looks after this computer. Nothing was changed or deleted.",
  },
  refused: {
    message: (product) => `${product} was not started.`,
    switch: (name) => `It was to start with “${name}”, which it does not accept: such additions can make it unsafe.`,
    argument: () => "It was to start with an addition that it does not know: such additions can make it unsafe.",
    variable: (name) => `“${name}” is set in the environment, which can make it unsafe.`,
    runtime: (version) => `Part of it, Electron ${version}, is too old to be safe.`,
    startWithout:
      "Start it again without that. If you did not add it yourself, ask whoever looks after this computer. Nothing was changed or deleted.",
    installAgain: (product) => `Install the current version of ${product}. Nothing was changed or deleted.`,
  },
  died: {
    message: (product) => `The window of ${product} has stopped working again.`,
    detail:
      "What you had entered in it is lost. If you were changing a card PIN, you will be told how that ended: when the window is loaded again, or after the next start.",
  },
  hangs: {
    message: (product) => `The window of ${product} is not responding.`,
    detail: "You can wait, or load it again. What you have entered in it will then be lost.",
  },
  changeEnded: "A PIN change has ended. Open this program to see the result.",
  installs: {
    message: (product) => `${product} will close, so that the newer version can be installed.`,
    detail:
      "Then the system’s installer opens and may ask for your permission. This computer stays linked, and your settings stay as they are.",
  },
  notNow: "Not Now",
  quitAndInstall: "Close and Install",
  loadAgain: "Load Again",
  wait: "Wait",
  quit: "Quit",
  close: "Close",
};

const de: NativeWords = {
  profile: {
    message: (product) => `${product} kann nicht starten, weil es in seinen Ordner nicht schreiben kann.`,
    folder: "Ordner:",
    next: "Prüfen Sie, ob es ein Ordner ist, ob Sie darin lesen und schreiben dürfen und ob auf seinem Laufwerk noch Platz ist. Wenn Sie nicht wissen, wie das geht, fragen Sie die Person, die diesen Computer betreut. Es wurde nichts geändert oder gelöscht.",
  },
  refused: {
    message: (product) => `${product} wurde nicht gestartet.`,
    switch: (name) =>
      `Es sollte mit dem Zusatz „${name}“ starten, den es nicht annimmt. Solche Zusätze können es unsicher machen.`,
    argument: () => "Es sollte mit einem Zusatz starten, den es nicht kennt. Solche Zusätze können es unsicher machen.",
    variable: (name) => `In der Umgebung ist „${name}“ gesetzt. Das kann es unsicher machen.`,
    runtime: (version) => `Ein Teil davon, Electron ${version}, ist zu alt, um sicher zu sein.`,
    startWithout:
      "Starten Sie es noch einmal ohne diese Angabe. Wenn Sie sie nicht selbst hinzugefügt haben, fragen Sie, wer diesen Computer betreut. Es wurde nichts geändert oder gelöscht.",
    installAgain: (product) =>
      `Installieren Sie die aktuelle Version von ${product}. Es wurde nichts geändert oder gelöscht.`,
  },
  died: {
    message: (product) => `Das Fenster von ${product} ist erneut abgestürzt.`,
    detail:
      "Was Sie darin eingegeben hatten, ist verloren. Wenn Sie gerade eine Karten-PIN geändert haben, erfahren Sie, wie das ausgegangen ist: sobald das Fenster neu geladen ist oder nach dem nächsten Start.",
  },
  hangs: {
    message: (product) => `Das Fenster von ${product} reagiert nicht.`,
    detail: "Sie können warten oder es neu laden. Was Sie darin eingegeben haben, geht dann verloren.",
  },
  changeEnded: "Eine PIN-Änderung ist beendet. Öffnen Sie dieses Programm, um das Ergebnis zu sehen.",
  installs: {
    message: (product) => `${product} wird beendet, damit die neuere Version installiert werden kann.`,
    detail:
      "Danach öffnet sich das Installationsprogramm, das Sie vielleicht um Erlaubnis bittet. Dieser Computer bleibt registriert, und Ihre Einstellungen bleiben erhalten.",
  },
  notNow: "Nicht jetzt",
  quitAndInstall: "Beenden und installieren",
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
  refused: {
    message: (product) => `${product} n’a pas été démarré.`,
    switch: (name) =>
      `Il devait démarrer avec l’option « ${name} », qu’il n’accepte pas : de telles options peuvent nuire à sa sécurité.`,
    argument: () =>
      "Il devait démarrer avec une option qu’il ne connaît pas : de telles options peuvent nuire à sa sécurité.",
    variable: (name) => `La variable « ${name} » est définie dans l’environnement, ce qui peut nuire à sa sécurité.`,
    runtime: (version) => `L’un de ses composants, Electron ${version}, est trop ancien pour être sûr.`,
    startWithout:
      "Redémarrez-le sans cela. Si ce n’est pas vous qui l’avez ajouté, demandez à la personne qui s’occupe de cet ordinateur. Rien n’a été changé ni supprimé.",
    installAgain: (product) => `Installez la version actuelle de ${product}. Rien n’a été changé ni supprimé.`,
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
  changeEnded: "Un changement de code PIN est terminé. Ouvrez ce programme pour voir le résultat.",
  installs: {
    message: (product) => `${product} va se fermer pour permettre l’installation de la nouvelle version.`,
    detail:
      "Le programme d’installation s’ouvrira ensuite et vous demandera peut-être une autorisation. Cet ordinateur reste associé et vos réglages sont conservés.",
  },
  notNow: "Pas maintenant",
  quitAndInstall: "Fermer et installer",
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
  refused: {
    message: (product) => `${product} non è stato avviato.`,
    switch: (name) =>
      `Doveva avviarsi con l’opzione «${name}», che non accetta: opzioni di questo tipo possono renderlo meno sicuro.`,
    argument: () =>
      "Doveva avviarsi con un’opzione che non conosce: opzioni di questo tipo possono renderlo meno sicuro.",
    variable: (name) => `Nell’ambiente è impostata la variabile «${name}», che può renderlo meno sicuro.`,
    runtime: (version) => `Un suo componente, Electron ${version}, è troppo vecchio per essere sicuro.`,
    startWithout:
      "Lo avvii di nuovo senza di essa. Se non l’ha aggiunta lei, chieda a chi si occupa di questo computer. Non è stato modificato né eliminato nulla.",
    installAgain: (product) => `Installi la versione attuale di ${product}. Non è stato modificato né eliminato nulla.`,
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
  changeEnded: "Un cambio di PIN è terminato. Apra questo programma per vedere il risultato.",
  installs: {
    message: (product) => `${product} si chiuderà per permettere l’installazione della nuova versione.`,
    detail:
      "Poi si aprirà il programma di installazione, che potrebbe chiederle un’autorizzazione. Questo computer resta associato e le impostazioni restano come sono.",
  },
  notNow: "Non ora",
  quitAndInstall: "Chiudi e installa",
  loadAgain: "Ricarica",
  wait: "Attendi",
  quit: "Esci",
  close: "Chiudi",
};

const es: NativeWords = {
  profile: {
    message: (product) => `${product} no puede iniciarse: no puede escribir en su carpeta.`,
    folder: "Carpeta:",
    next: "Compruebe que es una carpeta, que tiene permiso para leer y escribir en ella y que hay espacio en su disco. Si no sabe cómo hacerlo, pregunte a quien se ocupe de este ordenador. No se ha cambiado ni eliminado nada.",
  },
  refused: {
    message: (product) => `${product} no se ha iniciado.`,
    switch: (name) =>
      `Debía iniciarse con la opción «${name}», que no acepta: este tipo de opciones puede restarle seguridad.`,
    argument: () => "Debía iniciarse con una opción que no conoce: este tipo de opciones puede restarle seguridad.",
    variable: (name) => `En el entorno está definida la variable «${name}», que puede restarle seguridad.`,
    runtime: (version) => `Uno de sus componentes, Electron ${version}, es demasiado antiguo para ser seguro.`,
    startWithout:
      "Vuelva a iniciarlo sin ella. Si no la ha añadido usted, pregunte a quien se encargue de este ordenador. No se ha cambiado ni eliminado nada.",
    installAgain: (product) => `Instale la versión actual de ${product}. No se ha cambiado ni eliminado nada.`,
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
  changeEnded: "Ha terminado un cambio de PIN. Abra este programa para ver el resultado.",
  installs: {
    message: (product) => `${product} se cerrará para que se pueda instalar la nueva versión.`,
    detail:
      "Después se abrirá el programa de instalación, que quizá le pida permiso. Este ordenador sigue vinculado y sus ajustes se conservan.",
  },
  notNow: "Ahora no",
  quitAndInstall: "Cerrar e instalar",
  loadAgain: "Volver a cargar",
  wait: "Esperar",
  quit: "Salir",
  close: "Cerrar",
};

export const nativeWords: Record<Language, NativeWords> = { en, de, fr, it, es };
