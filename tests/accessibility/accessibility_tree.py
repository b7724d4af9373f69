"""Prints what a screen reader is told of an app: its AT-SPI tree as JSON. The app is named by its process id."""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi


def main():
    process_id = int(sys.argv[1])
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
    found = [app for app in apps if app is not None and app.get_process_id() == process_id]
    json.dump([describe(app) for app in found], sys.stdout)


def describe(node):
    children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "text": text_of(node),
        # How loudly a change in it is announced, by itself or by what it is in.
        "live": (node.get_attributes() or {}).get("container-live", ""),
        "focused": node.get_state_set().contains(Atspi.StateType.FOCUSED),
        "children": [describe(child) for child in children if child is not None],
    }


def text_of(node):
    if "Text" not in node.get_interfaces():
        return ""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


main()
