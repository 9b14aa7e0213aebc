"""Typed text as lines: which open with a level mark, which go on with the one above, and what their marks in braces say."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from docgen.text.dau_muc import Cap, Mark, ends_a_sentence, heads, mark_of
from docgen.text.folding import folded_words
from docgen.text.nut_dan_y import Told, Words
from docgen.text.patterns import lazy_re
from docgen.text.wording import shortened

DUTIES: Final = {"giao việc": "có", "không giao việc": "không"}
UNITS, TABLE, TASKS = "đơn vị", "bảng", "nhiệm vụ"
PARAGRAPH, HEADING, BREAK = "đoạn", "tiêu đề", "xuống dòng"
LEAVING: Final = {"hết mục": Cap.MUC, "hết tiểu mục": Cap.TIEU_MUC, "hết khoản": Cap.KHOAN}
ALONE: Final = (TABLE, TASKS, *LEAVING)
WITH_WORDS: Final = (UNITS, TABLE, TASKS)  # those that say which behind a colon
BRACES: Final = lazy_re(r"(?<!\\)\{([^{}\n]*)\}")
_NAMES: Final = {folded_words(name): name for name in (*DUTIES, UNITS, *ALONE, PARAGRAPH, HEADING, BREAK)}
_ENDED: Final = lazy_re(r"[.;:!?…][\"”’)\]*_]*\s*\Z")
_INITIAL: Final = lazy_re(r"[A-ZĐ]\.")  # "V. I. Lênin"
_LETTERED: Final = lazy_re(r"[A-ZĐ]\s?[.)/]\s+\S")
_ODD_MARK: Final = lazy_re(r"(?:\d{1,2}|[IVX]+|[a-zđ])\s?[,:;](?=\s+[^\W\d_])|\+\+|--(?=\s?[^\W\d_])")
_RULE: Final = lazy_re(r"([-–—_*=~.+])\1{2,}\s*\Z")
_HALF: Final = lazy_re(r"(?<!\\)\{(?P<name>[^{}:\n]*)[^{}\n]*\Z|(?:\A|(?<=\s))(?P<about>[^\W\d_]+ [^\W\d_]+):[^{}\n]*\}")
_LITERAL_BRACE: Final = lazy_re(r"\\(?P<brace>[{}])")
_SHORT: Final = 40  # letters: a line that is broken for its length is longer
_END_MARKS: Final = (".", ";", ",")
_OPENING_FACE: Final = ("**", "__")


@dataclass
class Line:
    """A typed line, with those that go on with it: from where to where it stands, its mark, its words, what its braces say.

    `more` are the words of lines that go on with it, until they are joined.
    """

    start: int
    end: int
    mark: Mark | None
    words: Words
    braces: dict[str, Words] = field(default_factory=dict)
    more: list[Words] = field(default_factory=list)

    @property
    def stands_alone(self) -> bool:
        """Return whether it names a table or ends a section, so that it goes on with nothing and nothing with it."""
        if not self.braces.keys().isdisjoint(ALONE):
            return True
        match = BRACES.fullmatch(self.words.text) if self.mark is None else None
        return match is not None and _NAMES.get(folded_words(match[1].partition(":")[0])) in ALONE


class Lines:
    """The lines of `typed`, and what is wrong with them (`problems`) or to be looked at (`remarks`)."""

    def __init__(self, typed: str) -> None:
        self.problems: list[Told] = []
        self.remarks: list[Told] = []
        self._numbers: dict[Cap, int] = {}
        self._typed = typed
        self.lines = list(self._joined())
        for line in self.lines:
            line.words = line.words.then(*line.more) if line.more else line.words
            self._read_braces(line)

    def _joined(self) -> Iterator[Line]:
        """Yield the lines, each with those that begin with a blank and no mark put behind it."""
        rows = self._typed.split("\n")
        margin = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
        current, at = None, 0
        for row in rows:
            start, at = at + len(row) - len(row.lstrip()), at + len(row) + 1
            if not row.strip():
                if current is not None:
                    yield current
                current = None
                continue
            line = self._line(start, row.strip())
            goes_on = line.mark is None and start - (at - len(row) - 1) > margin and not line.stands_alone
            untitled = (
                current is not None and current.mark is not None and current.mark.cap is Cap.PHAN and not current.words.text
            )
            goes_on = goes_on or (untitled and line.mark is None and not line.stands_alone)  # "PHẦN I" above its heading
            if current is not None and goes_on and not current.stands_alone:
                self._look_at_joint(current, line)
                if current.words.text or current.more:
                    current.more.append(Words(" ", ((current.end, start),)))
                current.more.append(line.words)
                current.end = line.end
                continue
            if current is not None:
                self._look_at_break(current, line)
                yield current
            current = line
        if current is not None:
            yield current

    def _line(self, start: int, bare: str) -> Line:
        end = start + len(bare)
        words = Words(bare, tuple(zip(range(start, end), range(start + 1, end + 1), strict=True)))
        if bare.startswith("\\") and len(bare) > 1:
            return Line(start, end, None, words.part(1))
        face = next((face for face in _OPENING_FACE if bare.startswith(face)), "")
        mark = mark_of(bare[len(face) :].lstrip()) if face else mark_of(bare)
        if face and mark is not None and mark.cap in (Cap.Y, Cap.CONG):
            face, mark = "", None
        if mark is None or not self._counts(mark, bare):
            self._look_at_opening(start, bare)
            return Line(start, end, None, words)
        at = len(bare) - len(bare[len(face) :].lstrip()) + mark.end
        behind = words.part(at)
        if face and behind.text.startswith(face):  # "**1.** Mục đích"
            return Line(start, end, mark, behind.part(len(face)))
        return Line(start, end, mark, Words(face, words.spots[: len(face)]).then(behind) if face else behind)

    def _counts(self, mark: Mark, line: str) -> bool:
        """Return whether `mark` is one here, and remember its number; one that words may open with is one in its turn alone."""
        in_turn = mark.too_deep or mark.number == self._numbers.get(mark.cap, 0) + 1
        if mark.cap is Cap.TIEU_MUC and not mark.sure:
            in_turn = in_turn and mark.above == self._numbers.get(Cap.MUC, 0)
        initial = mark.cap is Cap.PHAN and len(mark.typed) == 2 and (ends_a_sentence(line) or _INITIAL.match(line, mark.end))
        if not in_turn and (not mark.sure or initial):
            return False
        if not mark.too_deep:
            self._numbers = {cap: number for cap, number in self._numbers.items() if cap <= mark.cap}
            self._numbers[mark.cap] = mark.number
        return True

    def _look_at_opening(self, start: int, bare: str) -> None:
        if bare.startswith("#"):
            said = "trong phần gõ dưới dấu | không có lời ghi chú; xóa dòng này, hoặc gõ \\# ở đầu dòng nếu là câu chữ"
            self.problems.append(Told(start, said))
        elif _RULE.match(bare):
            self.remarks.append(Told(start, f"dòng kẻ “{shortened(bare, 10)}” được in như đã gõ; xóa đi nếu không cần"))
        elif _LETTERED.match(bare) and heads(bare, deeper=False):
            said = f"“{bare[:2]}” không phải cấp nào nên in như một đoạn; tiêu đề của phần thì gõ I., của mục thì gõ 1."
            self.remarks.append(Told(start, said))
        elif odd := _ODD_MARK.match(bare):
            said = (
                f"“{odd.group()}” ở đầu dòng không phải dấu của cấp nào nên in như đã gõ; các cấp là I., 1., 1.1., a), “-”, “+”"
            )
            self.remarks.append(Told(start, said))
        elif (mark := mark_of(bare)) is not None and mark.cap is Cap.PHAN and mark.sure:
            said = f"“{mark.typed}” ở đầu dòng hiểu là chữ viết tắt của tên; nếu là phần thì bỏ dấu ở cuối dòng"
            self.remarks.append(Told(start, said))
        elif mark is not None:
            said = f"“{mark.typed}” ở đầu dòng không đúng lượt nên hiểu là câu chữ; nếu là số thứ tự thì gõ {_plain_form(mark)}"
            self.remarks.append(Told(start, said))

    def _look_at_joint(self, above: Line, line: Line) -> None:
        """Tell a line that goes on with the one above although both look whole."""
        last = above.more[-1] if above.more else above.words
        heading = not above.more and above.mark is not None and above.mark.cap <= Cap.KHOAN and heads(last.text, deeper=False)
        short = not above.more and len(last.text) < _SHORT
        if last.text and line.words.text[:1].isupper() and (heading or short or _ENDED.search(last.text)):
            said = "dòng này thụt vào nên nối tiếp dòng trên; nếu là đoạn riêng thì viết sát lề, hoặc để một dòng trống ở trên"
            self.remarks.append(Told(line.start, said))

    def _look_at_break(self, above: Line, line: Line) -> None:
        """Tell a line that seems to go on with the one above and does not."""
        if line.mark is not None or above.stands_alone or mark_of(line.words.text) is not None:
            return
        if line.words.text[:1].islower() and not _ENDED.search((above.more or [above.words])[-1].text):
            said = "dòng này mở đầu bằng chữ thường mà không nối với dòng trên; nếu nối tiếp thì để dấu cách ở đầu dòng"
            self.remarks.append(Told(line.start, said))

    def _read_braces(self, line: Line) -> None:
        """Take the marks in braces out of the words of `line`."""
        words, matches = line.words, list(BRACES.finditer(line.words.text))
        cuts = [(match.start(), match.end(), match["brace"]) for match in _LITERAL_BRACE.finditer(words.text)]
        last = _start_of_last(words.text, matches)
        for match in matches:
            said, _, about = match[1].partition(":")
            name = _NAMES.get(folded_words(said))
            if name == BREAK and not about:
                cuts.append((*match.span(), "\n"))
            elif wrong := self._misplaced(name, match, about, line, is_last=match.start() >= last):
                self.problems.append(Told(words.spots[match.start()][0], wrong))
            elif name is not None:
                line.braces[name] = words.part(match.start() + 1 + len(said) + 1, match.end() - 1)
                cuts.append((len(words.text[: match.start()].rstrip()), match.end(), ""))
        self._look_at_half_marks(words)
        line.words = words.cut(sorted(cuts)) if cuts else words

    def _look_at_half_marks(self, words: Words) -> None:
        """Tell a mark in braces that lacks one of the two."""
        for match in _HALF.finditer(BRACES.sub(lambda whole: " " * len(whole.group()), words.text)):
            at, typed, opens = words.spots[match.start()][0], shortened(match.group(), 30), match["name"] is not None
            name = _NAMES.get(folded_words(match["name"] if opens else match["about"]))
            if name is not None and opens:
                self.problems.append(Told(at, f"“{typed}” thiếu dấu }} ở cuối; thêm vào, hoặc gõ \\{{ nếu là câu chữ"))
            elif name in WITH_WORDS:
                self.remarks.append(Told(at, f"“{typed}” thiếu dấu {{ ở đầu nên in như câu chữ; thêm vào, hoặc bỏ dấu }}"))

    def _misplaced(self, name: str | None, match: re.Match[str], about: str, line: Line, *, is_last: bool) -> str | None:
        """Return what is wrong with a mark in braces where it stands, None where nothing is."""
        typed = shortened(match.group(), 30)
        literal = f"nếu là câu chữ thì gõ \\{typed}"
        if name is None:
            close = difflib.get_close_matches(folded_words(match[1].partition(":")[0][:_SHORT]), _NAMES, n=1)
            meant = f"; có phải {{{_NAMES[close[0]]}}}?" if close else ""
            return f"không có dấu {typed}{meant}; {literal}"
        if (name in WITH_WORDS) != bool(about.strip()):
            return f"viết {{{name}: …}}, có tên sau dấu hai chấm" if name in WITH_WORDS else f"viết {{{name}}}, không ghi gì thêm"
        if name in line.braces:
            return f"{{{name}}} đã có trên dòng này; chỉ ghi một lần"
        if name in ALONE and (line.mark is not None or match.span() != (0, len(line.words.text))):
            return f"{{{name}}} phải đứng riêng một dòng"
        return None if is_last else f"{typed} phải đứng cuối dòng; {literal}"


def _start_of_last(text: str, matches: list[re.Match[str]]) -> int:
    """Return where the marks begin that end `text`; a mark of punctuation may stand behind them: "… {đơn vị: Sở A}."."""
    at = len(text.rstrip())
    at = len(text[: at - 1].rstrip()) if text[at - 1 : at] in _END_MARKS else at
    for match in reversed(matches):
        if match.end() != at:
            break
        at = match.start()
        while at and text[at - 1].isspace():
            at -= 1
    return at


def _plain_form(mark: Mark) -> str:
    return {Cap.PHAN: "I.", Cap.MUC: "1.", Cap.TIEU_MUC: "1.1.", Cap.KHOAN: "a)"}.get(mark.cap, "-")
