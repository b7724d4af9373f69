// A process that loads a PKCS#11 module: foreign code, which may crash or hang, and would have all that main has. Started
// with the module's path and SHA-256 (ask-token.ts); it answers one question at a time, and ends with who started it.
import { answerQuestion } from "./answer-question.ts";
import type { Cryptoki } from "./cryptoki.ts";
import { loadCryptoki } from "./load-cryptoki.ts";
import { questionMessage } from "./token-messages.ts";

const [file = "", sha256 = ""] = process.argv.slice(2);
let loaded: Cryptoki | null = null;
const load = () => {
  loaded ??= loadCryptoki({ file, sha256 });
  return loaded;
};

process.on("message", (message) => {
  const { kind, asked } = questionMessage.parse(message);
  process.send?.(answerQuestion(load, kind, asked));
});
process.on("disconnect", () => process.exit());
