"""The stages of `mau`: a paper that an office likes, read, its words made tags, the template tried before it is written."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.check.anatomy import Paper, read_paper
from docgen.check.docview import open_view
from docgen.check.repair.acceptance import accepted
from docgen.errors import FileError
from docgen.files import named, storage
from docgen.files.package import packed, read_parts
from docgen.paper.grafting import grafted
from docgen.paper.render import read_template
from docgen.workflows.paper import default_template
from docgen.workflows.saving import WRITING, Saved, Say, StrPath, path_or_none, plain, silent

_KINDS: Final = {"kế hoạch": "kehoach", "công văn": "congvan", "báo cáo": "baocao"}
_NAMES: Final = {"kehoach": "mau-ke-hoach.docx", "congvan": "mau-cong-van.docx", "baocao": "mau-bao-cao.docx"}
_NO_KIND: Final = "chỉ làm mẫu được từ kế hoạch, công văn hoặc báo cáo; văn bản này là {kind}"
_NO_HEAD: Final = "không thấy đầu văn bản (Quốc hiệu, tên cơ quan, số, ký hiệu) nên không làm mẫu được từ tệp này"
_TRACKED: Final = "văn bản còn dấu vết sửa đổi; mở bằng Word, chấp nhận hoặc bỏ hết các thay đổi rồi chạy lại"
_NOT_PRINTED: Final = "mẫu không in “{name}”; chép thẻ {{{{ {name} }}}} từ mẫu của docgen nếu cần"
_NEVER_ASKED: Final = frozenset({"rong", "thuoc_tinh", "ke"})


@dataclass(frozen=True)
class MadeTemplate:
    """A template made of a paper: its `data`, for which kind of paper, the words that became tags, what is left to a person.

    `taken` holds the name of each component and the words that it had in the paper; `path` is where `save` writes.
    """

    data: bytes
    kind: str
    taken: tuple[tuple[str, str], ...]
    left: tuple[str, ...]
    path: Path

    def save(self, path: StrPath | None = None, *, overwrite: bool = False, say: Say | None = None) -> Saved:
        """Write the template; `overwrite`: also over a file that is there, which is kept as `.bak`."""
        (say or silent)(WRITING)
        file = path_or_none(path) or self.path
        warnings = storage.write_all({file: self.data}, overwrite_edits=overwrite)
        return Saved((file,), tuple(plain(warnings)))


def make_template(paper: StrPath) -> MadeTemplate:
    """Make a template for `--mau` of a paper whose looks an office wants to keep.

    Args:
        paper: A plan, a letter or a report as .docx. Changes that docgen tracked in it are accepted.

    Returns:
        The template, tried: every tag in it is known, and what of docgen's own it does not print is told in `left`.

    Raises:
        FileError: The paper cannot be read, or no template can be made of it.
        TemplateError: It draws on other files, as a template must not.
    """
    path = Path(paper)
    name = str(path)
    data, read = _read(name, named.read_paper(path))
    kind = _KINDS[read.loai or ""]
    own = default_template(kind)
    made = grafted(read, data, own.read_bytes())
    asked = [read_template(str(file), content) for file, content in ((own, own.read_bytes()), (path, made.data))]
    known, printed = (each.compiled(each.layout).variables for each in asked)
    left = [_NOT_PRINTED.format(name=each) for each in sorted(known - printed - _NEVER_ASKED)]
    return MadeTemplate(made.data, kind, made.taken, (*made.left, *left), path.with_name(_NAMES[kind]))


def _read(name: str, data: bytes) -> tuple[bytes, Paper]:
    view = open_view(name, data)
    if view.tracked:
        data = packed(accepted(read_parts(data)))
        view = open_view(name, data)
    read = read_paper(name, view)
    for is_so, why in (
        (view.tracked, _TRACKED),
        (bool(read.out_of_scope), read.out_of_scope or ""),
        (not read.is_whole, _NO_HEAD),
        (read.loai not in _KINDS, _NO_KIND.format(kind=read.loai or "văn bản không rõ loại")),
    ):
        if is_so:
            raise FileError.at(name, why)
    return data, read
