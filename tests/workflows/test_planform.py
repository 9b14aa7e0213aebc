"""A plan as a form and back: only what was changed changes in the file, and each problem finds its field."""

import difflib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import docgen
from docgen.errors import FileError
from tests.conftest import ROOT, SAMPLE


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    for name in ("coquan.yaml", "donvi.yaml"):
        shutil.copy(ROOT / "data" / name, tmp_path)
    (tmp_path / "2023").mkdir()
    return Path(shutil.copy(SAMPLE, tmp_path / "2023" / "kehoach.yaml"))


def changes(before: bytes, after: bytes) -> list[str]:
    found = difflib.ndiff(before.decode().splitlines(), after.decode().splitlines())
    return [line for line in found if line[:1] in "+-"]


PLANS = sorted(
    [
        *(ROOT / "data").glob("*/kehoach.yaml"),
        *(ROOT / "bench").glob("corpus/years/*/kehoach.yaml"),
        *(ROOT / "tests").glob("plans/*/kehoach.yaml"),
    ]
)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.name)
def test_what_nobody_changed_is_the_same_file(path: Path) -> None:
    form = docgen.plan_form(path)
    assert form.changed(form.fields, form.tables) == path.read_bytes()
    typed_by_a_browser = {name: text.replace("\n", "\r\n").replace("\r\n", "\n") + "\n" for name, text in form.fields.items()}
    assert form.changed(typed_by_a_browser, form.tables) == path.read_bytes()


def test_fields_change_where_they_stand(plan: Path) -> None:
    form = docgen.plan_form(plan)
    made = form.changed(
        {"so": "15", "ngay": "06/02/2023", "luu": "VT, VP", "noi_nhan": form.fields["noi_nhan"] + "\n- Lưu trữ tỉnh"}
    )
    assert changes(form.data, made) == [
        "- so:",
        "- ngay:",
        "+ so: 15",
        "+ ngay: 2023-02-06",
        "+   - Lưu trữ tỉnh",
        "- luu: VT, NV",
        "+ luu: VT, VP",
    ]


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("15/12/2025", "2025-12-15", "15/12/2025"),
        ("5-3-2025", "2025-03-05", "05/03/2025"),
        ("ngày 15 tháng 12 năm 2025", "2025-12-15", "15/12/2025"),
        ("2025-12-15", "2025-12-15", "15/12/2025"),
        ("tháng 12 năm 2025", "2025-12", "12/2025"),
        ("12/2025", "2025-12", "12/2025"),
        ("năm 2025", "2025", "2025"),
        ("30/13/2025", "30/13/2025", "30/13/2025"),
        ("giữa tháng ba", "giữa tháng ba", "giữa tháng ba"),
    ],
)
def test_dates_are_typed_as_offices_write_them(plan: Path, typed: str, kept: str, shown: str) -> None:
    form = docgen.plan_form(plan)
    made = docgen.plan_form(plan, form.changed({"ngay": typed}))
    assert f"\nngay: {kept}\n" in made.data.decode()
    assert made.fields["ngay"] == shown
    assert made.changed({"ngay": f" {shown} "}) == made.data
    wrong = [one.message for one in made.problems]
    assert wrong == [] or (typed == kept and made.at_fields(made.problems).keys() == {"ngay"})


