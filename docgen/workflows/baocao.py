"""The stages of the report: load, validate, follow the tasks, context, render, check; and what is doubtful in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from docgen.data.model.coquan import Ky
from docgen.data.model.ketqua import FIGURE_LEFT_OUT, NAMELESS, KetQua, TrangThai, to_look_at
from docgen.data.yamlfile import Route, YamlFile, in_order
from docgen.errors import DataError, FileError, Problem
from docgen.paper.context.baocao import baocao_context
from docgen.paper.context.baocao_data import Report
from docgen.paper.context.baocao_sentences import enumerated
from docgen.paper.notices import crowded
from docgen.text.so import difference, dong
from docgen.text.thoigian import KyBaoCao
from docgen.work.answers import duty_parts
from docgen.work.assignments import RemarkKind
from docgen.work.so_lieu import not_added
from docgen.work.theo_doi import follow
from docgen.work.tiendo import Han, Name, by_deadline
from docgen.work.units import Registry
from docgen.workflows.asking import Asking, refuse_mismatches
from docgen.workflows.office import Office
from docgen.workflows.ownfindings import Origins, draft_with_number, findings_of, is_final, judged
from docgen.workflows.paper import Paper, Press
from docgen.workflows.saving import FILLING, JUDGING, READING, Say, StrPath, path_or_none, silent

PAPER: Final = "baocao.docx"
_NO_DAY: Final = (
    "⦃den_ngay: ¦⦄báo cáo đã có ⦃so, ngay¦số, ngày⦄ thì phải ghi số liệu tính đến ngày nào; "
    "ghi ngày, hoặc để trống ⦃so, ngay¦số, ngày⦄"
)
_SILENT: Final = "{many} nhiệm vụ chưa có báo cáo của đơn vị chủ trì: {codes}"
_OF_NOBODY: Final = (
    "{many} nhiệm vụ kế hoạch không giao cho ai chưa có kết quả: {codes}; "
    "ghi vào ⦃ket_qua¦bảng kết quả⦄, không ghi ⦃don_vi¦đơn vị⦄"
)
_PARTS: Final = {
    "chi_dao": "công tác lãnh đạo, chỉ đạo",
    "phuong_huong": "phương hướng, nhiệm vụ",
    "kien_nghi": "kiến nghị",
}


def make_report(
    data: StrPath,
    *,
    results: StrPath | None = None,
    period: str | None = None,
    template: StrPath | None = None,
    say: Say | None = None,
) -> Paper:
    """Make the summary report of the plan at `data` from its results.

    Args:
        data: A kehoach.yaml; coquan.yaml and donvi.yaml stand beside it or in a folder above.
        results: The file of results, ketqua.yaml beside the plan where none is given.
        period: In words ("6 tháng đầu năm 2023"), the whole year of the plan where none is given.
        template: The office's own Word template instead of docgen's.
        say: Hears of each stage in a few words.

    Returns:
        The paper, to be saved as baocao.docx beside `data`; its `warnings` are what is doubtful in the results.

    Raises:
        DataError: The data are wrong, a result names another task than the plan, or a final report has no `den_ngay`; every
            problem with its place.
        FileError: A file is missing or cannot be read.
        TemplateError: The template is wrong.
    """
    say, data = say or silent, Path(data)
    say(READING)
    office = Office(data, path_or_none(results))
    if office.data.exists() and not office.has_results:
        remedy = "gom kết quả bằng {gather}, hoặc chỉ rõ tệp bằng {results}"
        raise FileError.at(str(office.results), "chưa có tệp kết quả", remedy)
    answers, asked, ky, signer = _checked(office, period)
    results_file, final = office.ketqua.file, is_final(answers.so, answers.ngay)
    say("đối chiếu, đếm")
    had = duty_parts(office.assignments, Asking(office).duty_codes)
    duties = {code: (name.full, had[code]) for code, name in asked.items() if code in had}
    tiendo = follow(office.assignments, answers, ky, duties, lambda text: office.registry.read(text).don_vi)
    say(FILLING)
    coquan = office.coquan.model
    press = Press.of("baocao", template, coquan)
    report = Report(office.plan, answers, tiendo, coquan, signer, press.layout)
    values = baocao_context(report)
    paper = press.printed(values, _source(office, ky))
    warnings = [
        *_notes(report, results_file, office.kehoach.file),
        *office.remarks,
        *office.located((RemarkKind.TIME,)),
        *press.left_out(values),
        *crowded(values, data),
    ]
    say(JUDGING)
    target = data.with_name(PAPER)
    origins = Origins(office.kehoach.file, results_file, office.coquan.file)
    found = judged(target, paper)
    return Paper(paper, target, findings_of(found, origins), tuple(warnings), final, found)


def paper_digest(office: Office) -> str:
    """Return the digest in the stamp of a report of the whole year that is made of `office` now; raise as `make_report` does."""
    _, _, ky, _ = _checked(office, None)
    return Press.of("baocao", None, office.coquan.model).digest_of(_source(office, ky))


def _checked(office: Office, period: str | None) -> tuple[KetQua, dict[str, Name], KyBaoCao, Ky]:
    """Return the answers with their units' full names, what was asked, the period, who signs; raise `DataError`."""
    office.checked("kehoach", "coquan", "donvi", "ketqua")
    results_file, told = office.ketqua
    answers = _in_full(told, office.registry)
    asked = Asking(office).names()
    refuse_mismatches(office, asked)
    ky = office.period(period)
    signer = office.signer(answers.ky)
    if is_final(answers.so, answers.ngay) and answers.den_ngay is None:
        raise DataError(Problem(results_file.key_place(("den_ngay",)), _NO_DAY))
    return answers, asked, ky, signer


