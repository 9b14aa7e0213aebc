"""Any registry, any text: names are read in all ways of writing them, and no word is dropped."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.data.model.donvi import DonVi, Nhom, SoDonVi
from docgen.text.folding import name_key
from docgen.work.units import Registry
from docgen.work.units.leftovers import Leftover
from docgen.work.units.registry import Mention
from tests.hostile.words import HOSTILE, thorough
from tests.work.test_units import REGISTRY

HEADS = ("Sở", "Ban", "Phòng", "Chi cục", "Hội", "Báo", "Trung tâm", "Công an", "Cục")
WORDS = ("Nông nghiệp", "Tài chính", "Y tế", "Nội vụ", "Văn hóa", "Thể thao", "Quản lý", "Dân tộc", "Thủy lợi", "Thú y", "Hòa An")
NAMES = st.builds(
    lambda head, words, joint: f"{head} {joint.join(words)}",
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
    st.sampled_from([", ", " và ", " - "]),
)
REGISTRIES = st.lists(NAMES, min_size=1, max_size=6, unique_by=name_key)
LINKS = {"và", "cùng", "với", "do", "hoặc", "các", "chủ", "trì", "phối", "hợp"}


@lru_cache(maxsize=256)
def registry_of(names: tuple[str, ...]) -> Registry:
    return Registry(SoDonVi(don_vi=tuple(DonVi(ten=name) for name in names)), 2023)


def old_tone_marks(text: str) -> str:
    return text.replace("òa", "oà").replace("ủy", "uỷ").replace("óa", "oá")


SPELLINGS: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
    [
        str,
        str.upper,
        str.lower,
        old_tone_marks,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace(" - ", "–"),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" và ", " & "),
    ]
)


@thorough(200)
@given(REGISTRIES, st.data())
def test_a_list_of_names_reads_back_as_those_names_however_it_is_spelled(names: list[str], data: st.DataObject) -> None:
    listed = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=5))
    spell = data.draw(SPELLINGS)
    text = "; ".join(spell(name) for name in listed)
    reading = registry_of(tuple(names)).read(text)
    assert [mention.don_vi for mention in reading.mentions] == [(name,) for name in listed]
    assert reading.leftovers == ()


@thorough(200)
@given(
    REGISTRIES,
    st.lists(NAMES | HOSTILE | st.sampled_from(sorted(LINKS)), max_size=6),
    st.sampled_from([", ", "; ", " ", "\n", " và "]),
)
def test_no_word_is_dropped(names: list[str], pieces: list[str], between: str) -> None:
    assert_covered(registry_of(tuple(names)), between.join([*pieces, names[0]]))


@thorough(300)
@given(HOSTILE)
def test_the_sample_registry_reads_anything(text: str) -> None:
    assert_covered(REGISTRY, text)
    REGISTRY.read_opening(text)


def assert_covered(registry: Registry, text: str) -> None:
    reading = registry.read(text)
    read: list[Mention | Leftover] = [*reading.mentions, *reading.leftovers]
    spans = sorted((one.start, one.start + len(one.text)) for one in read)
    assert all(text[one.start : one.start + len(one.text)] == one.text for one in read)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans)), "they do not overlap"
    for word in re.finditer(r"\w+", text):
        if not any(start <= word.start() and word.end() <= end for start, end in spans):
            assert not any(start < word.end() and word.start() < end for start, end in spans) or "_" in word.group(), word
            assert is_link(word.group()), (word.group(), text)


def is_link(word: str) -> bool:
    return not name_key(word) or word.casefold() in LINKS


@thorough(200)
@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_any_names_make_a_registry_or_are_refused(names: list[str]) -> None:
    try:
        so = SoDonVi(don_vi=tuple(DonVi(ten=name) for name in names))
    except ValueError:
        assume(False)
    Registry(so, 2023).read("; ".join(names))


EXCEPTIONS = st.sampled_from(
    [
        "{group} (trừ {out})",
        "{group} trừ {out}",
        "{group}, không bao gồm {out}",
        "{group} (không gồm {out}); Đơn vị lạ",
        "{group} ({out} không tham gia)",
        "{group}; riêng {out} không tham gia",
        "Ngoài {out}, {group}",
        "{group} (ngoại trừ: {out}), rà soát, báo cáo",
    ]
)


@thorough(200)
@given(st.lists(NAMES, min_size=2, max_size=6, unique_by=name_key), st.data())
def test_members_left_out_of_a_group_are_left_out_and_no_others(names: list[str], data: st.DataObject) -> None:
    assume(not any(name_key(one) in name_key(other) for one in names for other in names if one != other))
    out = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=len(names) - 1, unique=True))
    group = "các cơ quan trong khối"
    so = SoDonVi(don_vi=tuple(DonVi(ten=name, nhom=(group,)) for name in names), nhom=(Nhom(ten=group),))
    said = data.draw(EXCEPTIONS).format(group=group, out=data.draw(st.sampled_from([", ", " và "])).join(out))
    registry = Registry(so, 2023)
    stay = tuple(name for name in names if name not in out)
    assert registry.read(said).don_vi == stay
    assert registry.read_opening(f"{said}").don_vi == stay
