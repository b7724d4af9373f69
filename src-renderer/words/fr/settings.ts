import type { WindowTexts } from "../window-texts.ts";

export const settings: WindowTexts["settings"] = {
  title: "Paramètres",
  saved: "{setting} : {choice}. Enregistré.",
  on: "activé",
  off: "désactivé",
  asComputer: "Utiliser le réglage du système",
  language: "Langue",
  theme: { title: "Apparence", light: "Clair", dark: "Sombre" },
  textSize: "Taille du texte",
  keypad: {
    title: "Clavier numérique à l’écran pour le code PIN de la carte",
    off: "Désactivé",
    on: "Activé",
    shuffled: "Activé, avec les chiffres dans un autre ordre à chaque fois",
    screenReader: "Le clavier numérique n’est pas affiché en ce moment, car un lecteur d’écran est utilisé.",
  },
  window: "Cette fenêtre",
  capture: {
    label: "Masquer cette fenêtre dans les captures et les partages d’écran",
    works:
      "Les personnes avec qui vous partagez votre écran ne verront pas cette fenêtre. Désactivez cette option quand quelqu’un doit vous aider à distance.",
    partly:
      "À partir de macOS 15, ce n’est possible qu’en partie : les programmes récents de capture et de partage d’écran montrent quand même la fenêtre. Ne comptez pas dessus.",
    remote:
      "Vous utilisez cet ordinateur à distance. La fenêtre reste visible, sinon vous ne la verriez pas vous-même.",
    unsupported: "Ce n’est pas possible sur ce système.",
  },
  rendering: {
    label: "Désactiver l’accélération matérielle",
    hint: "Un peu plus lent. Utile quand la fenêtre reste vide ou scintille.",
    blankStart:
      "La fenêtre n’a pas pu être affichée lors d’un démarrage précédent. C’est pourquoi elle est maintenant affichée sans la carte graphique. Désactivez cette option pour réessayer avec cette carte.",
    noneAvailable:
      "Ce programme ne trouve ici aucune carte graphique qu’il puisse utiliser. Il s’affiche donc de toute façon sans carte graphique.",
    nextStart: "Ce sera pris en compte au prochain démarrage du programme.",
  },
};
