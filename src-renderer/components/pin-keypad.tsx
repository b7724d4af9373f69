import type { RefObject } from "preact/compat";
import { useEffect, useRef } from "preact/hooks";
import { useWindowState } from "../store.ts";
import { Keypad } from "./keypad.tsx";

/** The keypad for a form's PIN fields, if the cardholder wants one. Off with a screen reader, which would speak each key. */
export function PinKeypad({ form }: { readonly form: RefObject<HTMLFormElement | null> }) {
  const settings = useWindowState((state) => state.settings);
  const field = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    const remember = () => {
      const { activeElement } = document;
      const isPin = activeElement instanceof HTMLInputElement && activeElement.matches(".secret[inputmode=numeric]");
      if (isPin) field.current = activeElement;
    };
    remember();
    form.current?.addEventListener("focusin", remember);
    return () => form.current?.removeEventListener("focusin", remember);
  }, []);
  if (!__POLICY__.keypad || settings === null || settings.screenReader || settings.settings.keypad === "off")
    return null;
  return <Keypad shuffled={settings.settings.keypad === "shuffled"} field={() => field.current} />;
}
