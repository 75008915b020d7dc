"""What stands around the article on a page, named by kind: what a reader of the cut needs to trust it."""

from __future__ import annotations

from collections.abc import Iterator

from solieu.clean.canonical import line
from solieu.clean.chrome import TAGS, kind_of_line, kind_of_names
from solieu.clean.elsewhere import MAX_CUT, is_link_list
from solieu.clean.measure import linked_length, text_of
from solieu.clean.parse import Tree
from solieu.clean.region import names_of
from solieu.records import Cut

MENU_LINK = 24  # characters of a link, on average, below which a list of links is a menu
MAX_PARTS = 400  # cuts listed on each side of the article; a page with more is a list of links


def cuts_around(region: Tree, used: frozenset[Tree]) -> tuple[list[Cut], list[Cut]]:
    """List what stands before and behind the region; `used` are the elements the article was read from too."""
    path = [node for node in (region, *region.iterancestors()) if node.getparent() is not None]
    above, below = [], []
    for node in path:
        below += [cut for sibling in node.itersiblings() for cut in named_parts(sibling, used)]
    for node in reversed(path):
        elder = list(node.itersiblings(preceding=True))[::-1]
        above += [cut for sibling in elder for cut in named_parts(sibling, used)]
    return above[:MAX_PARTS], below[:MAX_PARTS]


def named_parts(node: Tree, used: frozenset[Tree]) -> Iterator[Cut]:
    """Yield the parts of an element by kind, each as large as one name or line covers."""
    stack = [node]
    while stack:
        part = stack.pop()
        if part in used or not isinstance(part.tag, str) or part.tag == "head":
            continue
        found = kind_of_part(part)
        if found is None:
            stack.extend(reversed(part))
            continue
        if text := text_of(part):
            yield Cut(*found, text[:MAX_CUT])


def mean_link(node: Tree) -> float:
    """Return the mean length of an element's links: sections have short names, articles have headlines."""
    return linked_length(node) / max(sum(1 for _ in node.iter("a")), 1)


def kind_of_part(part: Tree) -> tuple[str, str] | None:
    """Name the kind of an element and the rule; None where its parts are to be named one by one."""
    if part.tag in TAGS:
        return TAGS[part.tag], f"<{part.tag}>"
    names = names_of(part)
    if kind := kind_of_names(names):
        return kind, f"named {names}"
    if is_link_list(part):
        return "menu" if mean_link(part) < MENU_LINK else "related", "a list of links"
    if len(part):
        return None
    return kind_of_line(line(part.text or "")) or "other", "outside of the article"
