"""The registry of units that an office writes to, and the groups that plans name together (`donvi.yaml`)."""

from docgen.model.base import Date, Model, Text, Texts


class DonVi(Model):
    """A unit: its names, its groups, the days between which it bears this name, and what it became."""

    ten: Text
    viet_tat: Texts = ()
    nhom: Texts = ()
    tu: Date | None = None
    den: Date | None = None
    thanh: Texts = ()


class Nhom(Model):
    """A group of units under the names that plans give it."""

    ten: Text
    viet_tat: Texts = ()


class SoDonVi(Model):
    """All units and groups that an office knows."""

    don_vi: tuple[DonVi, ...] = ()
    nhom: tuple[Nhom, ...] = ()
