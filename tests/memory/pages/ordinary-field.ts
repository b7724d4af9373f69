import { bridge } from "../../../src-renderer/bridge.ts";

// What everybody writes: the field's value as a string over the bridge, then the field is emptied.
const field = document.querySelector("input");
field?.focus();
document.querySelector("form")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  await bridge().signIn(field?.value ?? "");
  if (field) field.value = "";
  document.body.replaceChildren("sent");
});
