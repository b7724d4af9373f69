/**
 * In seconds: how far the provider's clock, or that of a proof's sender, may differ from this server's. Servers that keep the
 * time differ by much less.
 */
export const CLOCK_TOLERANCE = 5;
