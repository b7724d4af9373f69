import { render } from "preact";
import { bridge } from "../../../src-renderer/bridge.ts";
import { SecretField } from "../../../src-renderer/components/secret-field.tsx";
import { createSecretBytes } from "../../../src-renderer/secrets/secret-bytes.ts";
import { cardPin } from "../../../src-renderer/secrets/secret-kinds.ts";
import { loadPanelWords, loadWords } from "../../../src-renderer/words/words.ts";
import { checkDigits } from "./check-digits.ts";

/** Long enough that no other memory holds the same digits by chance. */
const MARKER_LENGTH = 10;
const digits = createSecretBytes(MARKER_LENGTH);

async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  let lent = new Uint8Array(1);
  let sent = 0;
  const changed = digits.useUp((bytes) => {
    lent = bytes as Uint8Array<ArrayBuffer>;
    sent = checkDigits(bytes);
    return bridge().changePin("card", bytes, "signed");
  });
  const isWiped = lent.length === MARKER_LENGTH && lent.every((byte) => byte === 0) && digits.count() === 0;
  const answer = await changed;
  const arrived = answer.ok ? (answer.value as unknown) : null;
  document.body.replaceChildren(
    isWiped && arrived === sent ? "sent" : `wiped: ${isWiped}, arrived: ${arrived === sent}`,
  );
}

const place = document.getElementById("place");
if (place === null) throw new Error("the page has no place for the field");
await loadWords("en");
await loadPanelWords(); // the field is on a later screen
render(
  <form onSubmit={submit}>
    <SecretField label="PIN" kind={cardPin} secret={digits} onChange={() => undefined} />
  </form>,
  place,
);
