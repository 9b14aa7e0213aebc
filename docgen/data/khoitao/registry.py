"""`donvi.yaml` of a new office: a few units of an office of that kind, marked as examples."""

from typing import Final

from docgen.data.khoitao.blocks import Block, written
from docgen.data.khoitao.names import Names
from docgen.data.yamltext.writing import Writable

_HEAD: Final = """\
Dòng trên dành cho VS Code (phần mở rộng YAML): rê chuột vào tên mục để xem giải thích. Dùng Notepad thì cứ để nguyên.

DANH MỤC ĐƠN VỊ VÀ NHÓM ĐƠN VỊ

Tên các đơn vị mà cơ quan giao việc, gửi văn bản. Nhờ tệp này docgen biết ô "chủ trì", "phối hợp" của kế hoạch nói đến
đơn vị nào, để làm công văn và biểu mẫu cho từng đơn vị. Chữ in trên giấy vẫn đúng như ghi trong kế hoạch.

Các tên dưới đây chỉ là VÍ DỤ: hãy sửa, thêm, bớt cho đúng với cơ quan mình. Thêm đơn vị thì chép một khối rồi sửa."""
_DON_VI: Final = """\
Mỗi đơn vị một khối, mở đầu bằng "- ten:".
  ten       tên đầy đủ, in ở dòng "Kính gửi"
  viet_tat  các cách viết khác, mỗi dòng một cách; không có thì bỏ. Không phải ghi chữ hoa, chữ thường, "và", dấu phẩy khác nhau
  nhom      các nhóm mà đơn vị thuộc về, ghi đúng tên nhóm ở cuối tệp
  tu, den   ngày đầu và ngày cuối mang tên này, ví dụ 2025-03-01; không biết thì bỏ
  thanh     đơn vị tiếp nhận sau ngày "den"
Thứ tự ở đây là thứ tự đánh số công văn."""
_NHOM: Final = """\
Các nhóm mà kế hoạch gọi chung: gọi nhóm là gọi mọi đơn vị trong nhóm.
Nhóm có dòng "loi_giao: đề nghị" thì công văn dùng lời đề nghị, không giao việc: cơ quan Đảng, đoàn thể,
đơn vị không thuộc quyền. Tên có dấu phẩy mà ghi trong ngoặc vuông thì đặt trong dấu nháy kép."""


def registry_text(names: Names, schema: str) -> str:
    """Return the file's text; `schema` is where its schema stands, seen from the file."""
    units: list[Writable] = [{"ten": name, "nhom": [names.nhom]} for name in (names.dau_moi, names.thu_hai, names.thu_ba)]
    groups: list[Writable] = [{"ten": names.nhom, "viet_tat": [names.nhom_khac]}]
    return written(schema, [Block(_HEAD), Block(_DON_VI, {"don_vi": units}), Block(_NHOM, {"nhom": groups})])
