import { type Place, store } from "./store.ts";

const KEPT = "without-linking" satisfies Place;

/**
 * Keeps, over a reload, that the cardholder goes on without linking this computer. Main empties the window's memory by a
 * reload whenever a PIN change is left (docs/threat-model.md), and "back to your cards" would lead to the question whether
 * to link it. The mark is in the page's entry of the history, which a reload keeps and which no file has.
 */
export function keepPlace(): void {
  if (history.state === KEPT) store.setState({ place: KEPT });
  store.subscribe(({ place }, before) => {
    if (place !== before.place) history.replaceState(place === KEPT ? KEPT : null, "");
  });
}
