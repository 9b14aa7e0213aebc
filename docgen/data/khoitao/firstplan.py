"""`kehoach.yaml` of a new office: a short and complete example, whose comments teach how to write one's own."""

from collections.abc import Mapping, Sequence
from typing import Final

from docgen.data.khoitao.officekinds import Names
from docgen.data.yamltext.writing import Block, Writable, written
from docgen.text.soan_dan_y import write

_HEAD: Final = """\
Dòng trên dành cho VS Code (phần mở rộng YAML): rê chuột vào tên mục để xem giải thích. Dùng Notepad thì cứ để nguyên.

KẾ HOẠCH NĂM {nam}

Đây là một kế hoạch VÍ DỤ, ngắn mà đủ phần, chạy được ngay: docgen kehoach {tep}
Hãy thay từng câu bằng nội dung của cơ quan mình. Số thứ tự, chữ in hoa, dấu cuối câu, cách trình bày thì docgen lo.

Cách ghi:
  - Chỉ sửa phần chữ đứng sau dấu hai chấm hoặc sau dấu gạch đầu dòng; giữ nguyên tên mục.
  - Thụt đầu dòng bằng dấu cách cho thẳng hàng với dòng tương tự; không dùng phím Tab.
  - Câu dài, câu có dấu hai chấm thì viết dưới dấu >-, xuống dòng tùy ý; khi in docgen nối lại thành một đoạn.
  - Nội dung kế hoạch gõ như trong Word, ở mục phan. Ngoài mục đó thì không gõ số thứ tự, không gõ dấu gạch đầu dòng vào câu."""
_OPENING: Final = """\
Loại văn bản và năm. Số và ngày: dự thảo thì để trống, khi ban hành mới ghi, ví dụ so: 15 và ngay: {nam}-02-15;
mới biết tháng thì ghi ngay: {nam}-02."""
_SUBJECT: Final = "Trích yếu, in đậm dưới chữ KẾ HOẠCH. Không ghi dấu chấm cuối."
_BASES: Final = """\
Căn cứ ban hành, mỗi căn cứ một dòng. Không ghi chữ "Căn cứ", không ghi dấu ở cuối.
Hãy kiểm tra từng căn cứ còn hiệu lực không, rồi thêm căn cứ của kế hoạch mình."""
_LEAD: Final = "Câu dẫn vào nội dung. Kế hoạch có phụ lục thì câu này phải nhắc đến phụ lục."
_PARTS: Final = """\
Nội dung kế hoạch, gõ hoặc dán như trong Word: mỗi đoạn một dòng, cả khối thụt vào hai dấu cách.
  I.  1.  1.1.  a)  -  +   mở đầu dòng là cấp của dòng đó; số gõ sai cũng được, docgen đánh lại và nhắc
  1. Mục đích              không có dấu ở cuối là tiêu đề; có dấu . ; , ở cuối là đoạn văn
  2. **Thời gian:** Quý I  tiêu đề có nội dung in liền sau; **chữ đậm**, __chữ nghiêng__ dùng được ở mọi câu
Đoạn dài muốn xuống dòng cho dễ nhìn thì các dòng sau để thêm dấu cách ở đầu.

Phần "Tổ chức thực hiện": mỗi mục là một đơn vị hoặc một nhóm đơn vị, tên gọi đúng như trong donvi.yaml; công văn gửi từng
đơn vị lấy trách nhiệm ở đây. Phần khác cũng giao việc thì ghi {giao việc} sau tiêu đề của phần đó."""
_END: Final = 'Câu kết. Không ghi dấu chấm cuối: docgen thêm dấu "./."'
_RECIPIENTS: Final = """\
Nơi nhận, mỗi nơi một dòng; (b/c) là để báo cáo. Không ghi dòng "Lưu" ở đây."""
_FILED: Final = """\
Chữ in sau "Lưu:": văn thư (VT), rồi chữ viết tắt của đơn vị soạn thảo (VP là VÍ DỤ). Ký hiệu công văn cũng lấy ở đây."""
_TASKS: Final = """\
Phụ lục: bảng nhiệm vụ. Mỗi nhiệm vụ một khối, mở đầu bằng "- ten:".
  chu_tri    đơn vị chủ trì; ghi "như trên" thì gộp với ô của nhiệm vụ liền trước
  phoi_hop   đơn vị phối hợp; không có thì bỏ dòng
  thoi_gian  ví dụ: Thường xuyên, Quý II, Tháng 6, Trước ngày 15/12/{nam}
Còn ghi được san_pham, kinh_phi, ghi_chu: có ghi thì bảng có cột đó."""
_LETTERS: Final = """\
Công văn giao việc cho từng đơn vị (lệnh docgen congvan). Không ghi gì thì docgen dùng lời có sẵn.
Khi đã định nơi nhận báo cáo và hạn báo cáo thì bỏ dấu # ở bốn dòng sau và ghi đúng như cần in.
cong_van:
  bao_cao:
    gui: {dau_moi}
    han: trước ngày ... tháng ... năm {nam}"""