def test_a_signer_of_its_own_comes_and_goes(plan: Path) -> None:
    form = docgen.plan_form(plan)
    made = form.changed({"ky.ho_ten": "Trần Văn Lâu", "ky.quyen_han": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"})
    again = docgen.plan_form(plan, made)
    assert again.fields["ky.quyen_han"] == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"
    assert docgen.plan_form(plan, again.changed({"ky.ho_ten": ""})).fields["ky.ho_ten"] == ""


def test_a_body_in_keys_is_edited_as_typed_text_and_stays_in_keys(plan: Path) -> None:
    form = docgen.plan_form(plan)
    body = form.fields["than"]
    assert body.startswith("I. Mục đích, yêu cầu\n1. Mục đích\n- Đưa Chương trình")
    assert "V. Tổ chức thực hiện\n1. Sở Thông tin và Truyền thông tỉnh Sóc Trăng\n- Chủ trì" in body
    body = body.replace("1. **Thời gian thực hiện:** Trong năm 2023.", "1. **Thời gian thực hiện:** Cả năm 2023.")
    body = body.replace("2. Các sở, ban, ngành", "- Báo cáo hằng quý.\n2. Các sở, ban, ngành")
    made = form.changed({"than": body})
    assert changes(form.data, made) == [
        "-         cung_dong: Trong năm 2023.",
        "+         cung_dong: Cả năm 2023.",
        "+       - Báo cáo hằng quý.",
    ]


def test_what_cannot_stand_in_keys_is_kept_as_typed(plan: Path) -> None:
    """Words outside of all parts: the clerk's text is saved as it is, and told at its line."""
    form = docgen.plan_form(plan)
    made = form.changed({"than": "Lời dẫn chưa có phần.\n" + form.fields["than"]})
    again = docgen.plan_form(plan, made)
    assert again.fields["than"] == "Lời dẫn chưa có phần.\n" + form.fields["than"]
    [problem] = again.at_fields(again.problems)["than"]
    assert "chưa có phần nào ở trên" in problem.message
    assert again.line_of(problem.place) == 1


def test_tasks_are_rows(plan: Path) -> None:
    form = docgen.plan_form(plan)
    [table] = form.tables
    assert [row.kind for row in table.rows] == ["nhóm", *["việc"] * 4, "nhóm", *["việc"] * 3]
    assert table.columns == ("ten", "chu_tri", "phoi_hop", "thoi_gian")
    rows = list(table.rows)
    rows[2] = docgen.TaskRow("việc", {**rows[2].cells, "thoi_gian": "Quý III", "san_pham": "Phóng sự"}, rows[2].route)
    rows.append(docgen.TaskRow("việc", {"ten": "Tổng kết", "chu_tri": "Sở Nội vụ"}))
    del rows[4]
    made = form.changed({}, [docgen.TaskTable(0, table.tieu_de, table.kem_theo, tuple(rows))])
    assert [line for line in changes(form.data, made) if line[0] == "+"] == [
        "+             thoi_gian: Quý III",
        "+             san_pham: Phóng sự",
        "+           - ten: Tổng kết",
        "+             chu_tri: Sở Nội vụ",
    ]
    assert "RCEP" not in made.decode()


def test_a_first_table_of_tasks_is_made(plan: Path) -> None:
    text = plan.read_text("utf-8")
    plan.write_text(text[: text.index("\nphu_luc:")] + "\n" + text[text.index("\n# Công văn giao việc") :], "utf-8")
    form = docgen.plan_form(plan)
    [table] = form.tables
    assert table.rows == ()
    rows = (
        docgen.TaskRow("việc", {"ten": "Rà soát", "chu_tri": "Sở Nội vụ"}),
        docgen.TaskRow("dòng", {"chu_tri": "Sở Y tế", "san_pham": "Báo cáo"}),
    )
    made = form.changed({}, [docgen.TaskTable(0, "Nhiệm vụ năm 2023", "", rows)])
    again = docgen.plan_form(plan, made)
    assert [(row.kind, dict(row.cells)) for row in again.tables[0].rows] == [(row.kind, dict(row.cells)) for row in rows]
    assert form.changed({}, [docgen.TaskTable(0, "", "", ())]) == form.data


@pytest.mark.parametrize(
    ("fields", "at", "words"),
    [
        ({"so": "mười lăm"}, "so", "số"),
        ({"ngay": "31/02/2023"}, "ngay", "ngày"),
        ({"nam": ""}, "nam", "còn trống"),
        ({"trich_yeu": ""}, "trich_yeu", "còn trống"),
        ({"noi_nhan": "Như trên\nLưu: VT"}, "noi_nhan", "Lưu"),
        ({"ky.quyen_han": "TM UBND"}, "ky.quyen_han", "TM."),
        ({"than": "I. MỤC ĐÍCH\n1.1. Nhỏ."}, "than", "phải đứng dưới một mục"),
    ],
)
def test_each_mistake_stands_at_its_field(plan: Path, fields: dict[str, str], at: str, words: str) -> None:
    form = docgen.plan_form(plan)
    made = docgen.plan_form(plan, form.changed(fields))
    found = made.at_fields(made.problems)
    assert list(found) == [at]
    assert any(words in one.message for one in found[at]), found


def test_a_mistake_in_a_cell_stands_at_that_cell(plan: Path) -> None:
    form = docgen.plan_form(plan)
    [table] = form.tables
    rows = list(table.rows)
    rows[1] = docgen.TaskRow("việc", {**rows[1].cells, "chu_tri": "như trên"}, rows[1].route)
    made = docgen.plan_form(plan, form.changed({}, [docgen.TaskTable(0, table.tieu_de, "", tuple(rows))]))
    assert list(made.at_fields(made.problems)) == ["pl0.1.chu_tri"]


def test_a_save_is_held_against_the_file_that_was_read(plan: Path) -> None:
    was = docgen.read_data(plan)
    now = docgen.plan_form(plan).changed({"so": "15"})
    docgen.save_data(plan, was, now)
    assert plan.read_bytes() == now
    assert [path.name for path in plan.parent.iterdir()] == ["kehoach.yaml"]
    with pytest.raises(docgen.ChangedMeanwhile) as raised:
        docgen.save_data(plan, was, was)
    assert raised.value.now == now
    docgen.save_data(plan, now, was)  # undone
    assert plan.read_bytes() == was


def test_a_file_that_went_away_is_not_made_again(plan: Path) -> None:
    was = docgen.read_data(plan)
    plan.rename(plan.with_name("khac.yaml"))
    with pytest.raises(FileError, match="không còn ở chỗ cũ"):
        docgen.save_data(plan, was, was + b"# x\n")
    assert not plan.exists()


def test_somebody_who_saves_between_the_look_and_the_write_loses_nothing(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen.files import storage  # noqa: PLC0415

    was, real = docgen.read_data(plan), storage.write_all

    def late(*given: object, **named: object) -> object:
        plan.write_bytes(b"nam: 2024\n")
        write: Callable[..., object] = real
        return write(*given, **named)

    monkeypatch.setattr(storage, "write_all", late)
    with pytest.raises(docgen.ChangedMeanwhile):
        docgen.save_data(plan, was, was + b"# x\n")
    assert plan.read_bytes() == b"nam: 2024\n"


def test_units_are_completed_and_recognised(plan: Path) -> None:
    assert {"Sở Thông tin và Truyền thông", "Báo Sóc Trăng"} <= set(docgen.unit_names(plan))
    known, group, unknown, above = docgen.read_units(
        plan, 2023, ["Sở TT&TT; Báo Sóc Trăng", "các sở, ban, ngành tỉnh", "Sở Vũ trụ", "như trên"]
    )
    assert known.units == ("Sở Thông tin và Truyền thông", "Báo Sóc Trăng")
    assert group.units == ("các sở, ban, ngành tỉnh",)
    assert (unknown.units, "Sở Vũ trụ" in unknown.unknown[0].problem.message) == ((), True)
    assert (above.units, above.unknown) == ((), ())
