"""What an office knows besides its plan, and what a roll-over draws on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.giatri import GiaTri
from docgen.data.model.vanban import SoVanBan


@dataclass(frozen=True)
class Known:
    """The office, its registry of units and of legal bases, its yearly values, and the names that a person has chosen."""

    office: CoQuan
    so: SoDonVi = field(default_factory=SoDonVi)
    van_ban: SoVanBan | None = None
    gia_tri: tuple[GiaTri, ...] = ()
    thay: Mapping[str, str] = field(default_factory=dict)