_CITED: Final = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"


def plan_text(year: str, office: str, superior: str | None, names: Names, schema: str) -> str:
    """Return the text of the plan of `year` of the office called `office`; its file stands in a folder named for the year.

    `schema` is where its schema stands, seen from the file.
    """
    subject = f"Nâng cao chất lượng công tác văn thư năm {year}"
    inside = f"nâng cao chất lượng công tác văn thư năm {year}"
    return written(
        schema,
        [
            Block(_HEAD.format(nam=year, tep=f"{year}/kehoach.yaml")),
            Block(_OPENING.format(nam=year), {"loai": "kế hoạch", "nam": year, "so": None, "ngay": None}),
            Block(_SUBJECT, {"trich_yeu": subject}),
            Block(_BASES, {"can_cu": [_CITED]}),
            Block(_LEAD, {"mo_dau": f"{office} ban hành Kế hoạch {inside} (nhiệm vụ cụ thể tại Phụ lục kèm theo) như sau"}),
            Block(_PARTS, {"phan": write(_parts(year, names)).text}),
            Block(_END, {"ket_thuc": f"Trên đây là Kế hoạch {inside}; các đơn vị tổ chức thực hiện"}),
            Block(
                _RECIPIENTS,
                {"noi_nhan": [*([f"{superior} (b/c)"] if superior else []), *names.tat_ca.split("; "), *_asked(names)]},
            ),
            Block(_FILED, {"luu": "VT, VP"}),
            Block(_TASKS.format(nam=year), {"phu_luc": [{"tieu_de": f"Nhiệm vụ {inside}", "nhiem_vu": _tasks(names)}]}),
            Block(_LETTERS.format(nam=year, dau_moi=names.dau_moi)),
        ],
    )


def _parts(year: str, names: Names) -> Sequence[Mapping[str, Writable]]:
    return [
        {
            "tieu_de": "MỤC ĐÍCH, YÊU CẦU",
            "muc": [
                {
                    "tieu_de": "Mục đích",
                    "y": [
                        "Thống nhất việc soạn thảo, trình bày văn bản và quản lý văn bản đi, văn bản đến.",
                        "Nâng cao kỹ năng của người soạn thảo văn bản và người làm công tác văn thư.",
                    ],
                },
                {"tieu_de": "Yêu cầu", "doan": "Việc thực hiện phải thiết thực, đúng thời gian, rõ đơn vị chịu trách nhiệm."},
                {"tieu_de": "Thời gian thực hiện", "cung_dong": f"Trong năm {year}."},
            ],
        },
        {
            "tieu_de": "KINH PHÍ THỰC HIỆN",
            "doan": "Sử dụng kinh phí được giao hằng năm và các nguồn hợp pháp khác theo quy định.",
        },
        {"tieu_de": "TỔ CHỨC THỰC HIỆN", "muc": _duties(names)},
    ]


def _asked(names: Names) -> tuple[str, ...]:
    return (names.de_nghi,) if names.de_nghi else ()


def _duties(names: Names) -> Sequence[Writable]:
    return [
        {
            "tieu_de": names.dau_moi,
            "y": ["Chủ trì theo dõi, đôn đốc việc thực hiện Kế hoạch.", "Tổng hợp kết quả thực hiện, báo cáo lãnh đạo cơ quan."],
        },
        {"tieu_de": names.tat_ca, "doan": "Thực hiện các nhiệm vụ được giao; báo cáo kết quả để tổng hợp."},
        *({"tieu_de": name, "doan": "Phối hợp trong quá trình thực hiện Kế hoạch."} for name in _asked(names)),
    ]


def _tasks(names: Names) -> Sequence[Writable]:
    return [
        {
            "ten": "Rà soát, hoàn thiện quy chế công tác văn thư",
            "chu_tri": names.dau_moi,
            "phoi_hop": names.tat_ca,
            "thoi_gian": "Quý I",
        },
        {
            "ten": "Tập huấn kỹ năng soạn thảo, trình bày văn bản",
            "chu_tri": names.thu_hai,
            "phoi_hop": names.dau_moi,
            "thoi_gian": "Quý II",
        },
        {
            "ten": "Kiểm tra việc lập hồ sơ công việc và quản lý văn bản",
            "chu_tri": names.thu_ba,
            "phoi_hop": "; ".join(dict.fromkeys((names.dau_moi, names.thu_hai))),
            "thoi_gian": "Tháng 10",
        },
    ]
