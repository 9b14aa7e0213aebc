"""The form on which one unit reports its results: what it was asked, cells to fill in, figures, a page of guidance."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count, groupby, islice
from typing import Final, NamedTuple

from docgen.data.model.ketqua import REPORTABLE
from docgen.files.stamp import core_properties
from docgen.files.workbooks import saved
from docgen.forms import formlayout as at
from docgen.forms.formpage import DAY, TEXT, FormBook, FormPage, Look, Rule, Shown, excel_day
from docgen.forms.sheets import BookProperties
from docgen.text.wording import capitals, sentence_start, short_date

GUIDANCE: Final = (
    "Chỉ điền vào các ô màu vàng. Các ô khác đã khóa để khi tổng hợp không lẫn việc này sang việc khác; "
    "biểu mẫu không đặt mật khẩu.",
    "Trạng thái: bấm mũi tên ở cạnh ô rồi chọn. “Hoàn thành”: đã làm xong. “Đang thực hiện”: đã làm một phần, hoặc là việc "
    "thường xuyên còn tiếp tục. “Chưa thực hiện”: chưa bắt đầu nhưng vẫn sẽ làm. “Không thực hiện”: không làm nữa; "
    "ghi lý do ở cột “Khó khăn, vướng mắc”.",
    "Ngày hoàn thành: ghi ngày/tháng/năm, ví dụ 20/06/2023; chỉ ghi cho việc đã hoàn thành. Ghi xong, xem lại: "
    "nếu máy đổi chỗ ngày với tháng thì ghi lại.",
    "Kết quả thực hiện: ghi đã làm gì, ở đâu, sản phẩm là gì. Nhiệm vụ phối hợp thì chỉ ghi phần việc của đơn vị mình. "
    "Trong một ô, xuống dòng bằng Alt+Enter.",
    "Trách nhiệm (mã TN.) là việc nêu ở phần tổ chức thực hiện của kế hoạch; ghi ngắn gọn đã làm thế nào.",
    "Việc ngoài kế hoạch: ghi tên việc vào các dòng “Công việc khác” (mã K.) ở cuối trang “Kết quả”.",
    "Số liệu: ghi ở trang “Số liệu”, mỗi số một dòng. Ô số lượng chỉ ghi số; đơn vị tính (tin, bài, lượt, đồng…) ghi ở ô "
    "bên cạnh. Một nhiệm vụ có nhiều số thì chọn lại mã đó ở dòng sau.",
    "Chữ trong ô dài mà không thấy hết: kéo dòng cho cao thêm. Hết dòng trống: chọn một dòng trống, bấm chuột phải, chọn Insert.",
    "Không có gì để báo cáo về một nhiệm vụ thì vẫn chọn trạng thái của nhiệm vụ đó, để nơi tổng hợp biết là không bỏ sót.",
    "Lưu tệp ở dạng Excel (.xlsx) rồi gửi lại cả tệp, không gửi ảnh chụp hay PDF. Đổi tên tệp cũng được; "
    "đừng chép sang tệp khác.",
)
_FURTHER_ROWS: Final = 5
_FIGURE_ROWS: Final = 30
_FIGURES_EACH: Final = 2  # rows for the figures of one task
_WIDTHS: Final = (7, 34, 10, 13, 14, 12.5, 40, 21, 21)
_WIDTHS_IN_DETAIL: Final = (7, 34, 10, 24, 14, 12.5, 36, 19, 19)  # where more than the time stands beside a task
_FIGURE_WIDTHS: Final = (9, 50, 46, 18, 18)
_INPUT: Final = "FFF8DC"
_HEAD: Final = "DDE7F0"
_BAND: Final = "EEEEEE"

_OFFICE: Final = Look(bold=True, centred=True, middle=True)
_TITLE: Final = Look(bold=True, centred=True, middle=True, size=14)
_CITED: Final = Look(italic=True, centred=True, middle=True)
_LABEL: Final = Look(bold=True, middle=True)
_HINT: Final = Look(italic=True, middle=True)
_HEADING: Final = Look(bold=True, centred=True, middle=True, boxed=True, fill=_HEAD)
_BANDED: Final = Look(bold=True, middle=True, boxed=True, fill=_BAND)
_FIXED: Final = Look(boxed=True)
_FIXED_MIDDLE: Final = Look(boxed=True, centred=True)
_WORDS: Final = Look(boxed=True, fill=_INPUT, is_open=True, form=TEXT)
_CHOICE: Final = Look(boxed=True, centred=True, fill=_INPUT, is_open=True)
_CODE: Final = Look(boxed=True, centred=True, fill=_INPUT, is_open=True, form=TEXT)
_DAY: Final = Look(boxed=True, centred=True, fill=_INPUT, is_open=True, form=DAY)
_PLAIN: Final = Look()

_NOTHING: Final = '""'  # in a formula
_SHORT: Final = (
    "Chỉ điền các ô màu vàng; mỗi dòng chọn trạng thái và ghi kết quả. Số đếm được ghi ở trang “Số liệu”. "
    "Cách điền: trang “Hướng dẫn”."
)
_SHORT_FIGURES: Final = (
    "Mỗi số một dòng: chọn mã nhiệm vụ, ghi chỉ tiêu (ví dụ: tin, bài đã đăng), đơn vị tính và số lượng. "
    "Không có số liệu thì để trống."
)
_BAND_OF: Final = {
    "chủ trì": at.BAND_LED, "phối hợp": at.BAND_JOINED, "theo dõi": at.BAND_WATCHED, at.DUTY_ROLE: at.BAND_DUTIES,
    at.FURTHER_ROLE: at.BAND_FURTHER,
}  # fmt: skip


class FormHead(NamedTuple):
    """What the forms of a plan share: the office that asks, the plan as it is cited, the days between which work may be done.

    `gui`: to whom the form goes back and by when, as a sentence; blank where the plan does not say.
    """

    co_quan: str
    ke_hoach: str
    tu: date
    den: date
    gui: str = ""


def form(identity: at.FormIdentity, head: FormHead, rows: Sequence[at.FormRow]) -> bytes:
    """Return the form of the unit `identity.don_vi`, with one row for each of `rows`, in order.

    The same values give the same bytes. It bears no stamp yet: `stamp.stamped_copy` gives it one.
    """
    book = FormBook()
    known = [*rows, *_further(rows)]
    widths = _WIDTHS_IN_DETAIL if any(row.chi_tiet for row in rows) else _WIDTHS
    last = _results(book.page(at.RESULTS, widths), identity, head, known)
    _figures(book.page(at.FIGURES, _FIGURE_WIDTHS), identity, last, len(known))
    _guide(book.page(at.GUIDE, (6, 130)))
    _meta(book.page(at.META, (16, 40, 4, 8, 60, 14)), identity, known)
    title = f"Biểu mẫu báo cáo kết quả {identity.ky}: {identity.don_vi}"
    return saved(book.finished(), core_properties(BookProperties(title, head.co_quan)))


def _results(page: FormPage, identity: at.FormIdentity, head: FormHead, rows: Sequence[at.FormRow]) -> int:
    """Write the sheet of results and return its last row."""
    page.line(1, capitals(head.co_quan), _OFFICE)
    page.line(2, f"BIỂU MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ {capitals(identity.ky)}", _TITLE)
    page.line(3, f"{at.PLAN_LABEL} {head.ke_hoach}", _CITED)
    page.line(4, f"{at.UNIT_LABEL} {identity.don_vi}", _LABEL, last=6)
    page.line(4, f"{at.PERIOD_LABEL} {identity.ky}", _LABEL, first=7)
    page.line(5, at.REPORTER_LABEL, _LABEL, last=2)
    page.line(5, "", _WORDS, first=3, last=7)
    page.line(6, f"{_SHORT} {head.gui}".rstrip(), _HINT)
    page.cells(7, [(heading, _HEADING) for heading in at.RESULT_HEADINGS])
    last = 7
    for vai, part in groupby(rows, key=lambda row: row.vai):
        last += 1
        page.line(last, _BAND_OF[vai], _BANDED)
        for row in part:
            last += 1
            page.cells(last, _row(row), least=2)
    _result_rules(page, head, last)
    page.finish(Shown(headings=7, last=last, fixed=2))
    return last


def _further(rows: Sequence[at.FormRow]) -> Iterator[at.FormRow]:
    """Yield the rows for work that the plan does not name."""
    taken = {row.ma.casefold() for row in rows}
    codes = (f"{at.FURTHER_CODE}{number}" for number in count(1))
    for code in islice((code for code in codes if code.casefold() not in taken), _FURTHER_ROWS):
        yield at.FormRow(code, "", at.FURTHER_ROLE)


def _row(row: at.FormRow) -> list[tuple[str | None, Look]]:
    words = _FIXED if row.ten else _WORDS
    time = "\n".join(text for text in (row.thoi_gian, row.chi_tiet, f"({row.ghi_chu})" if row.ghi_chu else "") if text)
    asked: list[tuple[str | None, Look]] = [(row.ma, _FIXED_MIDDLE), (row.ten, words), (row.vai, _FIXED_MIDDLE), (time, words)]
    return [*asked, (None, _CHOICE), (None, _DAY), (None, _WORDS), (None, _WORDS), (None, _WORDS)]


def _result_rules(page: FormPage, head: FormHead, last: int) -> None:
    statuses = ",".join(map(sentence_start, REPORTABLE))
    chosen = f"Chọn một trong: {'; '.join(REPORTABLE)}."
    page.allow(f"E8:E{last}", Rule("list", f'"{statuses}"', "Bấm mũi tên để chọn.", chosen))
    days = f"từ {short_date(head.tu)} đến {short_date(head.den)}"
    page.allow(
        f"F8:F{last}",
        Rule(
            "date",
            excel_day(head.tu),
            f"Ghi ngày/tháng/năm, ví dụ 20/06/{head.tu.year}; chỉ ghi khi đã hoàn thành.",
            f"Đây không phải một ngày {days}. Ghi ngày/tháng/năm; nếu đã ghi đúng thì bấm Yes.",
            second=excel_day(head.den),
            stops=False,
        ),
    )


def _figures(page: FormPage, identity: at.FormIdentity, last: int, codes: int) -> None:
    page.line(1, f"SỐ LIỆU KẾT QUẢ {capitals(identity.ky)}", _TITLE)
    page.line(2, f"{at.UNIT_LABEL} {identity.don_vi}", _LABEL)
    page.line(3, _SHORT_FIGURES, _HINT)
    page.cells(4, [(heading, _HEADING) for heading in at.FIGURE_HEADINGS])
    asked = f"'{at.RESULTS}'!$A$8:$B${last}"
    end = 4 + max(_FIGURE_ROWS, _FIGURES_EACH * codes)
    for row in range(5, end + 1):
        page.cells(row, [(None, look) for look in (_CODE, _FIXED, _WORDS, _CODE, _CHOICE)])
        page.reckon(row, 2, f"IFERROR(VLOOKUP(A{row},{asked},2,FALSE)&{_NOTHING},{_NOTHING})", _FIXED)
    listed = f"{at.META}!$D${at.SENT_FIRST}:$D${at.SENT_FIRST + codes - 1}"
    unknown = "Không có mã này trong trang “Kết quả”; bấm mũi tên để chọn."
    page.allow(f"A5:A{end}", Rule("list", listed, "Bấm mũi tên để chọn mã nhiệm vụ.", unknown))
    page.allow(
        f"E5:E{end}",
        Rule("decimal", "0", "Chỉ ghi số.", "Đây không phải số. Chỉ ghi số; nếu đã ghi đúng thì bấm Yes.", stops=False),
    )
    page.finish(Shown(headings=4, last=end, fixed=1))


def _guide(page: FormPage) -> None:
    page.line(1, "HƯỚNG DẪN ĐIỀN BIỂU MẪU", _TITLE)
    for row, text in enumerate(GUIDANCE, start=2):
        page.cells(row, [(f"{row - 1}.", Look(centred=True)), (text, _PLAIN)])
    page.finish()


def _meta(page: FormPage, identity: at.FormIdentity, rows: Sequence[at.FormRow]) -> None:
    """Write the hidden sheet by which the form is recognised."""
    fields = {at.KIND_FIELD: at.FORM_KIND} | {name: str(value) for name, value in identity._asdict().items()}
    for number, (name, value) in enumerate(fields.items(), start=1):
        page.put(number, 1, name, _PLAIN)
        page.put(number, 2, value, _PLAIN)
    for column, heading, values in (
        (at.SENT_CODE, at.CODE, [row.ma for row in rows]),
        (at.SENT_TASK, at.TASK, [row.ten for row in rows]),
        (at.SENT_ROLE, at.ROLE, [row.vai for row in rows]),
    ):
        for number, text in enumerate([heading, *values], start=at.SENT_FIRST - 1):
            page.put(number, column, text, _PLAIN)
    page.finish()
    page.sheet.sheet_state = "veryHidden"
