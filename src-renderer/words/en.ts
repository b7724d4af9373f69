import { cards } from "./en-cards.ts";
import { binding, devices, keychain, passcode, protection, state } from "./en-device.ts";
import { errors } from "./en-errors.ts";
import { openChange, outcome, pin, tan } from "./en-pin.ts";

export const en = {
  errors,
  errorReference: (code: string, supportId?: string) =>
    supportId === undefined ? `For support: ${code}` : `For support: ${code}, ${supportId}`,

  supportId: (id: string) => `For support: ${id}`,

  common: {
    tryAgain: "Try again",
    goBack: "Back",
    signOut: "Sign out",
    signedInAs: (name: string) => `Signed in as ${name}`,
    working: "One moment …",
    stepOf: (step: number, steps: number) => `Step ${step} of ${steps}`,
  },

  loading: { title: "Getting ready" },
  failed: { title: "This did not work" },

  signIn: {
    title: "Sign in",
    intro: "This is a demonstration. Choose who you want to be.",
    names: "Demonstration customers",
    unavailable: "Signing in is not part of this version yet.",
    locked: {
      idle: "You were signed out because nobody used this program for a while.",
      screen: "You were signed out because the screen of this computer was locked.",
      suspend: "You were signed out because this computer went to sleep.",
    },
    lockedNext: "A PIN change that was on its way is looked up when you sign in.",
  },

  lock: {
    title: "Are you still there?",
    what: "Nobody has used this program for a while. To keep your cards safe you will be signed out, and what you have entered is deleted.",
    left: (clock: string) => `You will be signed out in ${clock}.`,
    stay: "Stay signed in",
  },

  wait: {
    pinChange: (clock: string) => `You can change a PIN again in ${clock}.`,
    binding: (clock: string) => `You can connect a computer again in ${clock}.`,
    code: (clock: string) => `You can ask for a new code in ${clock}.`,
    any: (clock: string) => `You can try again in ${clock}.`,
  },

  code: {
    label: "Code from the message",
    hint: "Six digits. You can paste it.",
    incomplete: "Enter all six digits.",
    validFor: (left: string) => `The code is valid for another ${left} minutes.`,
    soonOver: "The code is valid for less than a minute now. You can ask for a new one.",
    expired: "The code is probably no longer valid. Ask for a new one.",
    newCode: "Send a new code",
  },

  keychain,
  binding,
  state,
  devices,
  protection,
  passcode,
  cards,
  pin,
  tan,
  outcome,
  openChange,
};
