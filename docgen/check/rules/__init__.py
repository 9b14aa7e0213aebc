"""The rule book: every rule, a module for each component, in the order of the paper's components."""

from typing import Final

from docgen.check.finding import Rule
from docgen.check.rules import (
    bang,
    can_cu,
    cau_chu,
    chu_ky,
    co_quan,
    danh_so,
    dau_cach,
    dau_cau,
    dau_khan,
    de_muc,
    dia_danh,
    doan_van,
    doi_chieu,
    ho_ten,
    kem_theo,
    kinh_gui,
    nhac_phu_luc,
    noi_dung,
    noi_nhan,
    phong_chu,
    phu_luc,
    quoc_hieu,
    so_ky_hieu,
    so_trang,
    sot_lai,
    ten_loai,
    tham_quyen,
    trang,
    viet_hoa,
)

_COMPONENTS: Final = (
    (trang, phong_chu, so_trang),
    (quoc_hieu, co_quan, so_ky_hieu, dia_danh, dau_khan),
    (ten_loai, tham_quyen, kinh_gui, can_cu),
    (noi_dung, doan_van, de_muc, danh_so, bang),
    (chu_ky, ho_ten, noi_nhan),
    (nhac_phu_luc, phu_luc, kem_theo),
    (viet_hoa, dau_cau, doi_chieu, dau_cach, cau_chu, sot_lai),
)
RULES: Final[tuple[Rule, ...]] = tuple(rule for group in _COMPONENTS for module in group for rule in module.rule.rules)
