import type { ComponentProps } from "preact";
import { passcodeStrength } from "../../src-contract/rules/passcode-strength.ts";
import { devicePasscode } from "../secrets/secret-kinds.ts";
import { words } from "../words/words.ts";
import { SecretField } from "./secret-field.tsx";

/** The props that a secret form gives a field. */
type FieldOfForm = Pick<ComponentProps<typeof SecretField>, "field" | "secret" | "complaint" | "onChange">;

interface NewPasscodeFieldsProps {
  readonly labels: { readonly first: string; readonly again: string };
  readonly first: FieldOfForm;
  readonly again: FieldOfForm;
  readonly takesFocus?: boolean;
}

/** A new device passcode, twice. */
export function NewPasscodeFields({ labels, first, again, takesFocus = true }: NewPasscodeFieldsProps) {
  return (
    <>
      <SecretField
        {...first}
        label={labels.first}
        kind={devicePasscode}
        hint={words().passcode.rules}
        keepsRoom
        judge={passcodeStrength}
        canReveal={__POLICY__.reveal}
        takesFocus={takesFocus}
      />
      <SecretField
        {...again}
        label={labels.again}
        kind={devicePasscode}
        canReveal={__POLICY__.reveal}
        takesFocus={false}
      />
    </>
  );
}
