"""Visible blanks in a paper: each is found wherever it stands, and no other rule takes one for words."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.check.finding import Severity
from docgen.check.judging import judge
from docgen.cli import main as cli
from tests.conftest import SAMPLE

WritePlan = Callable[[str], Path]
BASIS = "Quyết định số 3334/QĐ-UBND ngày 09 tháng 12 năm 2022 của"
FINAL = ("so:\nngay:", "so: 15\nngay: 2023-03-20")
SIGNER = "ky: {quyen_han: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH], chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Trần Văn B}"
LUU = "luu: VT, NV"

BLANKS = {
    "number and day of a basis": [
        (BASIS, "Quyết định số [cần điền số]/QĐ-UBND ngày [cần điền ngày] của"),
        ("Quyết định số 3334/QĐ-UBND, cùng", "Quyết định số [cần điền số]/QĐ-UBND, cùng"),
    ],
    "day of a basis alone": [(BASIS, "Quyết định số 3334/QĐ-UBND ngày [cần điền ngày] của")],
    "a basis without its number": [
        (BASIS, "Quyết định [cần điền ký hiệu] ngày 09 tháng 12 năm 2022 của"),
        ("Quyết định số 3334/QĐ-UBND, cùng", "Quyết định [cần điền ký hiệu], cùng"),
    ],
    "period": [("giai đoạn 2021 - 2025,", "giai đoạn [cần điền giai đoạn],")],
    "subject broken over lines": [
        ("ASEAN năm 2023 trên\n  địa bàn tỉnh Sóc Trăng\n", "ASEAN năm [cần điền năm và chủ đề của năm đó] tại [cần chọn tỉnh]\n")
    ],
    "heading in capitals": [("tieu_de: Hình thức và nội dung", "tieu_de: Hình thức và [cần điền nội dung]")],
    "in quotation marks": [("“Một ASEAN tầm vóc: tâm điểm của tăng trưởng”", "“[cần điền chủ đề]”")],
    "recipient": [("- Báo Sóc Trăng\n", "- '[cần chọn đơn vị thay Báo Sóc Trăng]'\n")],
    "filing copy": [(LUU, "luu: '[cần chọn đơn vị soạn thảo]'")],
    "unit and time of a task": [
        ("chu_tri: Sở Công Thương", "chu_tri: '[cần chọn đơn vị thay Sở Công Thương]'"),
        ("thoi_gian: Quý II", "thoi_gian: Trước ngày [cần điền ngày]"),
    ],
    "title of the appendix": [("tieu_de: Các hoạt động tuyên truyền", "tieu_de: '[cần điền tên] hoạt động tuyên truyền'\n    #")],
    "closing sentence": [("Trên đây là nội dung Kế hoạch", "Trên đây là nội dung [cần điền tên] Kế hoạch")],
    "signer's name": [(LUU, LUU + "\n" + SIGNER.replace("Trần Văn B", "'[cần điền họ tên]'"))],
    "signer's name in part": [(LUU, LUU + "\n" + SIGNER.replace("Trần Văn B", "'Trần Văn [cần điền tên]'"))],
    "signer's title": [(LUU, LUU + "\n" + SIGNER.replace("PHÓ CHỦ TỊCH", "'[cần điền chức vụ]'"))],
    "title broken over lines": [
        (LUU, LUU + "\n" + SIGNER.replace("PHÓ CHỦ TỊCH", "'[cần chọn người ký thay đồng chí đã nghỉ hưu] PHÓ CHỦ TỊCH'"))
    ],
}


def plan_with(blanks: list[tuple[str, str]], *, final: bool) -> str:
    text = SAMPLE.read_text("utf-8")
    for old, new in [*blanks, *([FINAL] if final else [])]:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize("final", [False, True], ids=["draft", "final"])
@pytest.mark.parametrize("blanks", BLANKS.values(), ids=list(BLANKS))
def test_x11_alone_speaks_of_a_blank(write_plan: WritePlan, blanks: list[tuple[str, str]], *, final: bool) -> None:
    plan = write_plan(plan_with(blanks, final=final))
    paper = plan.with_suffix(".docx")
    assert cli.run(["kehoach", str(plan), "--van-ghi"]) == 0
    found = judge("kehoach.docx", paper.read_bytes()).findings
    assert [finding.message for finding in found if finding.rule.id != "X11"] == []
    told = {message.partition("“")[2].rstrip("”").lower() for message in (finding.message for finding in found)}
    assert told == {blank.lower() for _, new in blanks for blank in re.findall(r"\[cần[^\]]*\]", new)}
    assert {finding.severity for finding in found} == {Severity.ERROR if final else Severity.NOTE}


def test_a_final_plan_with_a_blank_is_refused(write_plan: WritePlan, capsys: pytest.CaptureFixture[str]) -> None:
    plan = write_plan(plan_with(BLANKS["number and day of a basis"], final=True))
    assert cli.run(["kehoach", str(plan)]) == 1
    assert "Còn chỗ chưa điền “[cần điền số]”" in capsys.readouterr().err
    assert not plan.with_suffix(".docx").exists()


def test_a_draft_with_a_blank_is_written(write_plan: WritePlan, capsys: pytest.CaptureFixture[str]) -> None:
    plan = write_plan(plan_with(BLANKS["number and day of a basis"], final=False))
    assert cli.run(["kehoach", str(plan)]) == 0
    assert plan.with_suffix(".docx").exists()
    assert "X11" not in capsys.readouterr().err
