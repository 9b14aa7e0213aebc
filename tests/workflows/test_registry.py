"""The registry of units edited in place."""

from pathlib import Path

import pytest

import docgen
from docgen.errors import DataError, DocgenError

REGISTRY = """\
# Danh mục
don_vi:
  - ten: Sở Y tế   # tên từ 2025
    viet_tat: SYT

  # Chưa rõ nhóm
  - {ten: Sở Nội vụ, viet_tat: [SNV]}

nhom:
  - ten: các sở
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "donvi.yaml").write_text(REGISTRY, "utf-8")
    (tmp_path / "2026").mkdir()
    return tmp_path / "2026" / "kehoach.yaml"


@pytest.mark.parametrize(
    ("unit", "old", "new"),
    [
        ("Sở Y tế", "    viet_tat: SYT\n", "    viet_tat:\n      - SYT\n      - Sở YT\n"),
        (
            "sở nội  vụ",
            "  - {ten: Sở Nội vụ, viet_tat: [SNV]}\n",
            "  - ten: Sở Nội vụ\n    viet_tat:\n      - SNV\n      - Sở YT\n",
        ),
        ("các sở", "  - ten: các sở\n", "  - ten: các sở\n    viet_tat:\n      - Sở YT\n"),
    ],
)
def test_another_name_goes_to_its_unit_or_group_and_nothing_else_changes(plan: Path, unit: str, old: str, new: str) -> None:
    made = docgen.add_name(plan, unit, " Sở  YT ")
    now = made.data.decode()
    assert now == REGISTRY.replace(old, new)
    made.save()
    assert (plan.parent.parent / "donvi.yaml").read_text("utf-8") == now


def test_a_unit_more_stands_behind_the_others(plan: Path) -> None:
    now = docgen.add_unit(plan, "Sở Tài chính", groups=["các sở"]).data.decode()
    rest = now.replace("  - ten: Sở Tài chính\n    nhom:\n      - các sở\n", "")
    assert rest == REGISTRY
    assert now.index("Sở Nội vụ") < now.index("Sở Tài chính") < now.index("nhom:\n  - ten: các sở")


def test_units_become_members_of_a_group_and_new_ones_where_that_is_meant(plan: Path) -> None:
    now = docgen.add_members(plan, "Các sở", ["SYT", "Sở Nội vụ"]).data.decode()
    assert now == REGISTRY.replace("    viet_tat: SYT\n", "    viet_tat: SYT\n    nhom:\n      - các sở\n").replace(
        "  - {ten: Sở Nội vụ, viet_tat: [SNV]}\n",
        "  - ten: Sở Nội vụ\n    viet_tat:\n      - SNV\n    nhom:\n      - các sở\n",
    )
    with pytest.raises(DataError) as refused:
        docgen.add_members(plan, "các sở", ["Sở Y tê", "Hội Làm vườn"])
    assert [(one.message, one.remedy) for one in refused.value.problems] == [
        ("“Sở Y tê” không có trong danh mục đơn vị", "có phải “Sở Y tế”? Nếu là đơn vị mới thì đánh dấu {new}"),
        ("“Hội Làm vườn” không có trong danh mục đơn vị", "là đơn vị mới thì đánh dấu {new}"),
    ]
    assert "  - ten: Hội Làm vườn\n" in docgen.add_members(plan, "các sở", ["Hội Làm vườn"], new=["Hội Làm vườn"]).data.decode()


def test_letters_to_a_unit_ask_where_the_registry_says_so(plan: Path) -> None:
    made = docgen.set_loi_giao(plan, "Sở Y tế", "đề nghị").data.decode()
    assert made == REGISTRY.replace("    viet_tat: SYT\n", "    viet_tat: SYT\n    loi_giao: đề nghị\n")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda plan: docgen.set_loi_giao(plan, "Sở X", "giao"), "không có trong danh mục"),
        (lambda plan: docgen.set_loi_giao(plan, "Sở Y tế", "mời"), "loi_giao"),
        (lambda plan: docgen.add_unit(plan, " "), "phải ghi tên"),
        (lambda plan: docgen.add_unit(plan, "SYT"), "đã là tên hoặc cách viết khác"),
        (lambda plan: docgen.add_unit(plan, "Sở X", groups=["các ban"]), "chưa có nhóm"),
        (lambda plan: docgen.add_name(plan, "Sở X", "SX"), "không có trong danh mục"),
        (lambda plan: docgen.add_name(plan, "Sở Y tế", "SNV"), "đã là tên hoặc cách viết khác"),
        (lambda plan: docgen.add_name(plan, "Sở Y tế", "syt"), "đã là tên hoặc cách viết khác"),
    ],
)
def test_what_cannot_be_is_refused(plan: Path, edit: object, said: str) -> None:
    assert callable(edit)
    with pytest.raises(DataError, match=said):
        edit(plan)


def test_what_somebody_saved_meanwhile_stays(plan: Path) -> None:
    made = docgen.add_unit(plan, "Sở Tài chính")
    path = plan.parent.parent / "donvi.yaml"
    path.write_text(f"{REGISTRY}# khác\n", "utf-8")
    with pytest.raises(docgen.ChangedMeanwhile):
        made.save()
    assert path.read_text("utf-8") == f"{REGISTRY}# khác\n"


def test_without_a_registry_it_is_said(plan: Path) -> None:
    (plan.parent.parent / "donvi.yaml").unlink()
    with pytest.raises(DocgenError, match=r"không thấy donvi\.yaml"):
        docgen.add_unit(plan, "Sở Tài chính")
