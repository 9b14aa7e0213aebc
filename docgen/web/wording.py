"""What keys, files and places of the data are called on the page, in the words of the models, and where they are edited there."""

import json
import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path, PurePath
from typing import Any, Final

import docgen
from docgen.errors import DocgenError, Problem, as_on_page
from docgen.web.asking import year_url

NAMES: Final = {  # what the arguments of the API are called here
    "append": "“Thêm vào sau”", "despite_errors": "“Vẫn ghi”", "only_show": "“Xem thử trên giấy”", "out": "tên khác",
    "overwrite": "“Ghi đè”", "pdf": "“Kèm PDF”", "replace": "“Thay bảng cũ”", "results": "tệp kết quả",
    "target": "lệnh docgen chuyennam", "units": "đơn vị", "year": "năm", "nam": "năm", "ten": "tên cơ quan",
    "viet_tat": "chữ viết tắt", "co_quan_chu_quan": "cơ quan chủ quản", "dia_danh": "địa danh", "chuc_vu": "chức vụ",
    "quyen_han": "quyền hạn", "ho_ten": "họ và tên", "period": "kỳ báo cáo", "start_office": "“Lập cơ quan mới”",
    "assignments": "“Phân công”", "check": "“Kiểm tra”", "make_letters": "“Công văn”", "make_report": "“Báo cáo”",
    "new": "“Đơn vị mới”", "gather": "“Kết quả”", "roll_over": "“Năm sau”", "schemas": "docgen luocdo",
}  # fmt: skip
_FILES: Final = {
    "coquan.yaml": "thông tin cơ quan", "donvi.yaml": "danh mục đơn vị", "ketqua.yaml": "bảng kết quả",
    "kehoach.yaml": "kế hoạch", "van-ban.yaml": "danh mục văn bản", "gia-tri.yaml": "giá trị theo năm",
}  # fmt: skip
_BODY: Final = "than"
_OF_ROW: Final = re.compile(r"pl(\d+)(?:\.(\d+))?\.(\w+)")
OF_LETTERS: Final = "cong_van."
_OF_RESULT: Final = re.compile(r"ket_qua\.(\d+)\.(\w*)")
_OF_SHEET: Final = re.compile(r"(: )?([^\s!:;,()“”\[\]][^!:;,()“”\[\]]*)!(?:([A-Z]{1,3}\d+)|(\d+):\d+)")
_ENDS_LABEL: Final = re.compile(r"[.;,:] ")
_OF_COLUMNS: Final = ("RongCot", "TenCot")  # whose keys are those of the tasks
ON_PAGE: Final = 100  # results on one page of their table: a browser is slow with thousands of fields
_KINDS: Final = ("kehoach", "ketqua", "donvi", "coquan", "gia-tri", "van-ban")


@dataclass(frozen=True)
class Said:
    """What a field is called, what else is said of it, the words that it can be where it cannot be others."""

    label: str
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lead:
    """Where a problem stands in the words of the page, and the address where it is mended there, "" where it is not."""

    words: str
    address: str = ""


def said(name: str, kind: str = "kehoach") -> Said:
    """Return the label and the help of a key of a `kind` of file, in the words of its schema; `ky.ho_ten` is one below a key."""
    above, _, key = name.rpartition(".")
    schema = _schema(kind)
    properties = schema["$defs"][_model_below(above)]["properties"] if above else schema["properties"]
    choices = next((tuple(one["enum"]) for one in properties[key].get("anyOf", ()) if "enum" in one), ())
    return replace(_said(str(properties[key]["description"])), choices=choices)


def _said(words: str) -> Said:
    parted = _ENDS_LABEL.search(words)
    label, rest = (words[: parted.start()], words[parted.end() :]) if parted else (words.rstrip("."), "")
    return Said(label, rest if rest.startswith("docgen") else rest[:1].upper() + rest[1:])


def _model_below(above: str) -> str:
    """Return the model of what stands below a key, which is named like it: `CongVan` below `cong_van`."""
    return "".join(part.title() for part in above.rpartition(".")[2].split("_"))


@cache
def label(name: str) -> str:
    """Return what a key, `KeHoach.nam` or `cong_van.ky_hieu` where others are called like it, or a file is called on the page."""
    if name in _FILES:
        return _FILES[name]
    above, _, key = name.rpartition(".")
    owner = above if above[:1].isupper() else _model_below(above)
    of_file = [kind for kind in _KINDS if owner.lower().endswith(kind)]
    models = [part for kind in (of_file or _KINDS) for part in ((kind, _schema(kind)), *_schema(kind)["$defs"].items())]
    models.sort(key=lambda one: (one[0] != owner, one[0] in _OF_COLUMNS))
    found = next((schema["properties"][key] for _, schema in models if key in schema.get("properties", ())), None)
    return f"“{_said(str(found['description'])).label}”" if found else f"“{key}”"


