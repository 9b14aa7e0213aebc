"""A country of 3,321 communes with invented names, and a plan that gives work to each: data for `bench.letters`.

`bench.commands` takes some of the communes, and plans of other lengths.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations, product
from pathlib import Path
from typing import Any

import yaml

COUNTS = {"xã": 2_621, "phường": 687, "đặc khu": 13}  # as many as there are in the country since 1/7/2025
ALL = "UBND các xã, phường, đặc khu"
CLUSTERS = 40  # groups of about 83 communes, each with tasks of its own
NAMED_AT_ONCE = 10  # communes named one by one in a cell
OFFICE = {
    "ten": "Ủy ban nhân dân thành phố Cần Thơ",
    "viet_tat": "UBND",
    "dia_danh": "Cần Thơ",
    "ky": {"quyen_han": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "chuc_vu": "PHÓ CHỦ TỊCH", "ho_ten": "Nguyễn Văn Thử"},
}
_FIRST = "An Bình Cẩm Châu Đại Đông Hòa Hưng Khánh Long Lộc Mỹ Ninh Phú Quảng Sơn Tân Thạnh Thuận Trường Vĩnh Xuân Yên".split()
_LAST = "Nghĩa Hậu Giang Điền Thượng Trạch Lâm Hiệp Thắng Trị".split()
_OFFICES = ("Sở Nội vụ", "Sở Tài chính", "Sở Văn hóa, Thể thao và Du lịch", "Sở Nông nghiệp và Môi trường")
_TIMES = ("Quý II", "Thường xuyên", "Trước ngày 30/9/2026", "Tháng 6", "Quý IV")
_WORK = (
    "Rà soát, cập nhật danh mục thủ tục hành chính thuộc thẩm quyền giải quyết và niêm yết công khai tại trụ sở, trên trang "
    "thông tin điện tử",
    "Tổ chức tuyên truyền, phổ biến pháp luật cho cán bộ, công chức và Nhân dân trên địa bàn",
    "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực; làm sạch dữ liệu đất đai, hộ tịch và chia sẻ với các cơ "
    "sở dữ liệu dùng chung của thành phố",
    "Kiện toàn tổ công nghệ số cộng đồng ở thôn, tổ dân phố",
    "Duy tu hệ thống truyền thanh cơ sở, bố trí người phụ trách và bảo đảm thời lượng phát thanh hằng ngày",
)
_PRODUCTS = ("Báo cáo kết quả", "Danh mục được phê duyệt", "", "Quyết định của Chủ tịch Ủy ban nhân dân")


def names() -> list[str]:
    """Return what the communes are called, each name once, of two to four words."""
    two = [" ".join(words) for words in permutations(_FIRST, 2)]
    three = [f"{name} {word}" for name, word in product(two, _LAST)]
    called = [*two, *three]
    kinds = [kind for kind, count in COUNTS.items() for _ in range(count)]
    return [f"{kind} {name}" for kind, name in zip(kinds, called, strict=False)]


def units() -> list[str]:
    """Return the communes' full names, as in the registry."""
    return [f"Ủy ban nhân dân {name}" for name in names()]


def write(folder: Path, *, communes: int | None = None, tasks: int | None = None) -> Path:
    """Write the registry, the office and the plan into `folder`; return the plan's file.

    With `tasks` the plan has as many: every fiftieth for all, every fifth for a group, the others for one to three communes.
    """
    called = names()[:communes]
    groups = _groups_of_work(called) if tasks is None else {"Nhiệm vụ năm 2026": _mixed(called, tasks)}
    registry = {"don_vi": [*_offices(), *_units(called)], "nhom": _groups()}
    plan = folder / "kehoach.yaml"
    for path, data in ((folder / "coquan.yaml", OFFICE), (folder / "donvi.yaml", registry), (plan, _plan(groups))):
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=130), "utf-8")
    return plan


def _offices() -> Iterator[dict[str, Any]]:
    yield from ({"ten": name} for name in _OFFICES)


