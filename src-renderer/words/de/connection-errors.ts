import type { WindowTexts } from "../window-texts.ts";

export const connectionErrors = {
  ERR_BACKEND_UNREACHABLE: {
    what: "Ihre Bank war nicht zu erreichen.",
    next: "Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut.",
  },
  ERR_BACKEND_TIMEOUT: {
    what: "Ihre Bank hat zu lange nicht geantwortet.",
    next: "Warten Sie einen Moment und versuchen Sie es dann erneut.",
  },
  ERR_NO_NETWORK: {
    what: "Dieser Computer ist mit keinem Netzwerk verbunden.",
    next: "Verbinden Sie ihn und versuchen Sie es dann erneut.",
  },
  ERR_NETWORK_SIGN_IN: {
    what: "Nicht Ihre Bank hat geantwortet, sondern vielleicht die Anmeldeseite dieses Netzwerks.",
    next: "Melden Sie sich in Ihrem Browser am Netzwerk an und versuchen Sie es dann erneut. Wenn dort keine Anmeldung verlangt wird, wenden Sie sich an Ihre Bank.",
  },
  ERR_CONNECTION_NOT_TRUSTED: {
    what: "Es gibt keine sichere Verbindung zu Ihrer Bank.",
    next: "Melden Sie sich in Ihrem Browser am Netzwerk an, falls es das verlangt, oder benutzen Sie ein anderes Netzwerk, und versuchen Sie es dann erneut. Fragen Sie in einer Firma die Person, die das Netzwerk betreut.",
  },
  ERR_SERVER_KEY_UNKNOWN: {
    what: "Der Server, der geantwortet hat, konnte diesem Programm nicht nachweisen, dass er zu Ihrer Bank gehört. Die Verbindung wurde deshalb nicht benutzt.",
    next: "Benutzen Sie ein anderes Netzwerk und versuchen Sie es dann erneut. Fragen Sie in einer Firma, wer sich um das Netzwerk kümmert. Wenn es überall passiert, wenden Sie sich an Ihre Bank.",
  },
  ERR_CERTIFICATE_DATE: {
    what: "Nach Datum und Uhrzeit dieses Computers ist der Nachweis, dass es Ihre Bank ist, nicht gültig. Die Verbindung wurde deshalb nicht benutzt.",
    next: "Prüfen Sie Datum und Uhrzeit dieses Computers und versuchen Sie es dann erneut. Wenn beide stimmen, wenden Sie sich an Ihre Bank.",
  },
  ERR_PROXY_UNREACHABLE: {
    what: "Der Proxy aus den Netzwerkeinstellungen dieses Computers ist nicht zu benutzen. Deshalb ist Ihre Bank nicht zu erreichen.",
    next: "Prüfen Sie, ob Sie im richtigen Netzwerk sind, und versuchen Sie es dann erneut. Fragen Sie in einer Firma die Person, die das Netzwerk betreut.",
  },
  ERR_PROXY_REFUSED: {
    what: "Der Proxy dieses Netzwerks hat die Verbindung zu Ihrer Bank nicht durchgelassen.",
    next: "Versuchen Sie es erneut. Wenn es wieder passiert, fragen Sie die Person, die das Netzwerk betreut.",
  },
  ERR_PROXY_PASSWORD: {
    what: "Der Proxy dieses Netzwerks verlangt eine Anmeldung.",
    next: "Geben Sie Name und Passwort für den Proxy ein und versuchen Sie es dann erneut.",
  },
  ERR_PROXY_PASSWORD_WRONG: {
    what: "Der Proxy hat diese Anmeldung nicht angenommen.",
    next: "Prüfen Sie den Namen und geben Sie das Passwort noch einmal ein. Nach mehreren falschen Versuchen sperrt Ihre Firma vielleicht Ihr Konto.",
  },
  ERR_PROXY_SIGN_IN: {
    what: "Der Proxy dieses Netzwerks verlangt eine Art der Anmeldung, die dieses Programm nicht kann.",
    next: "Benutzen Sie ein anderes Netzwerk, oder bitten Sie die Person, die dieses betreut, das Programm durchzulassen.",
  },
} satisfies Partial<WindowTexts["errors"]>;
