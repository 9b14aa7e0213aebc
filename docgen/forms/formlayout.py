"""The layout of the forms on which units report their results, for those who write them and for those who read them.

How a form is recognised, whatever its file is called now, and how its rows are read:

1. By its hidden sheet `META` (a field's name in column A, its value in column B, from the first row on): `kieu` is `FORM_KIND`,
   the others are the fields of `FormIdentity`. Excel, LibreOffice (.xlsx and .ods) and Google keep a hidden sheet, but not
   always custom properties. Its columns `SENT_CODE`, `SENT_TASK`, `SENT_ROLE` hold each row as it was sent, from the row
   `SENT_FIRST` on: by its words a row is found again whose code was typed over. An old form of the same plan has another
   `ma_ke_hoach` (`plan_digest`).
2. Where that sheet is gone (somebody copied the visible one into a new workbook): by the texts above the table of `RESULTS`
   that open with `UNIT_LABEL`, `PERIOD_LABEL`, `PLAN_LABEL`, in whatever cell they stand, and by a row of its headings.
3. A table's heading row is the first with several of its headings. Columns are found by their headings and rows by their codes,
   not by their places: people insert, move, sort and delete them.

Rows of `RESULTS`: each code is a task, a line of one (`I.2.1`), a duty or further work; `Vai trò` is "chủ trì", "phối hợp",
"theo dõi", `DUTY_ROLE` or `FURTHER_ROLE`. A line bears its task's name and, below it, what tells it from the other lines. `Thời
gian` may have more lines: product, costs, who monitors, a note, and last in brackets how it lies to the period (`ViTri`). Codes
of duties (`TN.1`) count the duties of the whole plan in the order of its file, so that one duty that is laid on many units has
one code in all their forms. `docgen.workflows.asking` makes them and tells what each unit is asked, for whoever reads or
reports as well; the name of a duty (`KetQuaViec.ten`) is its words as they stand in the cell `Nhiệm vụ`. Codes of further work
(`K.1`) count within one form; such a row says something only where its `Nhiệm vụ` is filled in. Full-width rows (`BANDS`) part
the table and say nothing. A row is not answered where no cell under the headings `INPUTS` is filled in. Text cells have the
format "@", so that nothing typed there is reckoned. A date or a number may still be a text: Excel with American settings does
not take 20/06/2023 for a date, so that the rule on such a cell asks but does not stop. Statuses are those of `REPORTABLE` with
a capital at the start.

Rows of `FIGURES`: `Mã` (any code of the form), `Chỉ tiêu`, `Đơn vị tính`, `Số lượng`. `Nhiệm vụ` there is a formula and is not
read.
"""

import hashlib
from collections.abc import Iterable
from typing import Final, NamedTuple

FORM_KIND: Final = "docgen.bieu-mau-ket-qua"
FORM_VERSION: Final = "1"

RESULTS: Final = "Kết quả"
FIGURES: Final = "Số liệu"
GUIDE: Final = "Hướng dẫn"
META: Final = "_docgen"

CODE: Final = "Mã"
TASK: Final = "Nhiệm vụ"
ROLE: Final = "Vai trò"
TIME: Final = "Thời gian"
STATUS: Final = "Trạng thái"
DONE_ON: Final = "Ngày hoàn thành"
DONE: Final = "Kết quả thực hiện"
DIFFICULTIES: Final = "Khó khăn, vướng mắc"
PROPOSALS: Final = "Kiến nghị"
RESULT_HEADINGS: Final = (CODE, TASK, ROLE, TIME, STATUS, DONE_ON, DONE, DIFFICULTIES, PROPOSALS)
INPUTS: Final = (STATUS, DONE_ON, DONE, DIFFICULTIES, PROPOSALS)

MEASURE: Final = "Chỉ tiêu"
MEASURED_IN: Final = "Đơn vị tính"
AMOUNT: Final = "Số lượng"
FIGURE_HEADINGS: Final = (CODE, TASK, MEASURE, MEASURED_IN, AMOUNT)

UNIT_LABEL: Final = "Đơn vị báo cáo:"
PERIOD_LABEL: Final = "Kỳ báo cáo:"
PLAN_LABEL: Final = "Thực hiện:"
REPORTER_LABEL: Final = "Người báo cáo, điện thoại:"  # what they fill in stands in the cell to its right

DUTY_ROLE: Final = "trách nhiệm"
DUTY_CODE: Final = "TN."
FURTHER_CODE: Final = "K."
FURTHER_ROLE: Final = "việc khác"
BAND_LED: Final = "Nhiệm vụ chủ trì"
BAND_JOINED: Final = "Nhiệm vụ phối hợp"
BAND_WATCHED: Final = "Nhiệm vụ theo dõi (chỉ ghi nếu có nhận xét; không tính vào kết quả)"
BAND_DUTIES: Final = "Trách nhiệm nêu trong kế hoạch"
BAND_FURTHER: Final = "Công việc khác đã làm (nếu có)"
BANDS: Final = (BAND_LED, BAND_JOINED, BAND_WATCHED, BAND_DUTIES, BAND_FURTHER)

KIND_FIELD: Final = "kieu"
SENT_CODE: Final = 4  # column D of the hidden sheet
SENT_TASK: Final = 5
SENT_ROLE: Final = 6
SENT_FIRST: Final = 2  # the row below its headings


class FormIdentity(NamedTuple):
    """What a form is for; each field is a line of the hidden sheet under the field's own name."""

    don_vi: str
    nam: int
    ky: str  # the words of the period: "năm 2023", "quý III năm 2023"
    ke_hoach: str  # the subject of the plan
    ma_ke_hoach: str  # `plan_digest` of the plan that the form was made from
    phien_ban: str = FORM_VERSION


class FormRow(NamedTuple):
    """What a unit is asked about: a task, a line of one or a duty; `ghi_chu` is on its time.

    `vai` is "chủ trì", "phối hợp", "theo dõi" or `DUTY_ROLE`. `chi_tiet` is what else the plan says of it, a line each
    ("Sản phẩm: Báo cáo"); it stands below its time.
    """

    ma: str
    ten: str
    vai: str
    thoi_gian: str = ""
    ghi_chu: str = ""
    chi_tiet: str = ""


def plan_digest(nam: int, trich_yeu: str, asked: Iterable[tuple[str, str]]) -> str:
    """Return what tells a plan from others and from itself after its work was changed: `asked` is the code and words of each."""
    parts = [str(nam), trich_yeu, *(text for pair in asked for text in pair)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
