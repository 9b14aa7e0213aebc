"""What of a Word paper is no text that a plan can hold: pictures, charts, comments, struck words; each with its place and why."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from docgen.check.anatomy import Paper
from docgen.check.anatomy.pieces import is_typed_rule
from docgen.check.view import COMMENT, ENDNOTE, Paragraph, paragraphs_of
from docgen.intake import faces
from docgen.intake.grids import Told
from docgen.text.folding import folded_words, on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.wording import shortened

_NO_ROOM: Final = "dữ liệu không chứa được; chèn vào bản Word sau cùng nếu cần"
_WHY: Final = {
    COMMENT: "nhận xét ở lề, không phải chữ của văn bản",
    ENDNOTE: "chú thích cuối văn bản; gõ lại thành chú thích chân trang nếu cần",
}
_PICTURE: Final = "chữ trong hình ảnh"
_STRUCK: Final = "chữ gạch ngang"
_WHITE: Final = "chữ trắng trên nền trắng"
_WATERMARK: Final = "chữ chìm dưới trang"
_ONE: Final = "không nhập “{words}”: {why}"
_SEVERAL: Final = "không nhập {count} chỗ: {why}"
_PLACEHOLDER: Final = "“{words}” là chỗ chờ điền của mẫu Word; điền hoặc xóa"
_MOST_HEADS: Final = 6  # paragraphs, a heading of a column in each
_TASK: Final = "(?:nhiem vu|noi dung|cong viec|hoat dong|dau viec)"
_HEADS: Final = lazy_re(
    rf"(?:(?:s ?)?tt|so tt)\b.{{0,30}}\b{_TASK}\b.{{0,80}}\b(?:chu tri|thuc hien|phu trach|thoi gian)\b"
    rf"|{_TASK}\b.{{0,40}}\bchu tri\b.{{0,40}}\b(?:phoi hop|thoi gian|san pham)\b"
)
_NO_COLUMNS: Final = (
    "từ đây có vẻ là một bảng không còn cột, nên {count} đoạn nhập như câu chữ và không có nhiệm vụ nào; nhập bảng từ tệp Word, "
    "Excel, hoặc chép lại để các ô cách nhau bằng dấu tab"
)
_AROUND: Final = {"header": "đầu trang", "footer": "chân trang"}
_OF_PAGE: Final = "chữ ở {place}; docgen tự in số trang"
_MOST_PLACES: Final = 12
_NUMBER: Final = lazy_re(r"[-–—\s]*(?:trang\s*)?\d*[-–—\s]*(?:/\s*\d+)?\s*", 2)  # 2: re.IGNORECASE
NO_PLACE: Final = "không có chỗ trong dữ liệu"


class Left(NamedTuple):
    """A piece that is not carried: its place, its words, why."""

    place: str
    words: str
    why: str


def leftovers(paper: Paper, place_of: Callable[[Paragraph], str]) -> Iterator[Left]:
    """Yield what hangs on the paragraphs of `paper` or is not to be printed; `place_of` says where a paragraph stands."""
    view = paper.view
    for paragraph in view.paragraphs:
        yield from (Left(place_of(paragraph), *of) for of in _of_paragraph(paper, paragraph))
    for words in view.watermarks:
        yield Left("mọi trang", words, _WATERMARK)
    seen: set[str] = set()
    for section in view.sections:
        for head in (*section.headers, *section.footers):
            for paragraph in paragraphs_of(head.paragraphs):
                if paragraph.words not in seen and not _NUMBER.fullmatch(paragraph.words):
                    seen.add(paragraph.words)
                    place = _AROUND.get(paragraph.story, _AROUND["header"])
                    yield Left(place, paragraph.words, _OF_PAGE.format(place=place))
    for what in view.unread:
        if "(altChunk)" in what or "(subDoc)" in what:
            yield Left("cả tệp", what, _NO_ROOM)


def _of_paragraph(paper: Paper, paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    for kind, number in paragraph.attached:
        words = paper.view.asides.get((kind, number), "")
        if words or kind not in _WHY:
            yield words or f"[{'hình ảnh' if kind == _PICTURE else kind}]", _WHY.get(kind, _NO_ROOM)
    if struck := faces.struck(paragraph.whole):
        yield struck, _STRUCK
    if unseen := on_one_line("".join(span.text for span in paragraph.unseen)):
        yield unseen, _WHITE


def told_of(left: Sequence[Left]) -> Iterator[Told]:
    """Yield what to say of `left`: a sentence for each reason."""
    for why in dict.fromkeys(one.why for one in left):
        some = [one for one in left if one.why == why]
        said = _ONE if len(some) == 1 else _SEVERAL
        words = said.format(words=shortened(some[0].words), count=len(some), why=why)
        yield Told(tuple(dict.fromkeys(one.place for one in some))[:_MOST_PLACES], words)


def to_fill(paper: Paper, place_of: Callable[[Paragraph], str]) -> Iterator[Told]:
    """Yield a question for each content control that still shows what is to be filled in."""
    for paragraph in paper.view.paragraphs:
        for words in paragraph.placeholders:
            if words.strip():
                yield Told((place_of(paragraph),), _PLACEHOLDER.format(words=shortened(on_one_line(words))))


def lost_tables(paper: Paper, place_of: Callable[[Paragraph], str]) -> Iterator[Told]:
    """Yield a question for each run of paragraphs that opens as a table of tasks does: its columns are gone."""
    titles = {id(line.paragraph) for appendix in paper.phu_luc for line in appendix.ten}
    for run in (paper.main, *(appendix.paragraphs for appendix in paper.phu_luc)):
        there = [paragraph for paragraph in run if paragraph.words and paragraph.place is None and id(paragraph) not in titles]
        for at, paragraph in enumerate(there):
            if _HEADS.match(" ".join(folded_words(each.words) for each in there[at : at + _MOST_HEADS])):
                yield Told((place_of(paragraph),), _NO_COLUMNS.format(count=len(there) - at))
                break


def is_there(paragraph: Paragraph) -> bool:
    """Return whether a paragraph has words that count: no row of underscores, nothing that is struck out whole."""
    return bool(paragraph.words) and not is_typed_rule(paragraph.whole) and bool(faces.words(paragraph.whole))


def why_left(paragraph: Paragraph, paper: Paper) -> str:
    """Return why the words of a paragraph went nowhere."""
    lines = {id(line.paragraph) for line in (paper.head.quoc_hieu, paper.head.tieu_ngu, paper.ten_loai) if line is not None}
    return "docgen tự in" if id(paragraph) in lines else NO_PLACE
