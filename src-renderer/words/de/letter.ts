import type { WindowTexts } from "../window-texts.ts";

export const letter: WindowTexts["letter"] = {
  instead:
    "Wenn Ihre Bank keine Mobilnummer von Ihnen hat, können Sie den Code per Brief erhalten. Das dauert einige Tage.",
  offer: {
    title: "Den Code per Brief erhalten",
    what: "Ihre Bank hat keine Mobilnummer von Ihnen, an die sie einen Code senden könnte. Stattdessen kann sie Ihnen den Code per Brief zukommen lassen.",
    days: "Ein Brief braucht einige Tage. Sie können dieses Programm inzwischen schließen und den Code eingeben, wenn der Brief da ist.",
    address: "Wenn Sie umgezogen sind, teilen Sie Ihrer Bank zuerst Ihre neue Adresse mit.",
    send: "Brief anfordern",
  },
  limited:
    "Ihre Bank begrenzt, wie viele Briefe Sie anfordern können. Danach müssen Sie warten, möglicherweise mehrere Tage.",
  wait: "Einen Brief können Sie wieder anfordern am {when}.",
  byMessage: "Per SMS versuchen",
  title: "Ihr Code kommt per Brief",
  what: "Ein Brief mit einem Code für Sie wurde angefordert. Sobald Sie ihn haben, geben Sie den Code hier ein.",
  askedFor: "Angefordert",
  countsUntil: "Gültig bis",
  countedUntil: "War gültig bis",
  meanwhile:
    "Bis der Brief da ist, gibt es hier nichts zu tun. Sie können dieses Programm schließen und den Computer ausschalten.",
  kept: "Auf diesem Computer werden zu dem Brief nur diese Zeiten gespeichert, nicht der Code.",
  enter: "Code eingeben",
  cancel: "Brief stornieren",
  cancelAsk: "Den Brief stornieren? Der Code darin gilt dann nicht mehr, auch wenn der Brief noch kommt.",
  cancelNot: "Nicht stornieren",
  noRoom:
    "Sie haben die Höchstzahl von {limit} Geräten erreicht. Bevor dieser Computer registriert werden kann, müssen Sie eines davon entfernen. Der Code aus Ihrem Brief wurde nicht benutzt.",
  again: {
    open: "Neuen Brief anfordern",
    title: "Neuen Brief anfordern?",
    what: "Der Code aus dem bisherigen Brief gilt dann nicht mehr, auch wenn dieser noch kommt. Wenn er sich vielleicht nur verspätet, warten Sie auf ihn.",
    send: "Neuen Brief anfordern",
  },
  code: {
    title: "Code aus dem Brief eingeben",
    intro: "Geben Sie ihn genau so ein, wie er gedruckt ist, um „{name}“ zu registrieren.",
    label: "Code aus dem Brief",
    hint: "Buchstaben und Ziffern. Achten Sie auf Groß- und Kleinschreibung.",
    empty: "Geben Sie den Code aus dem Brief ein.",
    leftOut: "Der Code aus dem Brief hat nur Buchstaben von A bis Z und Ziffern. Alles andere wurde weggelassen.",
    full: "So lang ist kein Code. Der Rest wurde weggelassen.",
    refused:
      "Das ist nicht der gültige Code. Vergleichen Sie ihn Zeichen für Zeichen mit Ihrem neuesten Brief und verbessern Sie ihn. Nach zu vielen falschen Versuchen kann der Code seine Gültigkeit verlieren.",
  },
  over: {
    title: "Der Code aus Ihrem Brief gilt nicht mehr",
    expiredTitle: "Der Code aus Ihrem Brief ist abgelaufen",
    expired: "Fordern Sie einen neuen Brief an, wenn Sie diesen Computer noch registrieren möchten.",
    early:
      "Das teilt Ihre Bank mit, obwohl noch Zeit gewesen wäre. Vielleicht wurde er an einem anderen Computer benutzt, zu oft ein falscher Code eingegeben, der Brief anderswo storniert oder ein neuerer angefordert.",
    unknown:
      "Das teilt Ihre Bank mit. Vielleicht ist seine Zeit abgelaufen, er wurde an einem anderen Computer benutzt, zu oft ein falscher Code eingegeben oder der Brief anderswo storniert.",
    linkedSince:
      "Seitdem wurde „{name}“ registriert, am {when}. Wenn das mit diesem Code war, braucht dieser Computer einen eigenen Brief. Wenn Sie das Gerät nicht kennen, wenden Sie sich sofort an Ihre Bank.",
    without: "Ohne Brief neu beginnen",
  },
  startOver: {
    ask: "Neu beginnen? Ihr Code wurde schon benutzt. Wenn er per Brief kam, brauchen Sie dann einen neuen Brief.",
    not: "Nicht neu beginnen",
  },
  cancelled: {
    title: "Der Brief wurde storniert",
    what: "Der Code darin gilt nicht mehr. Wenn der Brief noch kommt, können Sie ihn vernichten.",
    back: "Zurück zur Registrierung",
  },
};
