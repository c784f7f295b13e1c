"""Prints what a browser tells screen readers by AT-SPI of the page whose title is given: role, name, state, language.

Needs gir1.2-atspi-2.0, at-spi2-core and python3-gi, and runs in the session that the browser runs in.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

States = Atspi.StateType
SHOWN = {
    States.CHECKED: "checked",
    States.FOCUSED: "focused",
    States.INVALID_ENTRY: "invalid",
    States.PRESSED: "pressed",
}
# Boxes that say nothing.
SILENT = {"static", "section", "panel", "text container", "filler", "unknown", "redundant object"}


def find(node, title, depth=0):
    """The document of the page."""
    if node is None or depth > 12:
        return None
    if node.get_role() == Atspi.Role.DOCUMENT_WEB and title in (node.get_name() or ""):
        return node
    for index in range(node.get_child_count()):
        found = find(node.get_child_at_index(index), title, depth + 1)
        if found:
            return found
    return None


def text_of(node):
    """Its own words, without those of its children."""
    try:
        text = Atspi.Text.get_text(node, 0, -1)
    except Exception:
        return ""
    return " ".join((text or "").replace("\ufffc", " … ").split())


def language_of(node):
    for attributes in (attributes_of_text(node), node.get_attributes() or {}):
        if attributes.get("language"):
            return attributes["language"]
    return (node.get_object_locale() or "").replace("_", "-")


def attributes_of_text(node):
    try:
        return Atspi.Text.get_attribute_run(node, 0, True)[0] or {}
    except Exception:
        return {}


def describe(node, depth=0, language="", told=""):
    """Lines for it and all in it; `told` is what its parent has said already."""
    role = node.get_role_name()
    name = " ".join((node.get_name() or "").split())
    words = text_of(node)
    if role == "static" and (name or words) in told:
        return []
    said = states_of(node)
    own = language_of(node)
    line = role + (f' "{name}"' if name else "")
    line += f": {words}" if words and words != name else ""
    line += f" [{', '.join(said)}]" if said else ""
    if own and own != language and words:
        line += f" ({own})"
        language = own
    is_shown = bool(name or words or said or role not in SILENT)
    lines = ["  " * depth + line] if is_shown else []
    for child in children(node):
        lines += describe(child, depth + (1 if is_shown else 0), language, f"{name} {words}" if is_shown else told)
    return lines


def states_of(node):
    states = node.get_state_set()
    attributes = node.get_attributes() or {}
    said = [word for state, word in SHOWN.items() if states.contains(state)]
    if states.contains(States.EXPANDABLE):
        said.append("expanded" if states.contains(States.EXPANDED) else "collapsed")
    if attributes.get("current", "false") != "false":
        said.append("current " + attributes["current"])
    if attributes.get("level") and "heading" in node.get_role_name():
        said.append("level " + attributes["level"])
    return said


def children(node):
    found = (node.get_child_at_index(index) for index in range(node.get_child_count()))
    return [child for child in found if child is not None]


def main():
    title = sys.argv[1]
    Atspi.init()
    before = []
    for _ in range(100):
        try:
            page = find(Atspi.get_desktop(0), title)
            lines = describe(page) if page else []
        except GLib.GError:
            # The page before it went while it was read.
            lines = []
        # It is all there once it no longer changes.
        if len(lines) > 5 and lines == before:
            print("\n".join(lines))
            return 0
        before = lines
        Atspi.get_desktop(0).clear_cache()
        time.sleep(0.5)
    print(f"No page “{title}” in the tree.", file=sys.stderr)
    return 1


sys.exit(main())
