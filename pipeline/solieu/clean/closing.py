"""The signature or source line that stands behind the body's own element: still the article's."""

from __future__ import annotations

from itertools import islice

from solieu.clean.authors import has_surname, is_signature, read_authors
from solieu.clean.blocks import LEVELS, RIGHT
from solieu.clean.ending import MAX_SOURCE, is_source
from solieu.clean.parse import Tree
from solieu.clean.prune import BOTTOM
from solieu.clean.region import Places, chrome_kind, lines_in, names_of

REACH = 12  # elements behind the body within which it stands
MOST = 2


def closing_of(found: Places) -> list[Tree]:
    """List the elements right behind the region that sign the article: two at most, the first lines there."""
    lines = lines_in(found, found.last + 1, found.last + REACH, limit=MAX_SOURCE)
    closing: list[Tree] = []
    for node, text in islice(lines, MOST):
        if not is_closing(node, text):
            break
        closing.append(node)
    return closing


def is_closing(node: Tree, text: str) -> bool:
    """Tell whether a line behind the body signs it: a source, or names set to the right or with family names, in no named box."""
    near = list(islice((node, *node.iterancestors()), LEVELS))
    if any(chrome_kind(at) or at.tag in {"a", "li"} or BOTTOM.search(names_of(at).lower()) for at in near):
        return False
    right = any(RIGHT.search(f"{at.get('align')} {at.get('style', '')} {names_of(at)}".lower()) for at in near)
    return is_source(text) or (is_signature(text) and (right or all(map(has_surname, read_authors(text)))))
