import { render } from "preact";
import { bridge } from "../../../src-renderer/bridge.ts";
import { SecretField } from "../../../src-renderer/components/secret-field.tsx";
import { createSecretBytes } from "../../../src-renderer/secrets/secret-bytes.ts";
import { cardPin } from "../../../src-renderer/secrets/secret-kinds.ts";

/** Long enough that no other memory holds the same digits by chance. */
const MARKER_LENGTH = 10;
const digits = createSecretBytes(MARKER_LENGTH);

async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const pin = digits.copy();
  digits.clear();
  await bridge().changePin("card", pin, "signed");
  pin.fill(0);
  document.body.replaceChildren("sent");
}

const place = document.getElementById("place");
if (place === null) throw new Error("the page has no place for the field");
render(
  <form onSubmit={submit}>
    <SecretField label="PIN" kind={cardPin} secret={digits} onChange={() => undefined} />
  </form>,
  place,
);
