"""Several lines of one value or cell: which are items, at which level, whatever marks were typed before them."""

import pytest

from docgen.text.dau_muc import typed_items


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("Họp 12 cuộc", [(0, "Họp 12 cuộc")]),
        ("- Họp 12 cuộc", [(1, "Họp 12 cuộc")]),
        ("- Họp\n- Tập huấn", [(1, "Họp"), (1, "Tập huấn")]),
        ("Họp\n\nTập huấn\n", [(0, "Họp"), (0, "Tập huấn")]),
        ("-Họp\n+Tập huấn\n–  Thi", [(1, "Họp"), (2, "Tập huấn"), (1, "Thi")]),
        ("+ Họp\n+ Thi", [(1, "Họp"), (1, "Thi")]),
        ("- - Họp\n• Thi\n* Hội\n\uf0b7 Lễ\n→ Sân\n=> Sách", [(1, each) for each in "Họp Thi Hội Lễ Sân Sách".split()]),
        ("1. Họp\n2. Thi", [(1, "Họp"), (1, "Thi")]),
        ("1) Họp\na) Sáng\nb) Chiều\n2) Thi", [(1, "Họp"), (2, "Sáng"), (2, "Chiều"), (1, "Thi")]),
        ("2. Họp\nThi", [(0, "2. Họp"), (0, "Thi")]),
        ("Đã làm:\n- Họp\n+ Sáng\nThi", [(0, "Đã làm:"), (2, "Họp"), (2, "Sáng"), (0, "Thi")]),
        ("-02 lớp\n-03 lớp", [(1, "02 lớp"), (1, "03 lớp")]),
        ("-5% so với 2025", [(0, "-5% so với 2025")]),
        (
            "Đã tổ chức hội nghị triển khai kế hoạch cho các cán\nbộ xã\nTập huấn",
            [(0, "Đã tổ chức hội nghị triển khai kế hoạch cho các cán bộ xã"), (0, "Tập huấn")],
        ),
    ],
)
def test_lines_become_items(typed: str, items: list[tuple[int, str]]) -> None:
    assert typed_items(typed) == items
