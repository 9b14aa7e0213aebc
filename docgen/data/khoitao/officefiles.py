"""`coquan.yaml` and `donvi.yaml` of a new office, the latter with a few units of an office of that kind, marked as examples."""

from typing import Final

from docgen.data.khoitao.officekinds import Names
from docgen.data.khoitao.questions import Answers
from docgen.data.yamltext.writing import Block, Writable, written
from docgen.decree30 import BODY_SIZE, DEFAULT_MARGINS

_HEAD: Final = """\
Dòng trên dành cho VS Code (phần mở rộng YAML): rê chuột vào tên mục để xem giải thích. Dùng Notepad thì cứ để nguyên.

CƠ QUAN BAN HÀNH VĂN BẢN

Tệp này cho biết cơ quan nào ban hành văn bản, ai ký, trang giấy trình bày ra sao. Ghi một lần, dùng cho mọi năm:
văn bản trong thư mục này và các thư mục con đều lấy ở đây.

Cách ghi: mỗi dòng là "tên mục: nội dung". Chỉ sửa phần đứng sau dấu hai chấm; giữ nguyên tên mục.
Chữ đứng sau dấu # là lời ghi chú, không in ra. Thụt đầu dòng bằng dấu cách, không dùng phím Tab.
Chỗ nào có "[cần điền …]" thì xóa cả ngoặc vuông rồi ghi nội dung thật."""
_TEN: Final = "Tên đầy đủ, chính thức của cơ quan. Ghi chữ thường; docgen đổi sang chữ in hoa ở đầu trang."
_VIET_TAT: Final = """\
Chữ viết tắt của cơ quan trong ký hiệu văn bản, ví dụ SNV in ra "Số: 15/KH-SNV". Không có dấu cách, không có dấu /.
Chữ này do người đứng đầu cơ quan quy định: hãy đối chiếu với quy chế văn thư của cơ quan."""
_CHU_QUAN: Final = """\
Cơ quan chủ quản trực tiếp, in ở dòng trên tên cơ quan. Ủy ban nhân dân không có cơ quan chủ quản nên để trống."""
_DIA_DANH: Final = "Địa danh, in trước ngày tháng. Không ghi dấu phẩy ở cuối."
_KY: Final = """\
Người ký. Kế hoạch nào do người khác ký thì thêm mục "ky" trong tệp kế hoạch đó, không sửa ở đây."""
_QUYEN_HAN: Final = """\
Quyền hạn ký, mỗi dòng một ý: TM. là thay mặt, KT. là ký thay, TL. là thừa lệnh, TUQ. là thừa ủy quyền, Q. là quyền.
Người đứng đầu tự ký (không thay mặt tập thể) thì để trống. Ví dụ hai dòng: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]"""
_CHUC_VU: Final = "Chức vụ của người ký."
_HO_TEN: Final = "Họ và tên người ký, không ghi học hàm, học vị."
_TRINH_BAY: Final = """\
Cách trình bày, trong khoảng Nghị định 30 cho phép. Lề tính bằng mi-li-mét: trên và dưới 20 đến 25, trái 30 đến 35,
phải 15 đến 20. Cỡ chữ nội dung là 13 hoặc 14; các phần khác đi theo."""
_REGISTRY_HEAD: Final = """\
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
  loi_giao  ghi "đề nghị" thì công văn đề nghị, không giao việc: Mặt trận Tổ quốc, đoàn thể, cơ quan Đảng…
  tu, den   ngày đầu và ngày cuối mang tên này, ví dụ 2025-03-01; không biết thì bỏ
  thanh     đơn vị tiếp nhận sau ngày "den"
Thứ tự ở đây là thứ tự đánh số công văn."""
_OF_A_ZONE: Final = "\nTên các phòng của đặc khu theo quyết định của từng nơi: hãy đối chiếu."
_NHOM: Final = """\
Các nhóm mà kế hoạch gọi chung: gọi nhóm là gọi mọi đơn vị trong nhóm.
Nhóm cũng ghi được "loi_giao: đề nghị", khi cả nhóm không thuộc quyền.
Tên có dấu phẩy mà ghi trong ngoặc vuông thì đặt trong dấu nháy kép."""


def office_text(answers: Answers, schema: str) -> str:
    """Return the file's text; `schema` is where its schema stands, seen from the file."""
    return written(
        schema,
        [
            Block(_HEAD),
            Block(_TEN, {"ten": answers.ten}),
            Block(_VIET_TAT, {"viet_tat": answers.viet_tat}),
            Block(_CHU_QUAN, {"co_quan_chu_quan": answers.co_quan_chu_quan or None}),
            Block(_DIA_DANH, {"dia_danh": answers.dia_danh}),
            Block(
                _KY,
                key="ky",
                below=(
                    Block(_QUYEN_HAN, {"quyen_han": answers.signing_lines or None}),
                    Block(_CHUC_VU, {"chuc_vu": answers.chuc_vu}),
                    Block(_HO_TEN, {"ho_ten": answers.ho_ten}),
                ),
            ),
            Block(
                _TRINH_BAY,
                {
                    "trinh_bay": {
                        "le": {name: f"{value:g}" for name, value in DEFAULT_MARGINS.items()},
                        "co_chu": f"{BODY_SIZE.high:g}",
                    }
                },
            ),
        ],
    )


def registry_text(names: Names, schema: str) -> str:
    """Return the file's text; `schema` is where its schema stands, seen from the file."""
    units: list[Writable] = [
        {"ten": unit.ten}
        | ({"viet_tat": unit.viet_tat} if unit.viet_tat else {})
        | ({"nhom": [unit.nhom]} if unit.nhom else {"loi_giao": "đề nghị"})
        for unit in names.don_vi
    ]
    groups: list[Writable] = [{"ten": names.nhom, "viet_tat": names.nhom_khac}]
    return written(
        schema,
        [
            Block(_REGISTRY_HEAD),
            Block(_DON_VI + (_OF_A_ZONE if "đặc khu" in names.nhom else ""), {"don_vi": units}),
            Block(_NHOM, {"nhom": groups}),
        ],
    )
