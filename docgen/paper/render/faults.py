"""Says where in a Word template a tag is wrong: the tag, what it asks for, and the words printed around it."""

import difflib
import re
from collections.abc import Mapping
from typing import Any, Final

from jinja2 import meta, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError

from docgen.errors import Place, Problem, TemplateError
from docgen.paper.render.environment import NO_STYLE, NOT_ALLOWED, NOT_TEXT, TOO_LONG, environment, printed
from docgen.paper.render.shown import readable
from docgen.text.folding import without_marks

_AROUND: Final = 1  # paragraphs shown before and after
_TAG: Final = re.compile(r"\{%-?\s*(end)?(for|if|macro|filter|call|block|with|autoescape)\b.*?%\}")


def at_compiling(name: str, source: str, error: JinjaError) -> TemplateError:
    """Return the error for a part whose tags do not fit together."""
    numbered = _numbered(source)
    line = error.lineno if isinstance(error, TemplateSyntaxError) else None
    try:
        environment().parse(numbered)
        environment().from_string(numbered)
    except TemplateSyntaxError as again:
        error, line = again, again.lineno
    if "Unexpected end of template" in (error.message or ""):
        kind, tag, line = _unclosed(numbered)
        return TemplateError.at(name, f"thẻ viết sai: thiếu thẻ đóng (end{kind}) của “{tag}”; gần chỗ: {_near(numbered, line)}")
    return TemplateError.at(name, f"thẻ viết sai: {_syntax(error)}; gần chỗ: {_near(numbered, line)}")


def too_deep(name: str) -> TemplateError:
    """Return the error for tags that stand inside one another too deep to be read."""
    return TemplateError.at(name, "thẻ viết sai: các thẻ hoặc dấu ngoặc lồng nhau quá sâu; viết lại cho gọn")


def at_printing(name: str, source: str, context: Mapping[str, Any], error: Exception) -> TemplateError | None:
    """Return the error for a tag that asks in vain or does what cannot be done; None where no tag is at fault.

    Every name that the context does not have is told at once.
    """
    numbered = _numbered(source)
    unknown = _unknown_names(numbered, context)
    if unknown:
        return TemplateError(
            Problem(Place(name), f"thẻ {tag}: docgen không có giá trị này{_close(tag, context)}; gần chỗ: {near}")
            for tag, near in unknown
        )
    line = _line_of_failure(numbered, context)
    if line is None and not isinstance(error, JinjaError):
        return None
    return TemplateError.at(name, f"{_failure(error)}; gần chỗ: {_near(numbered, line)}")


def _failure(error: Exception) -> str:
    message = getattr(error, "message", None) or ""
    wanted = re.search(r"has no attribute '(\w+)'", message)
    match error:
        case SecurityError() if message == TOO_LONG:
            return "thẻ lặp quá nhiều lần hoặc làm ra chữ quá dài; bớt vòng lặp, phép tính trong mẫu"
        case SecurityError():
            return "thẻ làm việc không được phép trong mẫu; mẫu chỉ in các giá trị của docgen"
        case UndefinedError() if message.startswith(NO_STYLE):
            return f"mẫu thiếu kiểu đoạn (style) “ND30 {message.removeprefix(NO_STYLE)}”; chép kiểu này từ mẫu của docgen sang"
        case UndefinedError() if message == NOT_TEXT:
            return "thẻ hỏi một danh sách hay nhóm giá trị nên không in được; dùng {%p for … %} hoặc ghi rõ giá trị bên trong"
        case UndefinedError() if wanted:
            return f"thẻ hỏi “{wanted.group(1)}”, docgen không có giá trị này"
        case UndefinedError():
            return "thẻ không có giá trị để in"
    unknown = _unknown_word(error)
    return f"thẻ viết sai: {unknown}" if unknown else "thẻ làm một việc không làm được với giá trị này"


def _numbered(source: str) -> str:
    """Return `source` with each paragraph on a line of its own, so that Jinja's line numbers tell paragraphs."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source.replace("\n", " "))


def _near(numbered: str, line: int | None) -> str:
    lines = numbered.split("\n")
    middle = (line or 1) - 1
    shown = (readable(re.sub(r"<[^>]+>", "", text)).strip() for text in lines[max(0, middle - _AROUND) : middle + _AROUND + 1])
    return "“" + " ⏎ ".join(text for text in shown if text)[:160] + "”"


def _syntax(error: JinjaError) -> str:
    if error.message == NOT_ALLOWED:
        return "mẫu chỉ dùng được for, if, set và các giá trị của docgen"
    return _unknown_word(error) or "dấu ngoặc hoặc tên không đúng"


def _unknown_word(error: Exception) -> str | None:
    for pattern, words in (
        (r"unknown tag '(\w+)'", "không có thẻ “{}”, hoặc nó không đi với thẻ mở nào"),
        (r"No filter named '(\w+)'", "không có phép biến đổi “{}”"),
        (r"No test named '(\w+)'", "không có phép thử “{}”"),
    ):
        if match := re.search(pattern, str(error)):
            return words.format(match.group(1))
    return None


def _unclosed(numbered: str) -> tuple[str, str, int]:
    """Return the kind, the words and the line of the last opening tag that nothing closes."""
    opened: list[tuple[str, str, int]] = []
    for tag in _TAG.finditer(numbered):
        if not tag.group(1):
            opened.append((tag.group(2), tag.group(), numbered.count("\n", 0, tag.start()) + 1))
        elif opened and opened[-1][0] == tag.group(2):
            opened.pop()
    return opened[0] if opened else ("for", "…", 1)


def _unknown_names(numbered: str, context: Mapping[str, Any]) -> list[tuple[str, str]]:
    tree = environment().parse(numbered)
    unknown = meta.find_undeclared_variables(tree) - set(context)
    lines: dict[str, int] = {}
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            lines.setdefault(node.name, node.lineno)
    return [(tag, _near(numbered, line)) for tag, line in lines.items()]


def _close(tag: str, context: Mapping[str, Any]) -> str:
    close = difflib.get_close_matches(without_marks(tag.lower()), list(context), n=1, cutoff=0.6)
    return f'; có phải "{close[0]}"?' if close else ""


def _line_of_failure(numbered: str, context: Mapping[str, Any]) -> int | None:
    """Return the line of the tag that fails when the whole part is printed again; None where none does."""
    try:
        for _ in printed(environment().from_string(numbered).generate(context)):
            pass
    except Exception as error:
        line, trace = None, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == "<template>":
                line = trace.tb_lineno
            trace = trace.tb_next
        return line
    return None
