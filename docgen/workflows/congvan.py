"""The stages of the letters, in order: load, assign, context, render, check, hold against the plan, write."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from docgen.data.yamlfile import in_order
from docgen.errors import DataError, Place, Problem, TemplateError
from docgen.files import stamp
from docgen.files.kept_office import kept_office
from docgen.files.storage import Batch
from docgen.forms import LetterRow, register
from docgen.paper.merging import merged
from docgen.text.wording import shortened
from docgen.work.assignments import UnitWork
from docgen.work.doichieu import Held, held
from docgen.workflows.letterremarks import MERGED_FILE, left_in, nobody_has, told_of, warnings_of
from docgen.workflows.letters import Letter, Maker, made
from docgen.workflows.ownfindings import PaperFinding, refuse_errors, told_of_draft
from docgen.workflows.paper import font_warning
from docgen.workflows.saving import PRINTING, READING, WRITING, Saved, Say, StrPath, each_name, path_or_none, silent

INDEX_FILE: Final = "so-dang-ky-van-ban-di.xlsx"
_KIND: Final = "congvan"
_CHOSEN: Final = "đã đối chiếu {count} công văn được chọn với kế hoạch, đúng từng chữ; chưa đối chiếu cả bộ"
_LOST: Final = "mẫu này làm mất chữ của kế hoạch: “{text}” (công văn {name}); xem lại các thẻ của mẫu"
_NOT_EDITED: Final = "bản gộp in theo bản docgen làm, không có chỗ sửa tay trong {names}; in riêng các tệp này"
Tick: TypeAlias = Callable[[int, int], None]


class LetterDue(NamedTuple):
    """A letter that is due: its file's name, its unit, how many tasks that one leads and joins, how many duties it has."""

    name: str
    don_vi: str
    chu_tri: int
    phoi_hop: int
    trach_nhiem: int


@dataclass(frozen=True)
class LetterSet:
    """The letters of a plan, held against it: which are due, where they go unless told otherwise, what a person should know.

    Each is made when it is asked for, by `maker`, so that thousands of them need no more room than one.
    """

    folder: Path
    due: tuple[LetterDue, ...]
    warnings: tuple[Problem, ...]
    maker: Maker
    _chosen: tuple[int, ...]
    _held: Held
    _whole: bool

    @property
    def empty_groups(self) -> tuple[str, ...]:
        """The groups that are given something and have no members yet, so that it is in no letter."""
        return self._held.empty

    def letters(self, *, workers: int | None = None) -> Iterator[Letter]:
        """Yield the letters in the order of the registry, each checked; `workers` processes make them, as many as pay if None."""
        return made(self.maker, self._chosen, workers)

    def save(
        self,
        folder: StrPath | None = None,
        *,
        pdf: bool = False,
        merged: bool = False,
        overwrite: bool = False,
        despite_errors: bool = False,
        workers: int | None = None,
        say: Say | None = None,
        tick: Tick | None = None,
    ) -> Saved:
        """Write every letter and the register of them into `folder`, or else into `self.folder`; all of it or nothing.

        `pdf`: a PDF of each besides; `merged`: one of all. `overwrite`: also over letters that a person edited, which are kept
        as `.bak`. Drafts are written whatever the decree finds in them, which is told; final letters that break it only with
        `despite_errors`. `tick` hears how many are done, and of how many. Letters for single units are written without the
        register.

        Raises `DecreeError` where a final letter breaks the decree, `TemplateError` where the template loses words of the plan,
        `FileError` where the set cannot be written.
        """
        say, tick, folder = say or silent, tick or (lambda *_: None), Path(folder or self.folder)
        maker, findings, lost, rows = self.maker, dict[Path, tuple[PaperFinding, ...]](), dict[str, str](), list[LetterRow]()
        papers, edited, crowded = dict[str, bytes](), dict[str, bytes](), Counter[str]()
        say("soạn và kiểm tra từng công văn")
        with Batch(folder, _KIND, overwrite_edits=overwrite, whole=self._whole) as batch:
            for letter in self.letters(workers=workers):
                batch.add(letter.name, letter.data)
                findings[folder / letter.name] = letter.findings
                crowded.update(letter.crowded)
                lost = dict.fromkeys(letter.lost, letter.name) | lost
                rows.append(_row(maker, letter))
                if pdf or merged:
                    papers[letter.name] = letter.data
                    edited.update({} if overwrite else _edited(folder, letter))
                tick(len(rows), len(self.due))
            if lost:
                place = Place(maker.press.template.name)
                raise TemplateError(Problem(place, _LOST.format(text=shortened(text), name=name)) for text, name in lost.items())
            refuse_errors(findings, only_tell=despite_errors or not maker.is_final)
            if self._whole:
                batch.add(INDEX_FILE, _register(maker, rows))
            for name, data in _printed(papers, edited, say, each=pdf, merged_too=merged):
                batch.add(name, data)
            say(WRITING)
            result = batch.commit()
        warnings = [
            *(font_warning() if pdf or merged else []),
            *maker.left_out(),
            *told_of(findings),
            *(Problem(Place(str(maker.data)), f"{count} công văn: {said}") for said, count in crowded.items()),
            *([] if maker.is_final else told_of_draft(folder, findings)),
            *left_in(folder, result),
        ]
        if merged and edited:
            warnings.append(Problem(Place(str(folder / MERGED_FILE)), _NOT_EDITED.format(names=", ".join(edited))))
        agreed = self._held.summary if self._whole else _CHOSEN.format(count=len(rows))
        summary = f"{agreed}; {len(result.written)} tệp mới hoặc thay đổi, {len(result.unchanged)} tệp như cũ"
        return Saved(tuple(folder / name for name in result.written), tuple(warnings), summary)


