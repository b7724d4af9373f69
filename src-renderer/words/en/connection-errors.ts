/** Of what keeps the program from the bank, or answers in its place. */
export const connectionErrors = {
  ERR_BACKEND_UNREACHABLE: {
    what: "Your bank could not be reached.",
    next: "Check your internet connection, then try again.",
  },
  ERR_BACKEND_TIMEOUT: { what: "Your bank took too long to answer.", next: "Wait a moment, then try again." },
  ERR_NO_NETWORK: {
    what: "This computer is not connected to a network.",
    next: "Connect it, then try again.",
  },
  ERR_NETWORK_SIGN_IN: {
    what: "It was not your bank that answered, but perhaps the sign-in page of this network.",
    next: "Sign in to the network in your browser, then try again. If it does not ask you to, contact your bank.",
  },
  ERR_CONNECTION_NOT_TRUSTED: {
    what: "There is no safe connection to your bank.",
    next: "Sign in to the network in your browser if it asks you to, or use another network, then try again. At work, ask whoever looks after the network.",
  },
  ERR_SERVER_KEY_UNKNOWN: {
    what: "The server that answered could not prove to this program that it is your bank’s, so the connection was not used.",
    next: "Use another network, then try again. At work, ask whoever looks after the network. If it happens everywhere, contact your bank.",
  },
  ERR_CERTIFICATE_DATE: {
    what: "Going by this computer’s date and time, the proof that it is your bank is not valid, so the connection was not used.",
    next: "Check the date and time of this computer, then try again. If they are right, contact your bank.",
  },
  ERR_PROXY_UNREACHABLE: {
    what: "The proxy in this computer’s network settings cannot be used, so your bank cannot be reached.",
    next: "Check whether you are in the right network, then try again. At work, ask whoever looks after the network.",
  },
  ERR_PROXY_REFUSED: {
    what: "The proxy of this network did not let the connection to your bank through.",
    next: "Try again. If it happens again, ask whoever looks after the network.",
  },
  ERR_PROXY_PASSWORD: {
    what: "The proxy of this network asks for a name and a password.",
    next: "Enter both for the proxy, then try again.",
  },
  ERR_PROXY_PASSWORD_WRONG: {
    what: "The proxy did not accept this name and password.",
    next: "Check the name and enter the password again. After several wrong tries your company may lock your account.",
  },
  ERR_PROXY_SIGN_IN: {
    what: "The proxy of this network wants a way of signing in that this program does not have.",
    next: "Use another network, or ask whoever looks after this one to let this program through.",
  },
} as const;
