"""What an editor tells of each key: a title for each model and a sentence for each of its keys, in Vietnamese."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from pydantic import BaseModel

from docgen.data.model import congvan, coquan, donvi, giatri, kehoach, ketqua, noidung, phuluc, vanban


class Words(NamedTuple):
    """The title of a model and what each key is for."""

    ten: str
    khoa: Mapping[str, str]


_SO: Final = "Số văn bản, chỉ ghi số; docgen thêm ký hiệu. Dự thảo để trống."
_NGAY: Final = "Ngày ban hành, ví dụ 2024-02-15 hoặc 15/02/2024. Dự thảo để trống."
_KY: Final = "Người ký riêng của văn bản này; dòng nào không ghi thì lấy ở coquan.yaml."
_NOI_NHAN: Final = "Nơi nhận, mỗi nơi một dòng “- ”. Không ghi dòng “Lưu” ở đây."
_LUU: Final = "Chữ in sau “Lưu:”, ví dụ VT, VP."
_TEN_KHAC: Final = "Các cách viết khác; mỗi cách viết chỉ thuộc về một đơn vị hay nhóm."
_DEN: Final = "Ngày cuối mang tên này, ví dụ 2025-02-28. Không có thì bỏ."
_CUNG_DONG: Final = "Nội dung ngắn in liền sau tiêu đề, trên cùng một dòng."

WORDS: Final[Mapping[type[BaseModel], Words]] = {
    coquan.CoQuan: Words(
        "Cơ quan ban hành văn bản",
        {
            "ten": "Tên đầy đủ, chính thức của cơ quan. Ghi chữ thường; docgen đổi sang chữ in hoa ở đầu trang.",
            "viet_tat": "Chữ viết tắt của cơ quan trong ký hiệu văn bản: SNV in ra /KH-SNV. Không có dấu / và dấu cách.",
            "co_quan_chu_quan": "Cơ quan chủ quản trực tiếp, in ở dòng trên tên cơ quan. Ủy ban nhân dân thì để trống.",
            "dia_danh": "Địa danh, in trước ngày tháng. Không ghi dấu phẩy ở cuối.",
            "ky": "Người ký, khi kế hoạch không ghi khác.",
            "trinh_bay": "Lề trang và cỡ chữ, trong khoảng Nghị định 30 cho phép. Bỏ đi thì theo tệp mẫu Word.",
            "den": "Ngày cuối cơ quan mang tên này; không có thì bỏ.",
            "thanh": "Cơ quan tiếp nhận sau ngày “den”.",
        },
    ),
    coquan.Ky: Words(
        "Người ký",
        {
            "quyen_han": "Quyền hạn ký, mở đầu bằng TM., KT., TL., TUQ. hoặc Q., ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH].",
            "chuc_vu": "Chức vụ người ký, ví dụ GIÁM ĐỐC.",
            "ho_ten": "Họ và tên người ký, không ghi học hàm, học vị.",
        },
    ),
    coquan.TrinhBay: Words(
        "Cách trình bày",
        {"le": "Lề trang, tính bằng mi-li-mét. Ghi lề nào thì đổi lề đó.", "co_chu": "Cỡ chữ nội dung: 13 hoặc 14."},
    ),
    coquan.Le: Words(
        "Lề trang (mm)",
        {
            "tren": "Lề trên, từ 20 đến 25 mm.",
            "duoi": "Lề dưới, từ 20 đến 25 mm.",
            "trai": "Lề trái, từ 30 đến 35 mm.",
            "phai": "Lề phải, từ 15 đến 20 mm.",
        },
    ),
    donvi.SoDonVi: Words(
        "Danh mục đơn vị",
        {
            "don_vi": "Các đơn vị, mỗi đơn vị một khối mở đầu bằng “- ten:”.",
            "nhom": "Các nhóm đơn vị mà kế hoạch gọi chung.",
            "ten_goi": "Các tên gọi khác có trong văn bản, không được giao việc.",
        },
    ),
    donvi.TenGoi: Words(
        "Tên gọi",
        {
            "ten": "Tên đầy đủ.",
            "viet_tat": _TEN_KHAC,
            "tu": "Ngày đầu mang tên này, ví dụ 2025-03-01. Không có thì bỏ.",
            "den": _DEN,
            "thanh": "Tên tiếp theo sau ngày “den”; một hoặc nhiều tên.",
        },
    ),
    donvi.DonVi: Words("Đơn vị", {"nhom": "Các nhóm mà đơn vị là thành viên, ghi đúng tên nhóm trong mục nhom của tệp."}),
    donvi.Nhom: Words(
        "Nhóm đơn vị",
        {
            "ten": "Tên nhóm như kế hoạch gọi, ví dụ các sở, ban, ngành tỉnh.",
            "viet_tat": _TEN_KHAC,
            "nhom": "Nhóm lớn hơn chứa nhóm này.",
            "den": "Ngày cuối kế hoạch còn gọi nhóm này. Không có thì bỏ.",
            "thanh": "Nhóm thay cho nhóm này sau ngày “den”.",
            "loi_giao": "Lời công văn dùng với đơn vị trong nhóm: giao (mặc định) hoặc đề nghị (cơ quan Đảng, đoàn thể…).",
        },
    ),
    kehoach.KeHoach: Words(
        "Kế hoạch",
        {
            "loai": "Loại văn bản: kế hoạch.",
            "nam": "Năm của kế hoạch.",
            "so": _SO,
            "ngay": _NGAY,
            "trich_yeu": "Trích yếu. Không ghi chữ “Kế hoạch”, không ghi dấu chấm cuối.",
            "can_cu": "Các căn cứ, mỗi căn cứ một dòng “- ”; docgen thêm chữ “Căn cứ” và dấu ở cuối.",
            "mo_dau": "Câu dẫn vào nội dung. Có phụ lục thì câu này phải nhắc đến phụ lục.",
            "phan": "Các phần, docgen đánh số I, II, III.",
            "to_chuc_thuc_hien": "Phần cuối: mỗi mục là việc của một đơn vị hoặc một nhóm đơn vị.",
            "ket_thuc": "Câu kết; docgen thêm dấu “./.”.",
            "noi_nhan": _NOI_NHAN,
            "luu": _LUU,
            "ky": _KY,
            "phu_luc": "Phụ lục: bảng nhiệm vụ, hoặc bảng và đoạn văn.",
            "cong_van": "Lời văn, số, ngày, người ký của công văn giao việc cho từng đơn vị.",
        },
    ),
    congvan.CongVan: Words(
        "Công văn giao việc",
        {
            "trich_yeu": "Chữ in sau “V/v”, nên ngắn.",
            "ky_hieu": "Chữ viết tắt của đơn vị soạn thảo, ví dụ VP in ra “Số: 120/SNV-VP”.",
            "so_bat_dau": "Số của công văn đầu tiên; các công văn sau đánh số tiếp. Dự thảo để trống.",
            "ngay": "Ngày ghi trên mọi công văn. Dự thảo để trống.",
            "mo_dau": "Câu dẫn; chỗ {don_vi} in tên đơn vị nhận, {loi_giao} in “giao” hoặc “đề nghị”.",
            "kieu": "Cách trình bày nhiệm vụ: bảng (mặc định) hoặc danh sách.",
            "bao_cao": "Báo cáo kết quả về đâu, hạn nào.",
            "ket_thuc": "Câu kết; dùng được {don_vi} và {loi_giao}.",
            "noi_nhan": _NOI_NHAN,
            "luu": _LUU,
            "ky": "Người ký công văn; dòng nào không ghi thì lấy như kế hoạch.",
        },
    ),
    congvan.BaoCao: Words(
        "Báo cáo kết quả",
        {"gui": "Nơi nhận báo cáo.", "han": "Hạn báo cáo, ghi đúng như cần in: trước ngày 30 tháng 11 năm 2024."},
    ),
    noidung.TrongKhoan: Words(
        "Nội dung",
        {
            "doan": "Đoạn văn: một câu, hoặc danh sách “- ” khi có nhiều đoạn.",
            "y": "Các ý có dấu gạch đầu dòng; docgen tự thêm dấu gạch.",
            "bang": "Bảng có cột và dòng riêng.",
            "noi_dung": "Đoạn, ý, bảng, mục xen kẽ nhau, in đúng thứ tự đã ghi.",
        },
    ),
    noidung.TrongMuc: Words("Nội dung", {"khoan": "Các khoản, docgen đánh a), b), c)."}),
    noidung.TrongPhan: Words("Nội dung", {"muc": "Các mục, docgen đánh số 1, 2, 3."}),
    noidung.Khoan: Words("Khoản", {"tieu_de": "Tiêu đề của khoản, không gõ a), b).", "cung_dong": _CUNG_DONG}),
    noidung.Muc: Words("Mục", {"tieu_de": "Tiêu đề của mục, không gõ 1., 2.", "cung_dong": _CUNG_DONG}),
    noidung.Phan: Words("Phần", {"tieu_de": "Tiêu đề của phần, không gõ I., II.; docgen đổi sang chữ in hoa."}),
    noidung.Y: Words(
        "Ý",
        {
            "noi_dung": "Câu chữ của ý.",
            "cong": "Các ý con, in với dấu cộng.",
            "don_vi": "Đơn vị mà ý này giao việc, khi đọc câu không nhận ra; không in ra.",
        },
    ),
    noidung.Bang: Words(
        "Bảng",
        {
            "tieu_de": "Tên bảng; không cần thì bỏ.",
            "cot": "Tiêu đề các cột.",
            "dong": 'Các dòng, mỗi dòng đủ số ô như số cột; ô để trống ghi "".',
        },
    ),
    phuluc.PhuLuc: Words(
        "Phụ lục",
        {
            "tieu_de": "Tên phụ lục, không ghi chữ “Phụ lục” và số.",
            "huong": "Hướng giấy: ngang hoặc dọc. Có bảng thì mặc định là ngang.",
            "ten_cot": "Tên cột riêng của cơ quan, khi tên cột của docgen không hợp.",
            "nhom_nhiem_vu": "Các nhóm nhiệm vụ, docgen đánh số I, II, III.",
            "nhiem_vu": "Các nhiệm vụ, khi không chia nhóm.",
        },
    ),
    phuluc.NhomNhiemVu: Words(
        "Nhóm nhiệm vụ", {"tieu_de": "Tên nhóm nhiệm vụ, không gõ I., II.", "nhiem_vu": "Các nhiệm vụ trong nhóm."}
    ),
    phuluc.NhiemVu: Words(
        "Nhiệm vụ",
        {
            "ma": "Mã riêng của nhiệm vụ; không ghi thì docgen lấy theo vị trí, như I.2.",
            "ten": "Tên nhiệm vụ.",
            "chu_tri": 'Đơn vị chủ trì, ghi đúng chữ cần in; “như trên” thì gộp với ô trên; cố ý bỏ trống thì ghi "".',
            "phoi_hop": "Đơn vị phối hợp, ghi đúng chữ cần in.",
            "thoi_gian": "Thời gian, ví dụ Thường xuyên, Quý II, Tháng 6, Trước ngày 15/12/2024.",
            "san_pham": "Sản phẩm, kết quả phải có.",
            "kinh_phi": "Kinh phí, ghi sao in vậy.",
            "theo_doi": "Người hoặc đơn vị theo dõi.",
            "ghi_chu": "Ghi chú, có in ra.",
        },
    ),
    phuluc.TenCot: Words(
        "Tên cột của bảng nhiệm vụ",
        {
            "stt": "Tên cột số thứ tự.",
            "ten": "Tên cột nhiệm vụ.",
            "chu_tri": "Tên cột đơn vị chủ trì.",
            "phoi_hop": "Tên cột đơn vị phối hợp.",
            "thoi_gian": "Tên cột thời gian.",
            "san_pham": "Tên cột sản phẩm.",
            "kinh_phi": "Tên cột kinh phí.",
            "theo_doi": "Tên cột theo dõi.",
            "ghi_chu": "Tên cột ghi chú.",
        },
    ),
    ketqua.KetQua: Words(
        "Kết quả thực hiện",
        {
            "loai": "Loại tệp: kết quả thực hiện.",
            "den_ngay": "Ngày chốt số liệu, ví dụ 2024-12-15.",
            "vi_du": "có: số liệu không thật, docgen nhắc mỗi lần chạy.",
            "ket_qua": "Kết quả từng nhiệm vụ, mỗi trả lời của một đơn vị một khối.",
            "chi_dao": "Công tác lãnh đạo, chỉ đạo; mỗi ý một dòng “- ”.",
            "danh_gia": "Đánh giá chung; chỉ người soạn mới ghi được.",
            "kinh_phi": "Kinh phí, tính bằng đồng.",
            "phuong_huong": "Phương hướng, nhiệm vụ; mỗi ý một dòng “- ”.",
            "kien_nghi": "Kiến nghị, đề xuất; mỗi ý một dòng “- ”.",
            "kinh_gui": "Nơi được báo cáo, in ở dòng “Kính gửi”.",
            "bieu_do": "có: thêm biểu đồ vào báo cáo.",
            "so": _SO,
            "ngay": _NGAY,
            "noi_nhan": _NOI_NHAN,
            "luu": _LUU,
            "ky": _KY,
        },
    ),
    ketqua.KetQuaViec: Words(
        "Kết quả của một nhiệm vụ",
        {
            "ma": "Mã nhiệm vụ như trong kế hoạch, ví dụ I.2.",
            "ten": "Tên nhiệm vụ, đúng như trong kế hoạch.",
            "don_vi": "Đơn vị trả lời.",
            "trang_thai": "hoàn thành, đang thực hiện, chưa thực hiện hoặc không thực hiện.",
            "ngay_hoan_thanh": "Ngày hoàn thành, ví dụ 2024-06-20.",
            "noi_dung": "Kết quả đã làm được.",
            "so_lieu": "Các số liệu.",
            "kho_khan": "Khó khăn, vướng mắc.",
            "kien_nghi": "Kiến nghị của đơn vị.",
            "ghi_chu": "Ghi chú.",
        },
    ),
    ketqua.SoLieu: Words(
        "Số liệu",
        {
            "chi_tieu": "Đếm cái gì, ví dụ Lớp tập huấn.",
            "don_vi_tinh": "Đơn vị tính, ví dụ lớp.",
            "so_luong": "Số lượng, ví dụ 1234 hoặc 1.234,5.",
        },
    ),
    ketqua.DanhGia: Words(
        "Đánh giá chung",
        {
            "uu_diem": "Ưu điểm; mỗi ý một dòng “- ”.",
            "han_che": "Hạn chế; mỗi ý một dòng “- ”.",
            "nguyen_nhan": "Nguyên nhân; mỗi ý một dòng “- ”.",
            "bai_hoc": "Bài học kinh nghiệm; mỗi ý một dòng “- ”.",
        },
    ),
    ketqua.KinhPhi: Words(
        "Kinh phí",
        {
            "du_toan": "Dự toán được giao, bằng đồng, ví dụ 150.000.000.",
            "thuc_hien": "Đã thực hiện, bằng đồng.",
            "ghi_chu": "Ghi chú về kinh phí.",
        },
    ),
    giatri.GiaTri: Words(
        "Giá trị theo năm",
        {
            "loai": "Loại tệp: giá trị theo năm.",
            "ten": "Tên của giá trị, ví dụ chủ đề ASEAN.",
            "gia_tri": "Giá trị của từng năm, mỗi năm một khối.",
        },
    ),
    giatri.GiaTriNam: Words(
        "Giá trị của một năm",
        {
            "nam": "Năm.",
            "noi_dung": "Giá trị của năm đó, không ghi dấu ngoặc kép.",
            "cach_viet": "Các cách viết khác.",
            "nguon": "Biết được từ đâu.",
            "can_xac_nhan": "có: còn phải hỏi lại trước khi dùng.",
        },
    ),
    vanban.SoVanBan: Words("Danh mục văn bản", {"van_ban": "Các văn bản mà cơ quan hay viện dẫn, mỗi văn bản một khối."}),
    vanban.VanBan: Words(
        "Văn bản",
        {
            "ky_hieu": "Số, ký hiệu, ví dụ 30/2020/NĐ-CP.",
            "loai": "Tên loại, ví dụ Nghị định.",
            "ngay": "Ngày ban hành, ví dụ 2020-03-05.",
            "co_quan": "Cơ quan ban hành.",
            "trich_yeu": "Trích yếu.",
            "tu": "Ngày có hiệu lực.",
            "den": "Ngày cuối còn hiệu lực. Chưa hết hiệu lực thì bỏ.",
            "thay_boi": "Số, ký hiệu của văn bản thay thế.",
        },
    ),
}


def words_of(model: type[BaseModel]) -> Words:
    """Return the title of `model` and the words for its keys, those of the models that it is built on among them."""
    known = [WORDS[each] for each in reversed(model.__mro__) if each in WORDS]
    return Words(known[-1].ten if known else model.__name__, {key: text for each in known for key, text in each.khoa.items()})
