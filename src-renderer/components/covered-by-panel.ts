import { createContext } from "preact";

/** Whether a panel covers the screen, which is then hidden but keeps running. */
export const CoveredByPanel = createContext(false);
