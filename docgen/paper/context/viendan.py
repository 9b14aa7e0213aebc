"""How a paper cites the plan that it comes from."""

from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import KeHoach
from docgen.decree30 import KIND_ABBREVIATIONS
from docgen.text.wording import long_date, paper_number, sentence_start


def cited_plan(plan: KeHoach, coquan: CoQuan) -> str:
    """Return the plan as it is cited the first time: kind, number, date, office, subject (PL I.II.6.b)."""
    symbol = f"{paper_number(plan.so)}/{KIND_ABBREVIATIONS[plan.loai]}-{coquan.viet_tat}"
    subject = run_on(" ".join(plan.trich_yeu.split()))
    about = "" if subject.startswith("về ") else "về "
    office = " ".join(coquan.ten.split())
    return f"{sentence_start(plan.loai)} số {symbol} {long_date(plan.ngay, plan.nam)} của {office} {about}{subject}"


def run_on(subject: str) -> str:
    """Return a subject as it runs on within a sentence: its first letter small, unless it opens with an abbreviation."""
    return subject if subject[:2].isupper() else f"{subject[:1].lower()}{subject[1:]}"
