import { type ConsentFor, store } from "./store.ts";

/**
 * Asks first whether data about this computer may be sent: once, or each time where the bank takes nothing without and the answer was no.
 * @param isMustOnly only where the bank takes nothing without: what is being entered would be lost
 * @returns whether it does; `consentFor.goOn` follows then
 */
export function asksForConsent(consentFor: ConsentFor, isMustOnly = false): boolean {
  const consent = store.getState().overview?.deviceConsent;
  if (consent == null) return false;
  const isDue = consent.isRequired ? consent.answer?.is !== "given" : consent.answer === null && !isMustOnly;
  if (isDue) store.setState({ consentFor, failure: null });
  return isDue;
}
