// Ways round the import boundaries: members that no file may read, however that is written. linter-rules.mjs makes the
// linter's plugins from this list (`npm run docs`), and tests/import-boundaries lints every way to write each.

/**
 * @typedef {object} DeniedMembers
 * @property {string} name of the plugin
 * @property {string} message
 * @property {readonly string[]} folders
 * @property {readonly string[]} [except] the files that may
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
      // The same things under other names.
      ...["window", "document", "frames", "top", "parent", "opener", "defaultView"],
    ],
  },
  {
    name: "other-realms",
    message: "The page has one window and one document, and names them so.",
    folders: ["src-preload/", "src-renderer/"],
    members: ["ownerDocument", "contentWindow", "contentDocument"],
  },
  {
    name: "past-the-loader",
    message: "Modules come by import; the environment is read in index.ts.",
    folders: app,
    except: ["src-main/index.ts"],
    of: ["process"],
    members: ["getBuiltinModule", "binding", "dlopen", "mainModule", "env"],
  },
  {
    name: "out-of-the-app",
    message: "The app opens nothing outside of itself, and no developer tools.",
    folders: besidesTheWindow,
    members: ["openDevTools", "setAsDefaultProtocolClient", "getAllWebContents"],
  },
  {
    name: "page-outside",
    message: "Only shell/open-browser.ts opens a page outside of the app: the identity provider's.",
    folders: besidesTheWindow,
    except: ["src-main/shell/open-browser.ts"],
    members: ["openExternal"],
  },
  {
    name: "file-outside",
    message: "Only shell/open-installer.ts opens a file: an installer whose bytes were checked.",
    folders: besidesTheWindow,
    except: ["src-main/shell/open-installer.ts"],
    members: ["openPath"],
  },
  {
    name: "script-in-the-page",
    message: "Only one-realm.ts runs script in the page: it takes WebRTC from it.",
    folders: besidesTheWindow,
    except: ["src-preload/one-realm.ts"],
    members: ["executeJavaScript"],
  },
  {
    name: "contents-ipc",
    message:
      "Only shell/ipc.ts receives the window's calls, and checks each; shell/device-data-page.ts the one message of its own page.",
    folders: ["src-main/"],
    except: ["src-main/shell/ipc.ts", "src-main/shell/device-data-page.ts"],
    members: ["ipc"],
  },
  {
    name: "told-to-the-page",
    message: "Only shell/event-channel.ts sends the page what it did not ask for: the events of the contract.",
    folders: ["src-main/"],
    except: ["src-main/shell/event-channel.ts"],
    of: ["contents", "webContents", "sender", "mainFrame", "senderFrame"],
    members: ["send", "sendToFrame", "postMessage"],
  },
  {
    name: "private-key",
    message: "Only the file that signs with the unrestricted private key reads it; its record's file describes it.",
    folders: app,
    except: ["src-main/keys/device-key.ts", "src-main/keys/enrolment-record.ts"],
    members: ["private_key"],
  },
];

/**
 * Globals that are used by their members alone: under another name (`const w = window`) no rule would know them.
 * @typedef {object} DeniedValues
 * @property {string} name of the plugin
 * @property {string} message
 * @property {readonly string[]} folders
 * @property {readonly string[]} [except] the files that may
 * @property {readonly string[]} globals
 */

/** @type {readonly DeniedValues[]} */
export const deniedValues = [
  {
    name: "window-by-another-name",
    message: "Write `window.member` or `document.member`: neither is handed on, or gets another name.",
    folders: ["src-preload/", "src-renderer/"],
    globals: ["window", "document"],
  },
  {
    name: "process-by-another-name",
    message: "Write `process.member`: no variable, parameter or argument is the process itself, or has its name.",
    folders: app,
    // The start hands it on. The diagnosis gives this name to the part of it that it receives.
    except: ["src-main/index.ts", "src-main/shell/electron-options.ts", "src-main/diagnosis/open-diagnosis.ts"],
    globals: ["process"],
  },
];
