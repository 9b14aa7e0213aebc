"""Who is addressed is named once among the recipients, however the office writes it."""

import pytest

from docgen.paper.context.baocao_data import _addressee, _is_one_of


@pytest.mark.parametrize(
    ("addressed", "recipient", "same"),
    [
        ("Ủy ban nhân dân tỉnh", "UBND tỉnh (b/c)", True),
        ("Ủy ban nhân dân tỉnh Lâm Đồng", "UBND tỉnh (b/c)", True),
        ("UBND tỉnh", "Uỷ ban nhân dân tỉnh Lâm Đồng;", True),
        ("Bộ Y tế", "Bộ Y tế (để báo cáo)", True),
        ("Ủy ban nhân dân tỉnh", "Văn phòng UBND tỉnh", False),
        ("Ủy ban nhân dân tỉnh", "UBND các xã, phường", False),
    ],
)
def test_an_addressee_is_recognised(addressed: str, recipient: str, same: bool) -> None:
    assert _is_one_of(_addressee(recipient), {_addressee(addressed)}) is same
