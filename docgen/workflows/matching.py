"""The results of a plan held against what its units were asked, before anything is drawn from them."""

from collections.abc import Mapping
from typing import Final

from docgen.data.model.ketqua import KetQua
from docgen.data.yamlfile import YamlFile, in_order
from docgen.errors import DataError, Problem
from docgen.forms.formlayout import FURTHER_CODE
from docgen.work.tiendo import mismatches
from docgen.workflows.asking import Asking
from docgen.workflows.assigning import Assigned

RESULTS_FILE: Final = "ketqua.yaml"


def names_asked(given: Assigned) -> dict[str, str]:
    """Return the name of everything that the units of a plan are asked about, by its code."""
    return {code: one.ten for code, one in Asking(given).all().items()}


def refuse_mismatches(file: YamlFile, results: KetQua, asked: Mapping[str, str]) -> None:
    """Raise `DataError` with every result in `file` whose code and name are not those of what was `asked`."""
    found = [Problem(file.place(one.route), one.message) for one in mismatches(results.ket_qua, asked, FURTHER_CODE)]
    if found:
        raise DataError(in_order(found))
