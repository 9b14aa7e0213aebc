"""The plan's own year: it moves, unless the words around say that it is a name or something past."""

from docgen.rollover.nam import cues
from docgen.rollover.nam.bare import heads_a_column, is_a_name, is_a_time
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict, left, moved
from docgen.rollover.nam.past import of_past
from docgen.rollover.nam.plan import Plan


def of_own_year(mention: Mention, near: Around, plan: Plan) -> Verdict:
    """Return what becomes of a mention of the plan's own year."""
    if mention.kind in (Kind.TRO, Kind.NAM) and heads_a_column(near):
        return moved("năm của kế hoạch")
    if cues.EVERY_FEW_YEARS.search(near.sentence):
        return left(f"việc mấy năm mới làm một lần; xem năm {plan.years.new} có làm không", sure=False)
    if mention.kind is Kind.TRO and (verdict := _bare(mention, near, plan)):
        return verdict
    return of_past(mention, near, plan.years) or moved("năm của kế hoạch")


def _bare(mention: Mention, near: Around, plan: Plan) -> Verdict | None:
    moves_to = mention.year + plan.years.step
    if mention.year == plan.years.old and plan.names(near.lead):
        return moved("tên này có trong trích yếu, đổi cùng kế hoạch")
    if is_a_time(near):
        return None
    if is_a_name(near):
        return left(f"tên riêng mang năm {mention.year}; nếu làm lại theo năm thì đổi thành {moves_to}", sure=False)
    return left(f"chưa rõ {mention.year} là năm hay con số; nếu là năm của kế hoạch thì đổi thành {moves_to}", sure=False)
