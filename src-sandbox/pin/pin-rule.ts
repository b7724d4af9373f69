/** What is wrong with a PIN, in the words of docs/solaris-api.md §2; undefined if nothing is. */
export function findPinFault(pin: string): string | undefined {
  // ASCII digits only (docs/solaris-api.md §4); the words for this refusal are the sandbox's own choice.
  if (!/^[0-9]{4}$/.test(pin)) return "must be exactly 4 digits";
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? Number.NaN));
  // A run that wraps (7890, 0987) is allowed, as both known implementations do (Q14).
  if (steps.every((step) => step === 1) || steps.every((step) => step === -1)) {
    return "must not contain sequential digits";
  }
  // Counts repeated digits anywhere, not only adjacent ones (Q12). Two pairs (1122) are allowed (Q13).
  if (digits.some((digit) => digits.filter((other) => other === digit).length >= 3)) {
    return "must not contain three or more repeating digits";
  }
  return undefined;
}
