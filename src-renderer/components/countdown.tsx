import { useEffect, useState } from "preact/hooks";

/**
 * Seconds left until a point in time, counted on once a second.
 * @param until RFC 3339, or milliseconds since 1970; null: none are left
 */
export function useSecondsLeft(until: string | number | null): number {
  const left = () => secondsUntil(until);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}

function secondsUntil(until: string | number | null): number {
  if (until === null) return 0;
  const at = typeof until === "number" ? until : Date.parse(until);
  return Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

/** Minutes and seconds, as a clock shows them. */
export function asClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
