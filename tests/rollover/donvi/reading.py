"""A made-up province whose offices are put together in 2025, and what a text of its plan becomes."""

from collections.abc import Mapping
from datetime import date

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import DonVi, Nhom, SoDonVi, TenGoi
from docgen.rollover.changes import Treatment, Years
from docgen.rollover.donvi import Succession

LAST = date(2025, 2, 19)
FIRST = date(2025, 2, 20)
ALL = ("các sở, ngành",)

SO = SoDonVi(
    don_vi=(
        DonVi(ten="Sở Kế hoạch và Đầu tư", viet_tat=("Sở KH&ĐT", "Sở KHĐT"), nhom=ALL, den=LAST, thanh=("Sở Tài chính",)),
        DonVi(ten="Sở Tài chính", nhom=ALL),
        DonVi(ten="Sở Y tế", nhom=ALL),
        DonVi(ten="Sở Giao thông vận tải", viet_tat=("Sở GTVT",), nhom=ALL, den=LAST, thanh=("Sở Xây dựng",)),
        DonVi(ten="Sở Xây dựng", nhom=ALL),
        DonVi(ten="Ban Dân tộc", nhom=ALL, den=LAST, thanh=("Sở Dân tộc và Tôn giáo",)),
        DonVi(ten="Sở Dân tộc và Tôn giáo", nhom=ALL, tu=FIRST),
        DonVi(
            ten="Sở Tài nguyên và Môi trường", viet_tat=("Sở TN&MT", "Sở TNMT"), den=LAST, thanh=("Sở Nông nghiệp và Môi trường",)
        ),
        DonVi(ten="Sở Nông nghiệp và Môi trường", viet_tat=("Sở NN&MT", "Sở NNMT"), tu=FIRST),
        DonVi(
            ten="Sở Thông tin và Truyền thông",
            viet_tat=("Sở TT&TT",),
            den=date(2025, 2, 28),
            thanh=("Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch"),
        ),
        DonVi(ten="Sở Khoa học và Công nghệ", viet_tat=("Sở KH&CN",)),
        DonVi(ten="Sở Văn hóa, Thể thao và Du lịch", viet_tat=("Sở VHTT&DL", "Sở VHTTDL")),
        DonVi(ten="Đài Truyền thanh Ví Dụ", den=date(2024, 12, 31)),
    ),
    nhom=(Nhom(ten="các sở, ngành"),),
)
OFFICE = CoQuan(ten="Ủy ban nhân dân tỉnh Ví Dụ", viet_tat="UBND", dia_danh="Ví Dụ")

__all__ = ["FIRST", "LAST", "OFFICE", "SO", "DonVi", "Nhom", "SoDonVi", "TenGoi", "becomes", "treated"]


def treated(
    text: str,
    new: int = 2026,
    *,
    old: int = 2024,
    is_list: bool = True,
    so: SoDonVi = SO,
    choices: Mapping[str, str] | None = None,
    taken: tuple[tuple[int, int], ...] = (),
    beside: tuple[str, ...] = (),
) -> tuple[Treatment, ...]:
    succession = Succession(so, OFFICE, Years(old, new), choices or {})
    return succession.treatments(text, is_list=is_list, taken=taken, beside=beside)


def written(text: str, treatments: tuple[Treatment, ...]) -> str:
    for one in reversed(treatments):
        if one.new is not None:
            text = text[: one.start] + one.new + text[one.end :]
    return text


def becomes(
    text: str, new: int = 2026, *, is_list: bool = True, so: SoDonVi = SO, choices: Mapping[str, str] | None = None
) -> str:
    """Return `text` as it stands next year, with " (?)" behind where a person has to decide anything."""
    treatments = treated(text, new, is_list=is_list, so=so, choices=choices)
    return written(text, treatments) + ("" if all(one.sure for one in treatments) else " (?)")
