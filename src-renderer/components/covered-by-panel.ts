import { createContext } from "preact";

/** Whether a panel lies over the screen: it is not seen then, and goes on. */
export const CoveredByPanel = createContext(false);
