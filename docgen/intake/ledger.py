"""Collects what a person should know of a table, one sentence for each kind of thing with all its places."""

from collections import defaultdict
from typing import Final

from docgen.intake.values import Told

_SENTENCES: Final = {
    "no_leader": 'chưa ghi đơn vị chủ trì nên để chu_tri: ""; bổ sung nếu có',
    "no_name": "dòng có nội dung nhưng chưa có tên nhiệm vụ; điền vào chỗ “[cần điền tên nhiệm vụ]”",
    "ditto_of_nothing": "ghi như ô trên nhưng phía trên chưa có chữ nào; điền vào chỗ “[cần điền …]”",
    "joined": "dòng không có tên nhiệm vụ riêng nên được nối vào nhiệm vụ ở trên; xem lại",
    "times_put_together": "thời gian nằm ở nhiều cột nên được ghép thành một ô; xem lại cách ghi",
    "hidden_row": "dòng đang ẩn trong tệp gốc nhưng vẫn được nhập; xóa khỏi kế hoạch nếu không dùng",
    "group_of_none": "dòng tiêu đề không có nhiệm vụ nào bên dưới nên không nhập; xem lại",
    "no_group": "nhiệm vụ không thuộc nhóm nào trong khi bảng có chia nhóm; đặt tên nhóm ở chỗ “[cần điền tên nhóm]”",
    "nested": "nhóm con: tên được ghép sau tên nhóm cha, vì phụ lục chỉ có một cấp nhóm; xem lại",
    "group_says_more": "ô này nằm ở dòng tiêu đề nhóm nên không nhập; ghi vào từng nhiệm vụ nếu cần",
    "unnumbered_group": "dòng chỉ có tên, không đánh số, được đọc là tiêu đề nhóm; xem lại",
    "below": "phần dưới bảng (ghi chú, nơi nhận, chữ ký) không nhập",
    "total": "dòng cộng không nhập; docgen không tính tổng",
    "ditto_name": "tên nhiệm vụ ghi “như trên”; mỗi nhiệm vụ phải có tên riêng nên chép lại tên ở trên, xem lại",
    "own_code": "mã dạng I.2 do docgen tự đánh theo thứ tự nên không nhập",
    "code_twice": "mã này đã có ở nhiệm vụ khác nên không nhập; ghi lại ma nếu cần",
}


class Ledger:
    """What was found so far, in the order in which it was first met."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = defaultdict(list)

    def gather(self, kind: str, place: str) -> None:
        """Note one more place of what `kind` names."""
        self.tell(place, _SENTENCES[kind])

    def tell(self, place: str, sentence: str) -> None:
        """Note one more place of which `sentence` is true."""
        if place not in self._places[sentence]:
            self._places[sentence].append(place)

    def told(self) -> tuple[Told, ...]:
        """Return everything found."""
        return tuple(Told(tuple(places), sentence) for sentence, places in self._places.items())
