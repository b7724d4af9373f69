import { en } from "./en.ts";
import type { WindowTexts } from "./words.ts";

export const fr: WindowTexts = en;