def _source(office: Office, ky: KyBaoCao) -> list[str]:
    files = (office.kehoach.file, office.coquan.file, office.donvi.file, office.ketqua.file)
    return [*(file.text for file in files), ky.chu]


def _in_full(results: KetQua, registry: Registry) -> KetQua:
    """Return `results` with each unit by its full name, however it was typed: "syt", "Sở  Y Tế"."""
    named = []
    for one in results.ket_qua:
        reading = registry.read(one.don_vi) if one.don_vi else None
        is_one = reading is not None and len(reading.mentions) == 1 and not reading.leftovers and reading.mentions[0].nhom is None
        full = reading.don_vi[0] if reading and is_one and reading.don_vi else one.don_vi
        named.append(one if full == one.don_vi else one.model_copy(update={"don_vi": full}))
    return results.model_copy(update={"ket_qua": tuple(named)})


def _notes(report: Report, results: YamlFile, plan: YamlFile) -> Iterator[Problem]:
    """Yield what to look at, with its place, first what concerns the results as a whole."""
    for route, sentence in _as_a_whole(report):
        yield Problem(results.place(route), sentence)
    yield from in_order(Problem(results.place(one.route), one.message) for one in report.tiendo.nhac)
    if not is_final(report.plan.so, report.plan.ngay):
        yield Problem(plan.place(("so",)), "kế hoạch chưa có số hoặc ngày nên câu viện dẫn trong báo cáo còn chỗ trống")


def _as_a_whole(report: Report) -> Iterator[tuple[Route, str]]:
    if report.ket_qua.vi_du:
        yield ("vi_du",), "số liệu trong tệp này là ví dụ, không phải kết quả thật; không dùng để ban hành"
    if report.ket_qua.den_ngay is None:
        yield (
            (),
            "chưa có ⦃den_ngay (ngày chốt số liệu)¦ngày chốt số liệu⦄ nên báo cáo còn chỗ trống, "
            "việc chưa xong không xét là quá hạn",
        )
    if (said := draft_with_number(report.ket_qua.du_thao, report.ket_qua.so)) is not None:
        yield ("du_thao",), said
    yield from _answers(report)
    yield from _money(report)
    yield from _left_out(report)


