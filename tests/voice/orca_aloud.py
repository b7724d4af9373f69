"""
Runs Debian's Orca without a sound: what it would have a voice speak, it prints as a line of JSON.

Orca is as it is shipped. Only its speech server, the part that hands text to a synthesizer, is replaced
(orca/speechserver.py); and of its settings the one by which it reads a page that has loaded from top to bottom, which takes as
long as the page and tells nothing of what comes to somebody by itself. A line on the standard input asks whether Orca has said all that it has to say; the answer
is printed in its place among what is said. Ends when its input ends.
"""

import json
import sys
import types

from gi.repository import GLib
from orca import debug, orca, orca_state, speechserver


def tell(**what):
    print(json.dumps(what), flush=True)


class SpeechServer(speechserver.SpeechServer):
    """Prints in a voice's place."""

    @staticmethod
    def getSpeechServer(_info=None):
        return SpeechServer()

    @staticmethod
    def getSpeechServers():
        return [SpeechServer()]

    @staticmethod
    def getFactoryName():
        return "printed"

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["printed", "printed"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        if text:
            tell(said=text)

    def speakCharacter(self, character, acss=None):
        tell(said=character)

    def speakKeyEvent(self, event, acss=None):
        tell(said=event.getKeyName())

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _acss in utteranceIterator:
            tell(said=context.utterance)


def is_silent():
    """Whether Orca has handled every event that has reached it, and every announcement that waits for its turn."""
    if not orca._eventManager._eventQueue.empty():
        return False
    manager = getattr(orca_state.activeScript, "liveRegionManager", None)
    return manager is None or len(manager.msg_queue) == 0


def answer(source, _condition):
    line = source.readline()
    if not line:
        orca.shutdown()
        return False

    def when_silent():
        if not is_silent():
            return True
        tell(silent=line.strip())
        return False

    GLib.timeout_add(20, when_silent)
    return True


def main():
    if len(sys.argv) > 2:
        debug.debugLevel = debug.LEVEL_ALL
        debug.debugFile = open(sys.argv[2], "w")
    sys.modules["printed"] = types.SimpleNamespace(SpeechServer=SpeechServer)
    own = {"speechServerFactory": "printed", "speechServerInfo": None, "sayAllOnLoad": False}
    orca.getSettingsManager().activate(sys.argv[1], own)
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, answer)
    return orca.main()


sys.exit(main())
