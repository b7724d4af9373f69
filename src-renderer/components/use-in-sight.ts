import { useEffect, useRef } from "preact/hooks";

/**
 * Brings an element into sight when something new is said in it: the field that has the focus may be far below, or the main
 * action, which stays, in front of it.
 * @param said null if nothing is
 * @returns for the element's `ref`
 */
export function useInSight<At extends HTMLElement>(said: unknown) {
  const at = useRef<At>(null);
  useEffect(() => {
    if (said !== null) at.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  return at;
}