def _answers(report: Report) -> Iterator[tuple[Route, str]]:
    lines = report.tiendo.dong
    silent = [line.nhiem_vu for line in lines if line.trang_thai is TrangThai.CHUA_BAO_CAO]
    for nobody, said in ((False, _SILENT), (True, _OF_NOBODY)):
        if found := [task for task in silent if task.given_to_nobody is nobody]:
            many = len({task.whole.ma for task in found})
            yield ("ket_qua",), said.format(many=many, codes=enumerated([task.ma for task in found]))
    for one in lines:
        if one.tra_loi and one.chua_tra_loi:
            sentence = (
                f"nhiệm vụ {one.nhiem_vu.ma} tính theo đơn vị đã trả lời; chưa có báo cáo của {'; '.join(one.chua_tra_loi)}"
            )
            yield _answer(report, one.nhiem_vu.ma), sentence
    for duty in report.tiendo.trach_nhiem:
        if duty.chua_tra_loi:
            yield _answer(report, duty.ma), f"trách nhiệm {duty.ma} chưa có báo cáo của {'; '.join(duty.chua_tra_loi)}"
    yield from _not_looked_at(report)
    for one in lines:
        if one.trang_thai is TrangThai.CHUA_RO:
            sentence = (
                f"nhiệm vụ {one.nhiem_vu.ma} có trả lời nhưng chưa rõ trạng thái; hỏi đơn vị rồi sửa ⦃trang_thai¦trạng thái⦄"
            )
            yield _answer(report, one.nhiem_vu.ma, TrangThai.CHUA_RO), sentence
    outside = [task.ma for task in report.tiendo.ngoai_ky]
    if outside:
        yield ("ket_qua",), f"{len(outside)} nhiệm vụ không thuộc {report.tiendo.ky.chu} nên không tính: {enumerated(outside)}"
    undated = [one.nhiem_vu.ma for one in by_deadline(lines)[Han.CHUA_RO] if one.trang_thai is TrangThai.HOAN_THANH]
    if undated:
        sentence = f"nhiệm vụ có thời hạn đã hoàn thành nhưng chưa ghi ⦃ngay_hoan_thanh¦ngày hoàn thành⦄: {enumerated(undated)}"
        yield ("ket_qua",), sentence
    for ma, sentence in not_added(report.found):
        yield _answer(report, ma), sentence


def _not_looked_at(report: Report) -> Iterator[tuple[Route, str]]:
    """Yield the answers of which a figure was not read, or of which nobody knows what was done: the paper tells less of them."""
    for index, one in enumerate(report.ket_qua.ket_qua):
        who = f" của {one.don_vi}" if one.don_vi else ""
        unread = [note for note in to_look_at(one.ghi_chu or "") if FIGURE_LEFT_OUT in note]
        if unread:
            yield (
                ("ket_qua", index),
                f"kết quả {one.ma}{who} còn số liệu chưa đọc được nên chưa cộng vào tổng ({'; '.join(unread)}); "
                "ghi số vào ⦃so_lieu¦số liệu⦄ rồi xóa lời nhắc",
            )
        if one.ten == NAMELESS:
            yield ("ket_qua", index), f"việc khác {one.ma}{who} chưa có tên mà báo cáo có in; hỏi đơn vị rồi ghi ⦃ten¦tên việc⦄"


def _answer(report: Report, ma: str, status: TrangThai | None = None) -> Route:
    """Return where the results first tell of the task `ma`, with that status where one is given."""
    told = report.told[ma]
    return "ket_qua", next((index for index, one in told if status in (None, one.trang_thai)), told[0][0])


def _money(report: Report) -> Iterator[tuple[Route, str]]:
    planned, spent = report.ket_qua.kinh_phi.du_toan, report.ket_qua.kinh_phi.thuc_hien
    if spent is not None and planned is None:
        yield ("kinh_phi",), "có ⦃thuc_hien¦số đã thực hiện⦄ nhưng chưa có ⦃du_toan¦dự toán⦄ nên báo cáo không nêu tỷ lệ"
    elif spent is not None and planned == 0 and spent > 0:
        yield ("kinh_phi",), "⦃du_toan¦dự toán⦄ là 0 mà có ⦃thuc_hien¦số đã thực hiện⦄ nên báo cáo không nêu tỷ lệ; xem lại"
    elif spent is not None and planned is not None and spent > planned:
        yield ("kinh_phi", "thuc_hien"), f"thực hiện vượt dự toán {dong(difference(spent, planned))}; xem lại"
    elif planned is not None and spent is None:
        yield ("kinh_phi",), "có ⦃du_toan¦dự toán⦄ nhưng chưa có ⦃thuc_hien¦số đã thực hiện⦄"


def _left_out(report: Report) -> Iterator[tuple[Route, str]]:
    results = report.ket_qua
    missing = [f"{words}⦃ ({key})¦⦄" for key, words in _PARTS.items() if not getattr(results, key)]
    judged = results.danh_gia
    if not any((judged.uu_diem, judged.han_che, judged.nguyen_nhan, judged.bai_hoc)):
        missing.append("đánh giá chung⦃ (danh_gia)¦⦄")
    money = results.kinh_phi
    if money.du_toan is None and money.thuc_hien is None and money.ghi_chu is None:
        missing.append("kinh phí⦃ (kinh_phi)¦⦄")
    if missing:
        yield (), f"báo cáo bỏ qua các phần chưa có dữ liệu: {', '.join(missing)}"
