import type { TokenView } from "../src-contract/bridge/views.ts";
import { isStopped } from "./actions.ts";
import { bridge } from "./bridge.ts";
import { runAndShow, runStep } from "./run-step.ts";
import type { Secret, SecretBytes } from "./secrets/secret-bytes.ts";
import { store } from "./store.ts";

/** The tokens that could keep the key; none if that cannot be said. Beside any step, and none waits for it. */
export async function listTokens(): Promise<readonly TokenView[]> {
  const tokens = await bridge().listTokens();
  return tokens.ok ? tokens.value : [];
}

/** @param pin of the token @returns whether it succeeded */
export const setTokenPin = async (pin: Secret) =>
  !isStopped() && runAndShow(() => pin.use((bytes) => bridge().setTokenPin(bytes)));

/** As `enterPasscode`, where a token has the key. */
export async function enterTokenPin(pin: SecretBytes, cardId: string | null): Promise<boolean> {
  return (await runStep(() => pin.useUp((bytes) => bridge().enterTokenPin(bytes, cardId)))).ok;
}

/** @param pin of the token, which has the key @returns whether it succeeded: the key may have been left there all the same */
export const removeWithToken = (pin: Secret) =>
  runAndShow(
    () => pin.use((bytes) => bridge().removeWithToken(bytes)),
    async () => store.setState(({ overview }) => ({ isRemovedWithKey: overview?.keyLeftOn === undefined })),
  );
