"""Whether a cited document still holds: what the office's register says of it on a day, as a sentence with its remedy."""

from collections.abc import Iterator
from datetime import date

from docgen.data.model.tracuu import SoVanBan, VanBan
from docgen.text.folding import same_words
from docgen.text.viendan import VienDan, symbol_key
from docgen.text.wording import sentence_start, short_date


def entry_of(cited: VienDan, so: SoVanBan) -> VanBan | None:
    """Return the entry of the register that `cited` means, None where there is none or more than one could be meant."""
    if cited.ky_hieu is not None:
        key = symbol_key(cited.ky_hieu.text)
        meant = [one for one in so.van_ban if symbol_key(one.ky_hieu) == key and _same_day(one, cited)]
    else:
        meant = [one for one in so.van_ban if _same_name(one, cited) and _same_day(one, cited)]
    return meant[0] if len(meant) == 1 else None


def fault(cited: VienDan, so: SoVanBan, day: date) -> str | None:
    """Return why a paper of `day` should not be based on `cited`, and what to do; None where nothing speaks against it."""
    entry = entry_of(cited, so)
    if entry is not None and entry.tu is not None and day < entry.tu:
        return f"{brief(entry)} chỉ có hiệu lực từ ngày {short_date(entry.tu)}; dẫn văn bản đang có hiệu lực"
    ended = ending(cited, so, day)
    remedy = "dẫn văn bản mới" if entry is not None and entry.thay_boi else "dẫn văn bản mới, hoặc bỏ căn cứ này"
    return f"{ended}; {remedy}" if ended else None


def ending(cited: VienDan, so: SoVanBan, day: date) -> str | None:
    """Return what the register says of `cited` where it had ended or was replaced on `day`, by what if that is known."""
    entry = entry_of(cited, so)
    if entry is None or not has_ended(entry, so, day):
        return None
    if entry.thay_boi:
        followers = [full(one) for one in successors(entry, so)] or [f"văn bản số {symbol}" for symbol in entry.thay_boi]
        return f"{brief(entry)} đã được thay bằng {', '.join(followers)}"
    return f"theo sổ văn bản, {brief(entry)} chỉ dùng đến ngày {short_date(entry.den)}" if entry.den else None


def has_ended(entry: VanBan, so: SoVanBan, day: date) -> bool:
    """Return whether `entry` had ended or was replaced on `day`; a replacement whose day nobody gives is taken to be in force."""
    if entry.den is not None:
        return entry.den < day
    begun = [one.tu or one.ngay for one in _followers(entry, so)]
    return bool(entry.thay_boi) and all(first is None or first <= day for first in begun)


def successors(entry: VanBan, so: SoVanBan) -> tuple[VanBan, ...]:
    """Return what stands in the place of `entry` today, through replacements that were replaced themselves."""
    found: dict[int, VanBan] = {}
    waiting = list(_followers(entry, so))
    while waiting:
        one = waiting.pop(0)
        further = [follower for follower in _followers(one, so) if id(follower) not in found]
        if further:
            waiting += further
        else:
            found[id(one)] = one
    return tuple(found.values())


def brief(entry: VanBan) -> str:
    """Return the document as it is named in a sentence: kind, number, day."""
    day = f" ngày {short_date(entry.ngay)}" if entry.ngay else ""
    return f"{sentence_start(entry.loai or 'văn bản')} số {entry.ky_hieu}{day}"


def full(entry: VanBan) -> str:
    """Return the document as it is cited the first time: kind, number, day, issuer, title."""
    issuer = f" của {entry.co_quan}" if entry.co_quan else ""
    return f"“{brief(entry)}{issuer}{f' {entry.trich_yeu}' if entry.trich_yeu else ''}”"


def _followers(entry: VanBan, so: SoVanBan) -> Iterator[VanBan]:
    keys = {symbol_key(symbol) for symbol in entry.thay_boi}
    for one in so.van_ban:
        later = entry.ngay is None or one.ngay is None or one.ngay > entry.ngay
        if symbol_key(one.ky_hieu) in keys and later and one is not entry:
            yield one


def _same_day(entry: VanBan, cited: VienDan) -> bool:
    if entry.ngay is None:
        return True
    if cited.nam is not None:
        return entry.ngay.year == int(cited.nam.text)
    return cited.ngay_ban_hanh in (None, entry.ngay)


def _same_name(entry: VanBan, cited: VienDan) -> bool:
    if (
        entry.loai is None
        or entry.trich_yeu is None
        or cited.trich_yeu is None
        or (cited.ngay_ban_hanh is None and cited.nam is None)
    ):
        return False
    return same_words(f"{entry.loai} {entry.trich_yeu}") == same_words(f"{cited.loai.text} {cited.trich_yeu.text}")
