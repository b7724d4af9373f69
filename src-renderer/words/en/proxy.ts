export const proxy = {
  title: "Sign in to the proxy",
  intro:
    "The network of this computer has a proxy that asks for a name and a password before it lets you through to your bank. Whoever looks after the network has given you both; often they are the ones with which you sign in to this computer.",
  asks: "The proxy {address} is asking.",
  notBank: "This is not your bank asking. Never enter a card PIN, your device passcode or a code from your bank here.",
  readable:
    "The password goes to this proxy unencrypted, so others in the network may be able to read it. Go on only in a network that you trust.",
  kept: "This program keeps both in its memory until you close it, and saves them nowhere.",
  name: "Name for the proxy",
  password: "Password for the proxy",
  nameMissing: "Enter the name. It has no colon in it.",
  passwordMissing: "Enter the password.",
  refused: "This character cannot be entered here.",
  full: "A password for the proxy has at most {most} characters; there is no room for more.",
  signIn: "Sign in to the proxy",
  checking: "Asking the proxy…",
  notAsked: "The proxy does not ask for a name and a password at the moment. Go back and try again.",
  open: "Enter name and password",
  signedIn: "The proxy has let you through. Now try again what did not work.",
} as const;