def make_letters(
    data: StrPath, *, units: str | Iterable[str] = (), template: StrPath | None = None, say: Say | None = None
) -> LetterSet:
    """Prepare a letter to each unit that has something to do by the plan at `data`.

    Args:
        data: A kehoach.yaml; coquan.yaml and donvi.yaml stand beside it or in a folder above.
        units: Name or names of units or groups as a plan has them; letters for these alone, for all where there are none.
        template: The office's own Word template instead of docgen's.
        say: Hears of each stage in a few words.

    Returns:
        The letters: `due` says which, `letters()` gives each with its bytes, `save()` writes all of them and the register.

    Raises:
        DataError: The data are wrong, a name in `units` is unknown, or a task would be in no letter; each with its place.
        FileError: A file is missing or cannot be read.
        TemplateError: The template is wrong.
    """
    say, data, names = say or silent, Path(data), each_name(units)
    say(READING)
    maker = Maker(data, path_or_none(template))
    chosen = _chosen(maker, names)
    works = [maker.works[index] for index in chosen]
    cited = sum(len(maker.letters.cited(work)) for work in works)
    outcome = _held(maker, works, names)._replace(cited=cited)
    due = [LetterDue(maker.name(work), work.ten, work.so_chu_tri, work.so_phoi_hop, len(work.trach_nhiem)) for work in works]
    return LetterSet(
        letters_folder(data), tuple(due), tuple(warnings_of(maker, outcome)), maker, tuple(chosen), outcome, not names
    )


def letters_folder(data: Path) -> Path:
    """Return the folder into which the letters of the plan at `data` go unless told otherwise."""
    return data.parent / ("cong-van" if data.stem == "kehoach" else f"cong-van-{data.stem}")


def _chosen(maker: Maker, names: Sequence[str]) -> list[int]:
    """Return the places of the units that `names` name among all that have work; of all without any."""
    if not maker.works:
        raise DataError.at(str(maker.data), "kế hoạch chưa giao việc cho đơn vị nào trong ⦃donvi.yaml⦄ nên không có công văn")
    wanted = {work.ten for work in maker.given.busy(names)}
    return [index for index, work in enumerate(maker.works) if work.ten in wanted]


def _held(maker: Maker, works: Sequence[UnitWork], names: Sequence[str]) -> Held:
    """Hold the set against the plan; a choice of single units is held only for what it is."""
    given = maker.given
    outcome = held(given.assignments, works, given.plan.noi_nhan, given.registry)
    if names:
        return outcome._replace(faults=(), lost=(), empty=())
    problems = [Problem(Place(str(maker.data)), fault) for fault in outcome.faults]
    problems += in_order(problem for task in outcome.lost for problem in nobody_has(given, task))
    if problems:
        raise DataError(problems)
    return outcome


def _row(maker: Maker, letter: Letter) -> LetterRow:
    work, letters = letter.work, maker.letters
    return LetterRow(
        don_vi=work.ten,
        tep=letter.name,
        trich_yeu=letters.subject,
        chu_tri=work.so_chu_tri,
        phoi_hop=work.so_phoi_hop,
        trach_nhiem=len(work.trach_nhiem),
        han=next(iter(work.han), None),
        so_ky_hieu="" if letter.so is None else letters.number(letter.so).removeprefix("Số: "),
        ngay=letters.wording.ngay,
        nguoi_ky=letters.ky.ho_ten or "",
        luu=letters.wording.luu or letters.plan.luu,
    )


def _register(maker: Maker, rows: Sequence[LetterRow]) -> bytes:
    plan, office = maker.given.plan, maker.given.coquan.model
    book = register(
        rows,
        nam=plan.cong_van.ngay.year if plan.cong_van.ngay else plan.nam,
        co_quan=office.ten,
        co_quan_chu_quan=office.co_quan_chu_quan or "",
        ke_hoach=plan.trich_yeu,
    )
    return stamp.stamped_copy(book, "")


def _edited(folder: Path, letter: Letter) -> dict[str, bytes]:
    """Return the letter as a person edited it, where it is kept so: its PDF has to say the same."""
    path = folder / letter.name
    if not path.is_file():
        return {}
    data = path.read_bytes()
    return {} if data == letter.data or stamp.is_untouched(data) else {letter.name: data}


def _printed(
    papers: Mapping[str, bytes], edited: Mapping[str, bytes], say: Say, *, each: bool, merged_too: bool
) -> Iterator[tuple[str, bytes]]:
    """Yield the PDFs that were asked for; one LibreOffice makes them all."""
    if not papers:
        return
    say(PRINTING)
    wanted = {**papers, **edited} if each else {}
    if merged_too:
        wanted[MERGED_FILE] = merged(list(papers.values()))
    with kept_office() as office:
        for name, data in office.to_pdfs(wanted):
            yield str(Path(name).with_suffix(".pdf")), stamp.stamped_pdf(data)
