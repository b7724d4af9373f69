import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { concernsNetwork } from "../after-failure.ts";
import { openPanel } from "../store.ts";
import { firstWords } from "../words/words.ts";
import { Button } from "./button.tsx";

/** The next steps after a network failure: the diagnosis, and a proxy's sign-in. */
export function NetworkFailureActions({ code }: { readonly code: ErrorCode }) {
  if (!concernsNetwork(code)) return null;
  return (
    <div class="actions">
      {code === "ERR_PROXY_PASSWORD" && <AnswerProxy />}
      <Button onClick={() => openPanel("findings")}>{firstWords().common.checkConnection}</Button>
    </div>
  );
}

export function AnswerProxy() {
  return <Button onClick={() => openPanel("proxy")}>{firstWords().proxy.open}</Button>;
}
