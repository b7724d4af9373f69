import { useEffect, useState } from "preact/hooks";
import type { TokenLabel, TokenView } from "../../src-contract/bridge/views.ts";
import { useWindowState } from "../store.ts";
import { listTokens } from "../token-actions.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { CheckedAgain } from "./checked-again.tsx";
import { Choices } from "./choices.tsx";
import { Waiting } from "./waiting.tsx";

/** A choice that was made before, of a token that is not there now. */
const BEFORE = "before";

/** Where this computer's key is to be kept, while the cardholder may choose. */
export interface KeyPlaceChoice {
  readonly chosen: string;
  readonly choose: (value: string) => void;
  readonly tokens: readonly TokenView[];
  readonly before: TokenLabel | null;
  readonly look: () => void;
  readonly isLooking: boolean;
  /** How often the cardholder has had it looked for. */
  readonly looked: number;
  /** `requestCode`'s of actions.ts. */
  readonly keep: string;
}

/** Null where there is nothing to choose, as at most banks. */
export function useKeyPlace(): KeyPlaceChoice | null {
  const offers = useWindowState((state) => state.overview?.offersTokens === true);
  const device = useWindowState((state) => state.overview?.device);
  const before = device != null && "onToken" in device ? (device.onToken ?? null) : null;
  const [tokens, setTokens] = useState<readonly TokenView[]>([]);
  const [isLooking, setLooking] = useState(true);
  const [made, choose] = useState<string | null>(null);
  const [looked, setLooked] = useState(0);
  useEffect(() => {
    if (!offers) return;
    let isShown = true;
    setLooking(true);
    void listTokens().then((found) => {
      if (!isShown) return;
      setTokens(found);
      setLooking(false);
    });
    return () => {
      isShown = false;
    };
  }, [offers, looked]);
  if (!offers) return null;
  const same = before === null ? undefined : tokens.find(({ isBefore }) => isBefore === true);
  const isThere = made === null || made === BEFORE || made === "keychain" || tokens.some(({ id }) => id === made);
  const usual = before === null ? "keychain" : (same?.id ?? BEFORE);
  const chosen = isThere && made !== null ? made : usual;
  const look = () => {
    choose(null); // their ids are of one list
    setLooked((times) => times + 1);
  };
  return {
    chosen,
    choose,
    tokens,
    before: same === undefined ? before : null,
    look,
    isLooking,
    looked,
    keep: chosen,
  };
}

/** The choice, once there is a token, and a way to look for one. */
export function KeyPlace({ choice }: { readonly choice: KeyPlaceChoice }) {
  const { tokens, before, chosen, choose, look, isLooking, looked } = choice;
  const text = words().token;
  const on = ({ id, label }: TokenView) => ({ value: id, label: label === null ? text.onUnnamed : text.on({ label }) });
  const options = [
    { value: "keychain", label: text.inKeychain },
    ...(before === null ? [] : [{ value: BEFORE, label: text.before }]),
    ...tokens.map(on),
  ];
  return (
    <>
      {options.length > 1 && (
        <Choices legend={text.choice} options={options} chosen={chosen} note={text.note} onChoose={choose} />
      )}
      {tokens.length === 0 && looked > 0 && !isLooking && <CheckedAgain key={looked} say={text.none} />}
      {/* It stays, with the focus: another one may be plugged in. */}
      <div class="actions">
        <Button kind="quiet" isOff={isLooking} onClick={look}>
          {text.look}
        </Button>
        <Waiting class="said" text={isLooking ? text.looking : null} />
      </div>
    </>
  );
}
