import type { WindowTexts } from "../window-texts.ts";

export const proxy: WindowTexts["proxy"] = {
  title: "S’identifier auprès du serveur proxy",
  intro:
    "Le réseau de cet ordinateur a un serveur proxy qui demande un nom et un mot de passe avant de vous laisser accéder à votre banque. La personne qui s’occupe du réseau vous les a donnés ; souvent, ce sont ceux de votre session sur cet ordinateur.",
  asks: "C’est le serveur proxy {address} qui les demande.",
  notBank:
    "Ce n’est pas votre banque qui demande. Ne saisissez jamais ici le code PIN d’une carte, le mot de passe de l’appareil ou un code envoyé par votre banque.",
  readable:
    "Le mot de passe est envoyé à ce serveur proxy sans être chiffré : d’autres personnes sur le réseau pourraient le lire. Ne continuez que sur un réseau auquel vous faites confiance.",
  kept: "Ce programme garde les deux en mémoire jusqu’à ce que vous le fermiez, et ne les enregistre nulle part.",
  name: "Nom pour le serveur proxy",
  password: "Mot de passe pour le serveur proxy",
  nameMissing: "Saisissez le nom. Il ne contient pas de deux-points.",
  passwordMissing: "Saisissez le mot de passe.",
  refused: "Ce caractère ne peut pas être saisi ici.",
  full: "Le mot de passe pour le serveur proxy a au plus {most} caractères ; il n’y a plus de place.",
  signIn: "S’identifier",
  checking: "Le serveur proxy est interrogé…",
  notAsked: "Le serveur proxy ne demande ni nom ni mot de passe pour le moment. Revenez en arrière et réessayez.",
  open: "Saisir le nom et le mot de passe",
  signedIn: "Le serveur proxy vous a laissé passer. Réessayez maintenant ce qui n’a pas fonctionné.",
};
