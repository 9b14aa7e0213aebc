"""Which words were taken for which component, so that a person sees at once what was misread."""

from collections.abc import Iterator, Sequence
from typing import Final

from docgen.check.anatomy.components import Paper
from docgen.check.view import Line, Paragraph

Component = tuple[str, str]
_NOT_FOUND: Final = ""
_PART: Final = 60  # characters of a long component that tell it


def components_of(paper: Paper) -> tuple[Component, ...]:
    """Return each component with its words, in the order of the paper; "" for one that every paper has and that was not found."""
    return tuple((name, words) for name, words, always in _all(paper) if words or always)


def _all(paper: Paper) -> Iterator[tuple[str, str, bool]]:
    head, letter = paper.head, paper.is_cong_van
    yield "Loại văn bản", paper.loai or _NOT_FOUND, True
    yield "Quốc hiệu", _words(head.quoc_hieu), True
    yield "Tiêu ngữ", _words(head.tieu_ngu), True
    yield "Cơ quan chủ quản", _words(*head.chu_quan), False
    yield "Cơ quan ban hành", _words(*head.ban_hanh), True
    yield "Số, ký hiệu", _words(head.so_ky_hieu), True
    yield "Địa danh và thời gian", _words(head.dia_danh), True
    for name, line in (("Độ khẩn", head.khan), ("Độ mật", head.mat), ("Phạm vi lưu hành", head.luu_hanh)):
        yield name, _words(line), False
    yield "Tên loại", _words(paper.ten_loai), not letter
    yield "Trích yếu", _words(*(head.trich_yeu_cong_van if letter else paper.trich_yeu)), True
    yield "Thẩm quyền ban hành", _words(*paper.tham_quyen), False
    yield "Kính gửi", _words(*paper.kinh_gui), letter
    yield "Căn cứ", _from_to([base.whole for base in paper.can_cu]), False
    yield "Nội dung", _from_to([each.whole for each in paper.main if each.words]), True
    for block in paper.chu_ky or (None,):
        yield "Quyền hạn, chức vụ", _words(*(block.quyen_han if block else ())), True
        yield "Họ tên người ký", _words(block.ho_ten if block else None), True
    yield "Nơi nhận", _words(paper.noi_nhan, *paper.danh_sach), True
    yield "Ký hiệu người soạn thảo", _words(paper.nguoi_soan), False
    for appendix in paper.phu_luc:
        first = _first(appendix.paragraphs)
        yield "Phụ lục" if appendix.label else "Văn bản kèm theo", _words(appendix.label, *appendix.ten) or first, False


def _words(*lines: Line | None) -> str:
    return " / ".join(line.words for line in lines if line is not None)


def _first(paragraphs: Sequence[Paragraph]) -> str:
    return next((_part(paragraph.words) for paragraph in paragraphs if paragraph.words), _NOT_FOUND)


def _from_to(lines: Sequence[Line]) -> str:
    """Return how many paragraphs a component has, the first and the last of them."""
    if not lines:
        return _NOT_FOUND
    count = f"{len(lines)} đoạn, " if len(lines) > 1 else ""
    last = f" … “{_part(lines[-1].words)}”" if len(lines) > 1 else ""
    return f"{count}“{_part(lines[0].words)}”{last}"


def _part(words: str) -> str:
    return words if len(words) <= _PART else words[: _PART - 1].rstrip() + "…"