@cache
def _schema(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(docgen.schemas().texts[kind])
    return found


def told(problem: Problem) -> str:
    """Return a problem without its place, arguments, functions, keys and files called as on the page."""
    return sheet_words(problem.on_page(NAMES, label))


def sheet_words(text: str) -> str:
    """Return a text with each place of a sheet (`Kết quả!F9`, `Kết quả!12:12`) in the words of an office."""
    return _OF_SHEET.sub(_sheet_place, text)


def _sheet_place(match: re.Match[str]) -> str:
    behind, sheet, cell, row = match.groups()
    return f"{', ' if behind else ''}tờ {sheet}, {f'ô {cell}' if cell else f'dòng {row}'}"


def worded(words: str) -> str:
    """Return words with marks as the page has them."""
    return as_on_page(words, label)


class Leads:
    """Where problems in the files of an office's folder are mended on the page; each file is read once."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._forms: dict[str, Any] = {}

    def to(self, problem: Problem) -> Lead:
        """Return where a problem stands; words without an address for what is in no file that the page edits."""
        place = problem.place
        path = Path(place.file)
        if not place.file or self._folder is None or not path.is_relative_to(self._folder) or path.suffix != ".yaml":
            return Lead(sheet_words(PurePath(place.file).name))
        if path.name == "coquan.yaml":
            return self._of_office(problem)
        if path.name == "donvi.yaml":
            return Lead("Danh mục đơn vị", "/don-vi")
        if path.name == "ketqua.yaml":
            return self._of_results(path, problem)
        if path.name in _FILES and path.name != "kehoach.yaml":
            return Lead(_FILES[path.name])
        return self._of_plan(path, problem)

    @cached_property
    def _plans(self) -> list[Path]:
        return list(docgen.plan_files(self._folder)) if self._folder else []

    def _form(self, path: Path, form: Any) -> Any:
        if str(path) not in self._forms:
            try:
                self._forms[str(path)] = form()
            except DocgenError:
                self._forms[str(path)] = None
        return self._forms[str(path)]

    def _of_office(self, problem: Problem) -> Lead:
        folder = self._folder
        form = self._form(Path(problem.place.file), lambda: docgen.office_form(folder or ""))
        name = form.field_of(problem) if form else ""
        return Lead(f"Cơ quan: {said(name, 'coquan').label}", f"/co-quan#o-{name}") if name else Lead("Cơ quan", "/co-quan")

    def _of_results(self, path: Path, problem: Problem) -> Lead:
        assert self._folder is not None
        plan = next((one for one in self._plans if one.parent == path.parent), None)
        if plan is None:
            return Lead(_FILES[path.name])
        form = self._form(path, lambda: docgen.result_form(plan))
        name = next(iter(form.at_fields((problem,)))) if form else ""
        page = year_url(self._folder, plan, "")
        if parted := _OF_RESULT.fullmatch(name):
            row = next(row for row in form.rows if row.index == int(parted[1]))
            return Lead(
                f"Kết quả {row.ma} {row.don_vi or ''}".rstrip(),
                f"{page}ket-qua?trang={row.index // ON_PAGE + 1}#o-h{row.index}.{parted[2] or 'trang_thai'}",
            )
        return (
            Lead(f"Báo cáo: {said(name, 'ketqua').label}", f"{page}bao-cao#o-{name}")
            if name
            else Lead("Kết quả", f"{page}ket-qua")
        )

    def _of_plan(self, path: Path, problem: Problem) -> Lead:
        assert self._folder is not None
        page = year_url(self._folder, path, "ke-hoach")
        form = self._form(path, lambda: docgen.plan_form(path, letters=True))
        if form is None:
            return Lead(f"Tệp kế hoạch, dòng {problem.place.line}", page)
        name = form.field_of(problem)
        if name.startswith(OF_LETTERS):
            page = year_url(self._folder, path, "cong-van")
        return Lead(field_words(name, form.line_of(problem.place)), f"{page}#o-{name}") if name else Lead("Kế hoạch", page)


def field_words(name: str, line: int = 0) -> str:
    """Return what a field of the plan's screen is called; `line` is the line of the typed body, 0 where it is not known."""
    if parted := _OF_ROW.fullmatch(name):
        column = said(f"{'nhiem_vu' if parted[2] else 'phu_luc'}.{parted[3]}").label
        return f"Bảng nhiệm vụ, dòng {int(parted[2]) + 1}: {column}" if parted[2] else column
    if name == _BODY:
        return f"Nội dung, dòng {line}" if line else "Nội dung"
    return said(name).label
