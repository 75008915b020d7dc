"""solieu: facts a researcher can cite, out of scraped Vietnamese news pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from solieu.tables import Tables

__all__ = ["__version__", "extract", "load"]
__version__ = "0.1.0"


def extract(
    *, html: str | bytes | None = None, text: str | None = None, url: str | None = None, published: str | None = None
) -> Tables:
    r"""Read one page or text: an object with `.articles .entities .quantities .officials .statements .skipped` as DataFrames.

    Give `html` (a page) or `text` (an article, its title on the first line, or a text dump of a page).
    A page with no article gives empty tables and a row in `.skipped`.

    >>> extract(text="Dự án mới\n\nCụm công nghiệp Tân Tiến rộng gần 50 ha.").quantities[["text", "comparator"]].values.tolist()
    [['50 ha', '<~']]
    """
    from solieu.run.single import extract as extract_one  # late: `import solieu` stays quick

    return extract_one(html=html, text=text, url=url, published=published)


def load() -> Language:
    """Load the spaCy pipeline; `load()(text)` gives a `Doc` with `doc.ents`, `doc.spans[kind]` and `doc._.facts`."""
    from solieu.nlp import load as load_pipeline

    return load_pipeline()
