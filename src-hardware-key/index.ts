// A process that loads a PKCS#11 module: foreign code, which may crash or hang, and would have all that main has. Started
// with the module's path and SHA-256 (src-main/shell/start-token-child.ts, fork-token.ts); it answers one question at a time,
// and ends with who started it.
import { answerQuestion } from "./answer-question.ts";
import type { Cryptoki } from "./cryptoki.ts";
import { loadCryptoki } from "./load-cryptoki.ts";
import { questionMessage } from "./token-messages.ts";

/** How Electron's utility process hears from main; undefined in a child of Node. */
interface ParentPort {
  on(event: "message", listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const [file = "", sha256 = ""] = process.argv.slice(2);
let loaded: Cryptoki | null = null;
const load = () => {
  loaded ??= loadCryptoki({ file, sha256 });
  return loaded;
};
const answer = (message: unknown) => {
  const { kind, asked } = questionMessage.parse(message);
  return answerQuestion(load, kind, asked);
};

const { parentPort } = process as { readonly parentPort?: ParentPort };
if (parentPort !== undefined) {
  parentPort.on("message", ({ data }) => parentPort.postMessage(answer(data)));
} else {
  process.on("message", (message) => process.send?.(answer(message)));
  process.on("disconnect", () => process.exit());
}
