"""Presses a button as assistive technology does: by its AT-SPI action, without any key or pointer. Names: a process id, the button."""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi


def main():
    process_id, name = int(sys.argv[1]), sys.argv[2]
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
    for app in apps:
        if app is not None and app.get_process_id() == process_id and press(app, name):
            return
    sys.exit("there is no such button")


def press(node, name):
    if node.get_role_name() == "push button" and node.get_name() == name:
        return Atspi.Action.do_action(node, 0)
    children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    return any(press(child, name) for child in children if child is not None)


main()
