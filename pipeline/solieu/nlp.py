"""The spaCy pipeline: the only place that names and orders its components."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans, registry

from solieu.entities import find_entities
from solieu.facts import FACTS, facts_in
from solieu.facts.kind import Fact
from solieu.records import Article, Quantity, Reading
from solieu.tokens import WordTokenizer, mark_sentences

COMPONENTS = ("solieu_sentences", "solieu_entities", "solieu_facts")

for _name, _default in (("published", None), ("names", ()), ("facts", ())):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


@registry.tokenizers("solieu.words.v1")  # type: ignore[untyped-decorator]  # catalogue's
def make_tokenizer() -> object:
    """Make underthesea's tokenizer for a spaCy config."""
    return lambda nlp: WordTokenizer(nlp.vocab)


@Language.component("solieu_sentences", assigns=["token.is_sent_start"])
def sentences(doc: Doc) -> Doc:
    """Mark underthesea's sentences."""
    return mark_sentences(doc)


@Language.component("solieu_entities", requires=["token.is_sent_start"], assigns=["doc.ents", "doc._.names"])
def entities(doc: Doc) -> Doc:
    """Find the names: `doc._.names` to the character, `doc.ents` to the words that hold them."""
    doc._.names = find_entities(doc.text, doc.user_data["sentences"], doc._.published)
    spans = [doc.char_span(name.start, name.end, name.label, alignment_mode="expand") for name in doc._.names]
    doc.ents = filter_spans([span for span in spans if span is not None])
    return doc


@Language.component("solieu_facts", requires=["doc._.names"], assigns=["doc.spans", "doc._.facts"])
def facts(doc: Doc) -> Doc:
    """Read the facts: `doc._.facts` in full, `doc.spans[kind]` to the words that hold them."""
    doc._.facts = tuple(facts_in(Reading(doc.text, doc.user_data["sentences"], doc._.names, doc._.published)))
    for kind in FACTS:
        spans = [
            doc.char_span(fact.start, fact.end, kind, alignment_mode="expand") for fact in doc._.facts if kind_of(fact) == kind
        ]
        doc.spans[kind] = [span for span in spans if span is not None]
    return doc


def load() -> Language:
    """Load the pipeline: underthesea's words and sentences, the names, the facts.

    >>> load().pipe_names
    ['solieu_sentences', 'solieu_entities', 'solieu_facts']
    """
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "solieu.words.v1"}}})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def read(nlp: Language, article: Article) -> Doc:
    """Run the pipeline over an article; its date tells what `năm nay` means."""
    doc = nlp.make_doc(article.text)
    doc._.published = article.published
    return nlp(doc)


def kind_of(fact: Fact) -> str:
    """Name the kind of a fact as `FACTS` does."""
    return fact.kind if isinstance(fact, Quantity) else type(fact).__name__.lower()
