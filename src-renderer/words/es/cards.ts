import type { WindowTexts } from "../window-texts.ts";

export const cards: WindowTexts["cards"] = {
  title: "Sus tarjetas",
  intro: "Elija la tarjeta cuyo PIN quiere cambiar.",
  loading: "Cargando sus tarjetas…",
  none: "Todavía no tiene tarjetas. Cuando su banco emita una, aparecerá aquí.",
  leftOut: "{count, plural, one {No se ha podido mostrar # tarjeta.} other {No se han podido mostrar # tarjetas.}}",
  accountsLeftOut:
    "{count, plural, one {No se han podido mostrar las tarjetas de una de sus cuentas.} other {No se han podido mostrar las tarjetas de # de sus cuentas.}}",
  cutShort: "Es posible que tenga otras tarjetas, que no se muestran aquí.",
  changePin: "Cambiar PIN",
  changePinOf: "Cambiar PIN de la tarjeta terminada en {lastDigits}",
  changePinOfKind: "Cambiar PIN: {kind}",
  endingIn: "{kind} terminada en {lastDigits}",
  expires: "válida hasta {date}",
  expiresSoon: "caduca pronto",
  expired: "caducada",
  search: "Buscar una tarjeta",
  found:
    "{count, plural, =0 {No se ha encontrado ninguna tarjeta.} one {# tarjeta encontrada.} other {# tarjetas encontradas.}}",
  closed:
    "{count, plural, one {# tarjeta cuyo PIN no se puede cambiar} other {# tarjetas cuyo PIN no se puede cambiar}}",
  notLinked:
    "Este ordenador no está vinculado. Cada cambio se confirma con un código que se envía a su teléfono móvil.",
  devices: "Dispositivos",
  link: "Vincular este ordenador",
  withNote: "Esta tarjeta no está en uso en este momento. Es posible que su banco rechace un PIN nuevo.",
  notAllowed: "El PIN de esta tarjeta no se puede cambiar debido al estado de la tarjeta.",
  statuses: {
    ACTIVE: "Activa",
    INACTIVE: "Aún sin activar",
    PROCESSING: "En preparación",
    BLOCKED: "Bloqueada por usted",
    BLOCKED_BY_SOLARIS: "Bloqueada por el banco",
    ACTIVATION_BLOCKED_BY_SOLARIS: "Activación bloqueada por el banco",
    CLOSED: "Cancelada",
    CLOSED_BY_SOLARIS: "Cancelada por el banco",
    COUNTERFEIT_CARD: "Cancelada: falsificación",
    FRAUD: "Cancelada: sospecha de fraude",
    LOST: "Notificada como perdida",
    STOLEN: "Notificada como robada",
    NEVER_RECEIVED: "Nunca recibida",
  },
  unknownStatus: "Estado desconocido",
  kind: "{money, select, debit {Tarjeta de débito} credit {Tarjeta de crédito} other {Tarjeta}}{brand, select, visa { Visa} mastercard { Mastercard} other {}}{user, select, business { Business} freelance {} other {}}{virtual, select, yes { virtual} other {}}{user, select, business {} freelance { para autónomos} other {}}",
};

export const status: WindowTexts["status"] = {
  signedOut: "Sin iniciar sesión",
  linked: "Este ordenador está vinculado con el nombre «{name}»",
  notLinked: "Este ordenador no está vinculado",
  uncertain: "No se sabe si este ordenador está vinculado",
};
