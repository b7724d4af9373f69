/**
 * Help's short articles. What a screen says already is not said again here: how-to-articles.ts takes it from there. `also`:
 * words that people search for and that the article does not have; nobody reads them.
 */
export const howTo = {
  title: "How to",
  search: "Search help",
  found:
    "{count, plural, =0 {No answer found. Try another word, or ask your bank.} one {# answer found.} other {# answers found.}}",
  link: {
    also: "register device set up begin start connect",
    what: "Once this computer is linked, you confirm a new card PIN here with your device passcode.",
    how: "Sign in and choose “{link}”. Give the computer a name, enter the code that your bank sends to your mobile phone, and choose a device passcode.",
    kept: "Your cards and their PINs stay as they are.",
  },
  pin: {
    title: "Choose a new card PIN",
    also: "forgotten forgot card PIN number secret",
    how: "Sign in, choose “{changePin}” next to the card and enter the new PIN twice. You confirm it with your device passcode or with a code by text message.",
    old: "You do not need the old PIN. If you have forgotten it, choose a new one in the same way.",
  },
  passcode: {
    also: "password lost reset wrong",
    how: "Sign in, choose “{devices}”, then “{forgotten}”.",
    wrong: "If a wrong device passcode is entered five times in a row, the key on this computer is erased.",
  },
  code: {
    title: "Confirm with a code by text message",
    also: "TAN mTAN SMS mobile number six digits unlinked",
    what: "Without a linked computer, you confirm each new card PIN with a code of six digits, which comes by text message to your mobile phone.",
    how: "Type the code into this window, or paste the whole message. If none comes, choose “{newCode}”.",
  },
  lost: {
    title: "Computer or phone lost or stolen",
    also: "theft thief gone block PIN SIM",
    first: "Contact your bank at once. If your cards are gone too, have them blocked there.",
    computer:
      "The computer: sign in on another linked computer, choose “{devices}” and remove the lost one. If no other computer is linked, link one first.",
    key: "Without your device passcode, the key on the lost computer cannot be used. Five wrong ones in a row erase it.",
    phone: "The phone: the codes go to its number. Have the SIM card blocked by your mobile provider as well.",
  },
  phishing: {
    also: "phishing fraud scam caller fake swindle",
  },
} as const;
