"""The words of a form's page of guidance."""

from typing import Final

GUIDANCE: Final = (
    "Chỉ điền vào các ô màu vàng. Các ô khác đã khóa để khi tổng hợp không lẫn việc này sang việc khác; "
    "biểu mẫu không đặt mật khẩu.",
    "Trạng thái: bấm mũi tên ở cạnh ô rồi chọn. “Hoàn thành”: đã làm xong. “Đang thực hiện”: đã làm một phần, hoặc là việc "
    "thường xuyên còn tiếp tục. “Chưa thực hiện”: chưa bắt đầu nhưng vẫn sẽ làm. “Không thực hiện”: không làm nữa; "
    "ghi lý do ở cột “Khó khăn, vướng mắc”.",
    "Ngày hoàn thành: ghi ngày/tháng/năm, ví dụ 20/06/2023; chỉ ghi cho việc đã hoàn thành. Ghi xong, xem lại: "
    "nếu máy đổi chỗ ngày với tháng thì ghi lại.",
    "Kết quả thực hiện: ghi đã làm gì, ở đâu, sản phẩm là gì. Nhiệm vụ phối hợp thì chỉ ghi phần việc của đơn vị mình. "
    "Trong một ô, xuống dòng bằng Alt+Enter.",
    "Trách nhiệm (mã TN.) là việc nêu ở phần tổ chức thực hiện của kế hoạch; ghi ngắn gọn đã làm thế nào.",
    "Việc ngoài kế hoạch: ghi tên việc vào các dòng “Công việc khác” (mã K.) ở cuối trang “Kết quả”.",
    "Số liệu: ghi ở trang “Số liệu”, mỗi số một dòng. Ô số lượng chỉ ghi số; đơn vị tính (tin, bài, lượt, đồng…) ghi ở ô "
    "bên cạnh. Một nhiệm vụ có nhiều số thì chọn lại mã đó ở dòng sau.",
    "Chữ trong ô dài mà không thấy hết: kéo dòng cho cao thêm. Hết dòng trống: chọn một dòng trống, bấm chuột phải, chọn Insert.",
    "Không có gì để báo cáo về một nhiệm vụ thì vẫn chọn trạng thái của nhiệm vụ đó, để nơi tổng hợp biết là không bỏ sót.",
    "Lưu tệp ở dạng Excel (.xlsx) rồi gửi lại cả tệp, không gửi ảnh chụp hay PDF. Đổi tên tệp cũng được; "
    "đừng chép sang tệp khác.",
)
