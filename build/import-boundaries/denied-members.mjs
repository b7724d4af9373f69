// Ways round the import boundaries: what no object may be asked for, however that is written. linter-rules.mjs makes the
// linter's plugins of it (`npm run docs`), and tests/import-boundaries lints every way to write each.

/**
 * @typedef {object} DeniedMembers
 * @property {string} name of the plugin
 * @property {string} message
 * @property {readonly string[]} folders
 * @property {string} [except] the one file that may
 * @property {readonly string[]} [of] the objects' names; without them, of any object
 * @property {readonly string[]} members
 */

const app = ["src-main/", "src-preload/", "src-renderer/"];
const besidesTheWindow = ["src-main/", "src-preload/"];

/** @type {readonly DeniedMembers[]} */
export const deniedMembers = [
  {
    name: "text-as-markup",
    message: "Text does not become markup.",
    folders: app,
    members: [
      ...["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment", "srcdoc"],
      "dangerouslySetInnerHTML",
    ],
  },
  {
    name: "past-the-bridge",
    message: "The page and its preload reach nothing but the bridge, and keep nothing.",
    folders: ["src-preload/", "src-renderer/"],
    of: ["window", "document", "frames", "top", "parent", "defaultView", "globalThis"],
    members: [
      ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "navigator", "open", "write", "writeln"],
      ...["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore", "cookie", "self", "globalThis"],
    ],
  },
  {
    name: "past-the-loader",
    message: "Modules come by import; the environment is read in index.ts.",
    folders: app,
    except: "src-main/index.ts",
    of: ["process"],
    members: ["getBuiltinModule", "binding", "dlopen", "mainModule", "env"],
  },
  {
    name: "out-of-the-app",
    message: "Nothing is opened outside of the app, nor any window's tools.",
    folders: besidesTheWindow,
    members: ["openExternal", "openPath", "openDevTools", "setAsDefaultProtocolClient", "getAllWebContents"],
  },
  {
    name: "script-in-the-page",
    message: "Only one-realm.ts runs script in the page: it takes WebRTC from it.",
    folders: besidesTheWindow,
    except: "src-preload/one-realm.ts",
    members: ["executeJavaScript"],
  },
  {
    name: "contents-ipc",
    message: "Calls of the window come in at shell/ipc.ts alone, which checks each.",
    folders: ["src-main/"],
    except: "src-main/shell/ipc.ts",
    members: ["ipc"],
  },
];