def _units(communes: Sequence[str]) -> Iterator[dict[str, Any]]:
    for index, name in enumerate(communes):
        yield {"ten": f"Ủy ban nhân dân {name}", "nhom": [_cluster(index % CLUSTERS)]}


def _groups() -> list[dict[str, Any]]:
    return [{"ten": ALL}, *({"ten": _cluster(number), "nhom": [ALL]} for number in range(CLUSTERS))]


def _cluster(number: int) -> str:
    return f"UBND các xã, phường thuộc cụm số {number + 1}"


def _groups_of_work(communes: Sequence[str]) -> dict[str, list[dict[str, str]]]:
    general = [_task(number, ALL, lead=number % 2 == 0) for number in range(5)]
    clusters = [_task(number, _cluster(number % CLUSTERS), lead=number % 3 > 0) for number in range(4 * CLUSTERS)]
    starts = range(0, len(communes), NAMED_AT_ONCE)
    cells = [", ".join(f"UBND {name}" for name in communes[start : start + NAMED_AT_ONCE]) for start in starts]
    named = [_task(number, cell, lead=True) for number, cell in enumerate(cells)]
    return {"Nhiệm vụ chung": general, "Nhiệm vụ của từng cụm": clusters, "Nhiệm vụ thí điểm": named}


def _mixed(communes: Sequence[str], tasks: int) -> list[dict[str, str]]:
    def cell(number: int) -> str:
        if number % 50 == 0:
            return ALL
        if number % 5 == 0:
            return _cluster(number // 5 % min(CLUSTERS, len(communes)))
        return ", ".join(f"UBND {communes[(number * 7 + more) % len(communes)]}" for more in range(number % 3 + 1))

    return [_task(number, cell(number), lead=number % 3 > 0) for number in range(tasks)]


def _plan(groups: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
    return {
        "loai": "kế hoạch",
        "nam": 2026,
        "so": 15,
        "ngay": "2026-02-15",
        "trich_yeu": "Cải cách hành chính, chuyển đổi số tại các xã, phường, đặc khu năm 2026",
        "mo_dau": "Ủy ban nhân dân thành phố ban hành Kế hoạch này với các nội dung sau (nhiệm vụ nêu tại Phụ lục kèm theo):",
        "phan": [{"tieu_de": "Nhiệm vụ", "doan": "Nhiệm vụ nêu tại Phụ lục kèm theo."}],
        "to_chuc_thuc_hien": [
            {
                "tieu_de": ALL,
                "y": [
                    "Phân công lãnh đạo phụ trách, bố trí kinh phí và người thực hiện Kế hoạch này; định kỳ kiểm tra.",
                    "Kịp thời báo cáo khó khăn, vướng mắc phát sinh để được xem xét, giải quyết.",
                ],
            }
        ],
        "ket_thuc": "Trên đây là Kế hoạch cải cách hành chính năm 2026, đề nghị các đơn vị thực hiện",
        "noi_nhan": [*_OFFICES, ALL],
        "luu": "VT, NC",
        "cong_van": {"so_bat_dau": 1, "ngay": "2026-02-20", "bao_cao": {"gui": "Sở Nội vụ", "han": "trước ngày 30/11/2026"}},
        "phu_luc": [
            {
                "tieu_de": "Nhiệm vụ cải cách hành chính năm 2026",
                "nhom_nhiem_vu": [{"tieu_de": title, "nhiem_vu": tasks} for title, tasks in groups.items()],
            }
        ],
    }


def _task(number: int, units: str, *, lead: bool) -> dict[str, str]:
    """Return a task that `units` lead, or in which they take part."""
    office = _OFFICES[number % len(_OFFICES)]
    task = {
        "ten": f"{_WORK[number % len(_WORK)]} (đợt {number + 1})",
        "chu_tri": units if lead else office,
        "phoi_hop": office if lead else units,
        "thoi_gian": _TIMES[number % len(_TIMES)],
        "san_pham": _PRODUCTS[number % len(_PRODUCTS)],
    }
    return {name: words for name, words in task.items() if words}
