"""The library, as a notebook uses it."""

import pandas as pd
import pytest
import spacy

import solieu
from solieu.errors import ConfigError

TEXT = (
    "Mở rộng cụm công nghiệp Đông Thọ\n\n"
    "Cụm công nghiệp Đông Thọ có tổng diện tích gần 50 ha, tỷ lệ lấp đầy đạt hơn 80%.\n"
    "Ông Trần Văn Lâm, Phó Chủ tịch UBND huyện Yên Phong, cho biết: Huyện đã chi 12 tỷ đồng.\n"
)
HTML = "<html><body><nav><a href=/>Trang chủ</a></nav><article><h1>{}</h1>{}</article></body></html>"


def test_text_gives_every_table():
    tables = solieu.extract(text=TEXT, url="https://bao.example.vn/a", published="2024-05-20")
    assert tables.articles.loc[0, ["title", "url", "published"]].tolist() == [
        "Mở rộng cụm công nghiệp Đông Thọ",
        "https://bao.example.vn/a",
        "2024-05-20",
    ]
    assert tables.quantities[["kind", "low", "unit", "comparator"]].to_numpy().tolist() == [
        ["area", 50.0, "ha", "<~"],
        ["percent", 80.0, "%", ">"],
        ["money", 12e9, "VND", "="],
    ]
    assert tables.officials[["name", "title", "organisation"]].to_numpy().tolist() == [
        ["Trần Văn Lâm", "Phó Chủ tịch", "UBND huyện Yên Phong"]
    ]
    assert {"Trần Văn Lâm", "UBND huyện Yên Phong"} <= set(tables.entities["text"])


@pytest.mark.parametrize("encoded", [False, True])
def test_html_gives_what_its_text_gives(encoded):
    title, *paragraphs = [line for line in TEXT.split("\n") if line]
    html = HTML.format(title, "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))
    tables = solieu.extract(html=html.encode() if encoded else html)
    assert tables.articles.loc[0, "text"] == TEXT.strip()
    pd.testing.assert_frame_equal(
        tables.quantities.drop(columns="article_id"), solieu.extract(text=TEXT).quantities.drop(columns="article_id")
    )


def test_a_page_without_an_article_is_a_row_of_skipped():
    tables = solieu.extract(html="<html><body><a href=/>Trang chủ</a></body></html>")
    assert len(tables.articles) == 0
    assert tables.skipped.loc[0, "reason"] == "no_article"


@pytest.mark.parametrize("arguments", [{}, {"html": "<p>", "text": "a"}])
def test_exactly_one_of_html_and_text(arguments):
    with pytest.raises(ConfigError, match="html"):
        solieu.extract(**arguments)


def test_the_pipeline_is_a_spacy_language_whose_doc_is_the_text():
    nlp = solieu.load()
    assert isinstance(nlp, spacy.language.Language)
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [span.text for span in doc.spans["area"]] == ["50 ha"]
    assert "PER" in {ent.label_ for ent in doc.ents}
    assert doc.text[doc._.facts[0].start : doc._.facts[0].end] == doc._.facts[0].text
    assert [len(list(one.sents)) for one in nlp.pipe([TEXT, "Một câu. Hai câu."])] == [3, 2]


def test_importing_solieu_is_cheap():
    assert solieu.__version__
    assert not hasattr(solieu, "pandas")
