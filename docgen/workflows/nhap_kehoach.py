"""The stages of `nhap` for a whole Word plan: read it, make the files of an office's folder, make the paper again, compare."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from docgen.check.anatomy import Paper, read_paper
from docgen.check.docview import open_view
from docgen.check.view import Paragraph
from docgen.data.model.kehoach import KIND
from docgen.errors import DataError, DocgenError, Place, Problem
from docgen.files import storage
from docgen.intake.grids import Told
from docgen.intake.leftovers import NO_PLACE
from docgen.intake.plantables import LOST_AS_TASKS
from docgen.intake.recount import Pair, Set, as_html, as_markdown, recount
from docgen.intake.sources import is_sheet, open_source
from docgen.intake.wordplan import read_word_plan
from docgen.text.so import count
from docgen.text.wording import shortened
from docgen.workflows.letters import drafter_of
from docgen.workflows.luocdo import new_schemas
from docgen.workflows.newfolder import Carried, NewFolder
from docgen.workflows.nhap import read_source
from docgen.workflows.saving import READING, WRITING, Saved, Say, StrPath, silent

_NOT_A_PLAN: Final = "đây là {loai}, không phải kế hoạch, nên không nhập được; {use}"
_USES: Final = {
    "báo cáo": "báo cáo do docgen lập từ kết quả: xem {make_report}",
    "công văn": "công văn do docgen lập từ kế hoạch: xem {make_letters}",
}
_CHECK: Final = "soát thể thức thì dùng {check}"
_NO_PLAN: Final = "không thấy đầu trang và tên loại “KẾ HOẠCH” nên chưa đọc được thành kế hoạch"
_TABLE_ALONE: Final = "nếu chỉ cần bảng nhiệm vụ thì ghi {out} là một tệp .yaml"
_KEPT: Final = "tệp này đã có nên giữ nguyên"
_TRACKED: Final = "tệp có chỉnh sửa theo dõi (Track Changes); docgen đọc như đã chấp nhận hết, xem lại"
_LOST: Final = (
    "docgen đọc sót hoặc đổi {count} chữ của tệp này (“{words}”) nên chưa ghi gì; đây là lỗi của docgen, không phải của tệp: "
    "hãy báo lại kèm tệp"
)
_NOT_TAKEN: Final = f"“{{words}}” {NO_PLACE} nên không nhập"
_NO_DRAFTER: Final = (
    "nơi lưu “{luu}” chưa nêu đơn vị soạn thảo nên công văn giao việc chưa có ký hiệu; "
    "ghi thêm vào nơi lưu, ví dụ “VT, VX”, hoặc ghi ⦃cong_van.ky_hieu, ví dụ ky_hieu: VX¦ký hiệu ở “Công văn”, phần Lời văn⦄"
)
_EMPTY_GROUPS: Final = (
    "kế hoạch giao việc cho {count} nhóm chưa rõ gồm những đơn vị nào nên chưa ai của nhóm có việc: {names}; "
    "⦃thêm tên nhóm vào mục nhom của từng đơn vị trong donvi.yaml¦ghi các đơn vị của từng nhóm ở “Ai làm gì”⦄"
)
_REMAKING: Final = "lập lại văn bản để đối chiếu"


class NotCarried(NamedTuple):
    """A piece of the paper that is not in the data: where it stands, its words, why."""

    place: str
    words: str
    why: str


@dataclass(frozen=True)
class Imported:
    """A Word plan as the files of an office's folder.

    `data` holds the values of `coquan`, `donvi` and `kehoach`; `places` say where each piece of the paper went, `not_carried`
    what did not go anywhere and why; `questions` are to be decided by a person, each at the place in the data that stands in
    its turn in `targets`, `warnings` to be known. `files` are the bytes of each file that is not there yet, `plan` the path of
    the plan's.
    """

    data: Mapping[str, Mapping[str, Any]]
    files: Mapping[Path, bytes]
    plan: Path
    places: tuple[Carried, ...]
    not_carried: tuple[NotCarried, ...]
    questions: tuple[Problem, ...]
    targets: tuple[Place, ...]
    warnings: tuple[Problem, ...]
    summary: str
    _schemas: Mapping[Path, bytes]

    def comparison(self, *, html: bool = False) -> str:
        """Return each piece of the paper beside its place in the data, as Markdown or as a page of HTML."""
        pairs = [Pair(one.place, one.words, str(one.target)) for one in self.places]
        pairs += [Pair(one.place, one.words, f"không nhập: {one.why}") for one in self.not_carried]
        return (as_html if html else as_markdown)(self.plan.name, pairs, self.summary)

    def save(self, *, compared: StrPath | None = None, say: Say | None = None) -> Saved:
        """Write the files that are not there, and the schemas for an editor; with `compared` (.html, .md) the comparison too.

        Raises `FileError` where one cannot be written; then none is.
        """
        (say or silent)(WRITING)
        files = {**self._schemas, **self.files}
        beside = [] if compared is None else [Path(compared)]
        for path in beside:
            files[path] = self.comparison(html=path.suffix.lower() in (".html", ".htm")).encode()
        with storage.folders_for(files):
            storage.write_all(files, overwrite_edits=False)
        return Saved((*self.files, *beside), (), self.summary)


def holds_whole_paper(file: StrPath, *, typed: bytes | None = None) -> bool:
    """Return whether `file`, or what was `typed` in its place, has a head or is prose: no workbook and no tables alone."""
    path = Path(file)
    data, suffix = read_source(path, typed), path.suffix if typed is None else ""
    if is_sheet(data, suffix):
        return False
    source = open_source(str(file), data, suffix)
    prose = source.is_typed and any(isinstance(block, Paragraph) for block in source.view.blocks)
    return prose or read_paper("", source.view).is_whole


def import_plan(
    file: StrPath, *, typed: bytes | None = None, out: StrPath | None = None, year: int | None = None, say: Say | None = None
) -> Imported:
    """Read a whole plan and make an office's folder of it: its office, its units, the plan of its year.

    The paper is made again in memory, and its words compared with those of `file`, in order.

    Args:
        file: A plan: .docx, plain text (.txt), and where LibreOffice is, .doc, .odt, .rtf, .pdf.
        typed: The bytes of plain text in place of those of `file`, which gives them a name.
        out: The folder; what is there already stays as it is. Without it a folder beside `file`, named like it.
        year: The plan's year, where the paper names none or another.
        say: Hears of each stage in a few words.

    Raises:
        DataError: It is no plan, or its year is nowhere said.
        DocgenError: A word of the paper would be lost: a fault of docgen's own.
        FileError: The file cannot be read.
    """
    say, file = say or silent, Path(file)
    say(READING)
    source = open_source(str(file), read_source(file, typed), file.suffix if typed is None else "")
    paper = read_paper(str(file), source.view)
    _refuse_others(paper, file, is_typed=source.is_typed)
    folder = Path(out) if out is not None else file.with_suffix("")
    lost_as_tasks: list[Told] = []
    for tables_are_tasks in (True, False):
        found = read_word_plan(paper, tables_are_tasks=tables_are_tasks)
        made = NewFolder.of(folder, file, found, year)
        say(_REMAKING)
        again = read_paper("", open_view(str(made.plan.file), made.paper()))
        counted = recount(paper, again, Set(found.skipped, found.numbered, found.roles, found.labels))
        words = shortened(" ".join(counted.lost), 80, whole_words=True)
        if not counted.lost:
            break
        lost_as_tasks = [Told((), LOST_AS_TASKS.format(words=words))]
    if counted.lost:
        raise DocgenError(Problem(Place(str(file)), _LOST.format(count=len(counted.lost), words=words)))
    told = [Problem(Place(str(file)), words) for words in (*source.told, *([_TRACKED] if source.view.tracked else []))]
    placeless = [Told((place,), _NOT_TAKEN.format(words=shortened(words))) for place, words, why in found.left if why == NO_PLACE]
    told += _problems(file, [*lost_as_tasks, *found.remarks, *placeless, *made.told])
    told += (Problem(Place(str(path)), _KEPT) for path in made.texts if path.exists())
    places = tuple(made.places(found))
    target = {one.place: one.target for one in places}
    asked = [(one, next((target[each] for each in one.places if each in target), made.first_blank)) for one in found.questions]
    if not (drafter_of(found.plan["luu"]) or "[" in found.plan["luu"]):
        asked.append((Told((), _NO_DRAFTER.format(luu=found.plan["luu"])), made.plan.place(("luu",))))
    if groups := made.empty_groups():
        names = "; ".join(f"“{name}”" for name in groups)
        problem = Told((), _EMPTY_GROUPS.format(count=len(groups), names=names))
        asked.append((problem, made.registry.place(("nhom",))))
    decide = f"{len(asked)} việc" if asked else "không việc nào"
    return Imported(
        data={"coquan": found.office, "donvi": made.units, "kehoach": found.plan},
        files={path: text.encode() for path, text in made.texts.items() if not path.exists()},
        plan=Path(made.plan.file),
        places=places,
        not_carried=tuple(NotCarried(*each) for each in found.left),
        questions=tuple(_problems(file, [one for one, _ in asked])),
        targets=tuple(place for _, place in asked),
        warnings=tuple(told),
        summary=f"{count(counted.kept)} trên {count(counted.all)} chữ, {decide} cần quyết định",
        _schemas=new_schemas(folder, []),
    )


def _refuse_others(paper: Paper, file: Path, *, is_typed: bool) -> None:
    if paper.loai not in (KIND, None):
        raise DataError.at(str(file), _NOT_A_PLAN.format(loai=paper.loai, use="").rstrip("; "), _USES.get(paper.loai, _CHECK))
    if not (paper.is_whole or is_typed):
        raise DataError.at(str(file), _NO_PLAN, _TABLE_ALONE)


def _problems(file: Path, told: Sequence[Told]) -> list[Problem]:
    places = (f"{file}: {'; '.join(one.places)}" if one.places else str(file) for one in told)
    return [Problem(Place(place), one.message, one.remedy) for place, one in zip(places, told, strict=True)]
