import { loadPanelWords, loadWords } from "../../src-renderer/words/words.ts";

// The window loads the words of its language before it draws; the parts of it that are tested alone speak English.
await loadWords("en");
await loadPanelWords();
