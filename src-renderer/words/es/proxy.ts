import type { WindowTexts } from "../window-texts.ts";

export const proxy: WindowTexts["proxy"] = {
  title: "Identificarse ante el servidor proxy",
  intro:
    "La red de este ordenador tiene un servidor proxy que pide un nombre y una contraseña antes de dar acceso a su banco. Se los ha dado quien se ocupa de la red; a menudo son los mismos con los que inicia sesión en este ordenador.",
  asks: "Los pide el servidor proxy {address}.",
  notBank:
    "No es su banco quien los pide. No introduzca nunca aquí el PIN de una tarjeta, la contraseña del dispositivo ni un código enviado por su banco.",
  readable:
    "La contraseña llega a este servidor proxy sin cifrar, así que otras personas de la red podrían leerla. Continúe solo en una red en la que confíe.",
  kept: "Este programa guarda ambos en la memoria hasta que lo cierre y no los graba en ningún sitio.",
  name: "Nombre para el servidor proxy",
  password: "Contraseña para el servidor proxy",
  nameMissing: "Introduzca el nombre. No contiene dos puntos.",
  passwordMissing: "Introduzca la contraseña.",
  refused: "Este carácter no se puede introducir aquí.",
  full: "La contraseña para el servidor proxy tiene como máximo {most} caracteres; no caben más.",
  signIn: "Identificarse",
  checking: "Se está consultando al servidor proxy…",
  notAsked: "En este momento el servidor proxy no pide nombre ni contraseña. Vuelva atrás e inténtelo de nuevo.",
  open: "Introducir nombre y contraseña",
  signedIn: "El servidor proxy le ha dejado pasar. Intente ahora de nuevo lo que no ha funcionado.",
};
