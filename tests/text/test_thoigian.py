"""Time expressions as offices write them, read for a plan of 2023."""

from datetime import date

import pytest

from docgen.text.thoigian import ThoiGian, deadlines, read

YEAR = 2023

# expression | first day-last day of each period (the year 2023 is left out), "lặp" where it comes again, "mãi" without an end
READABLE = """
Thường xuyên | 1/1-31/12 lặp
Thường xuyên trong năm | 1/1-31/12 lặp
Thường xuyên, liên tục | 1/1-31/12 lặp
thường  xuyên. | 1/1-31/12 lặp
Hằng năm | 1/1-31/12 lặp
Hàng năm | 1/1-31/12 lặp
Hằng tháng | 1/1-31/12 lặp
Hàng tháng | 1/1-31/12 lặp
Hàng quý | 1/1-31/12 lặp
Hằng quý | 1/1-31/12 lặp
Hằng tuần | 1/1-31/12 lặp
Hằng ngày | 1/1-31/12 lặp
Định kỳ | 1/1-31/12 lặp
Định kỳ hằng tháng | 1/1-31/12 lặp
Định kỳ hàng quý | 1/1-31/12 lặp
Định kỳ 6 tháng, năm | 1/1-31/12 lặp
6 tháng, năm | 1/1-31/12 lặp
6 tháng và cả năm | 1/1-31/12 lặp
Hằng quý, 6 tháng, năm | 1/1-31/12 lặp
2 lần/năm | 1/1-31/12 lặp
01 lần/tháng | 1/1-31/12 lặp
Mỗi quý một lần | 1/1-31/12 lặp
Mỗi tháng 01 lần | 1/1-31/12 lặp
Mỗi quý 01 buổi | 1/1-31/12 lặp
24/24 giờ | 1/1-31/12 lặp
24h/24h | 1/1-31/12 lặp
20/7, 24/7 | 20/7-20/7 24/7-24/7
Trước 24/7 | 1/1-23/7
Thứ sáu hằng tuần | 1/1-31/12 lặp
Thứ Ba và thứ Năm hằng tuần | 1/1-31/12 lặp
Trong năm | 1/1-31/12
Trong năm 2023 | 1/1-31/12
Năm 2023 | 1/1-31/12
2023 | 1/1-31/12
Cả năm | 1/1-31/12
Cả năm 2023 | 1/1-31/12
Suốt năm 2023 | 1/1-31/12
Thực hiện trong năm 2023 | 1/1-31/12
Quý I | 1/1-31/3
Quý II | 1/4-30/6
QUÝ III | 1/7-30/9
quý iv | 1/10-31/12
Quí II | 1/4-30/6
Quý 2 | 1/4-30/6
Q2 | 1/4-30/6
Quý hai | 1/4-30/6
Quý II/2023 | 1/4-30/6
Quý II năm 2023 | 1/4-30/6
Quý II-2023 | 1/4-30/6
Trong quý II | 1/4-30/6
Hoàn thành trong Quý II | 1/4-30/6
Dự kiến Quý III | 1/7-30/9
Quý I, III | 1/1-31/3 1/7-30/9
Quý I và Quý III | 1/1-31/3 1/7-30/9
Quý I, II, III, IV | 1/1-31/3 1/4-30/6 1/7-30/9 1/10-31/12
Quý I,II,III | 1/1-31/3 1/4-30/6 1/7-30/9
Quý III, IV năm 2023 | 1/7-30/9 1/10-31/12
Quý II - III | 1/4-30/9
Quý II – Quý III | 1/4-30/9
Quý II đến Quý IV | 1/4-31/12
Từ quý II đến hết quý IV năm 2023 | 1/4-31/12
Quý IV/2022 - Quý I/2023 | 1/10/2022-31/3
Quý I/2024 | 1/1/2024-31/3/2024
Quý I năm sau | 1/1/2024-31/3/2024
Đầu quý III | 1/7-31/7
Cuối quý II | 1/6-30/6
Tháng đầu quý III | 1/7-31/7
Trước Quý III | 1/1-30/6
Hết quý II | 1/1-30/6
Tháng 6 | 1/6-30/6
tháng 06 | 1/6-30/6
Tháng 6/2023 | 1/6-30/6
Tháng 6 năm 2023 | 1/6-30/6
Tháng 6-2023 | 1/6-30/6
6/2023 | 1/6-30/6
T6/2023 | 1/6-30/6
Tháng Sáu | 1/6-30/6
tháng mười hai | 1/12-31/12
Vào tháng 6 | 1/6-30/6
Trong tháng 6 | 1/6-30/6
Khoảng tháng 11/2023 | 1/11-30/11
Tháng 2 | 1/2-28/2
Tháng 2/2024 | 1/2/2024-29/2/2024
Tháng 6, 7 | 1/6-30/6 1/7-31/7
Tháng 3, 6, 9, 12 | 1/3-31/3 1/6-30/6 1/9-30/9 1/12-31/12
Các tháng 3, 6, 9 và 12 | 1/3-31/3 1/6-30/6 1/9-30/9 1/12-31/12
Tháng 3 và tháng 9 | 1/3-31/3 1/9-30/9
Tháng 6/2023 và tháng 12/2023 | 1/6-30/6 1/12-31/12
Tháng 6 - 8 | 1/6-31/8
Tháng 6 – tháng 8 | 1/6-31/8
Tháng 3-9/2023 | 1/3-30/9
Tháng 6 đến tháng 8 | 1/6-31/8
Từ tháng 3 đến tháng 9 | 1/3-30/9
Từ tháng 3 đến hết tháng 9/2023 | 1/3-30/9
Từ tháng 9 đến tháng 3/2024 | 1/9-31/3/2024
Từ tháng 11/2022 đến tháng 3/2023 | 1/11/2022-31/3
Từ tháng 6 | 1/6-31/12
Trước tháng 6 | 1/1-31/5
Đến hết tháng 6 | 1/1-30/6
Tháng 11 hằng năm | 1/11-30/11 lặp
Đầu tháng 8 | 1/8-10/8
Giữa tháng 8 | 11/8-20/8
Cuối tháng 8 | 21/8-31/8
Cuối tháng 2 | 21/2-28/2
Cuối tháng 6, cuối tháng 12 | 21/6-30/6 21/12-31/12
Nửa đầu tháng 8 | 1/8-15/8
Nửa cuối tháng 8 | 16/8-31/8
Thượng tuần tháng 8 | 1/8-10/8
Trung tuần tháng 8/2023 | 11/8-20/8
Hạ tuần tháng 8 | 21/8-31/8
Tuần đầu tháng 8 | 1/8-7/8
Tuần đầu tiên của tháng 8 | 1/8-7/8
Tuần 2 tháng 8 | 8/8-14/8
Tuần thứ ba tháng 8/2023 | 15/8-21/8
Tuần thứ tư tháng 8 | 22/8-31/8
Tuần 4 tháng 2 | 22/2-28/2
Tuần 1 và tuần 4 tháng 2 | 1/2-7/2 22/2-28/2
Tuần đầu, tuần thứ hai và tuần cuối tháng 8 | 1/8-7/8 8/8-14/8 25/8-31/8
Từ tuần 2 đến tuần 3 tháng 8 | 8/8-21/8
Tuần lễ 8/8 | 8/8-8/8
Tuần 1 quý II | 1/4-7/4
Tuần 2 quý II | 8/4-14/4
Tuần cuối quý II | 24/6-30/6
Tuần đầu năm | 1/1-7/1
Tuần cuối cùng của tháng 8 | 25/8-31/8
Tuần lễ thứ hai tháng 8 | 8/8-14/8
Tuần lễ cuối tháng 8 | 25/8-31/8
Tuần đầu hằng quý | 1/1-7/1 1/4-7/4 1/7-7/7 1/10-7/10 lặp
Tháng đầu hằng quý | 1/1-31/1 1/4-30/4 1/7-31/7 1/10-31/10 lặp
Tháng cuối mỗi quý | 1/3-31/3 1/6-30/6 1/9-30/9 1/12-31/12 lặp
Cuối hàng quý | 1/3-31/3 1/6-30/6 1/9-30/9 1/12-31/12 lặp
Ngày 20 tháng đầu hằng quý | 20/1-20/1 20/4-20/4 20/7-20/7 20/10-20/10 lặp
Ngày 20 tháng giữa của mỗi quý | 20/2-20/2 20/5-20/5 20/8-20/8 20/11-20/11 lặp
Trước ngày 20 tháng cuối hàng quý | 1/3-19/3 1/6-19/6 1/9-19/9 1/12-19/12 lặp
Quý II hằng năm | 1/4-30/6 lặp
Từ ngày 15/8 đến ngày 20/8 hằng năm | 15/8-20/8 lặp
2 quý đầu năm | 1/1-30/6
2 quý cuối năm 2023 | 1/7-31/12
Tháng năm | 1/5-31/5
Tháng năm năm 2023 | 1/5-31/5
Tháng mười một và tháng mười hai | 1/11-30/11 1/12-31/12
Tháng 6 2023 | 1/6-30/6
Quý II, 2024 | 1/4/2024-30/6/2024
15/12 2024 | 15/12/2024-15/12/2024
Tháng 11 và 12 2022 | 1/11/2022-30/11/2022 1/12/2022-31/12/2022
Quý II 2023 - 2025 | 1/1-31/12/2025 1/4-30/6
Tháng 6 của năm 2023 | 1/6-30/6
Quý II của năm 2024 | 1/4/2024-30/6/2024
Quý IV năm trước | 1/10/2022-31/12/2022
Tháng 3 năm sau, tháng 4 | 1/4-30/4 1/3/2024-31/3/2024
Tháng 3 năm tới | 1/3/2024-31/3/2024
Từ tháng 11 đến tháng 2 năm sau | 1/11-29/2/2024
Muộn nhất ngày 30/6 | 1/1-30/6
Hạn cuối 30/6 | 1/1-30/6
Hạn chót ngày 30/6 | 1/1-30/6
Hạn ngày 30/6 | 1/1-30/6
Tới hết tháng 6 | 1/1-30/6
Tới ngày 30/6 | 1/1-30/6
Chậm nhất vào ngày 30/6 | 1/1-30/6
Chậm nhất trong tháng 6 | 1/1-30/6
Chậm nhất đến ngày 30/6 | 1/1-30/6
Trước ngay 30/6 | 1/1-29/6
Kể từ ngày 01/6 | 1/6-31/12
Bắt đầu từ tháng 6 | 1/6-31/12
Từ ngày 15/8 trở đi | 15/8-mãi
Từ nay đến hết tháng 9 | 1/1-30/9
Từ ngày 15/8 tới ngày 20/8 | 15/8-20/8
Từ 15/12/2022 đến 15/1 | 15/12/2022-15/1
Hè 2024 | 1/6/2024-31/8/2024
Hè năm 2024 | 1/6/2024-31/8/2024
Dịp hè | 1/6-31/8
Mùa hè, quý IV | 1/6-31/8 1/10-31/12
Năm học 2024 - 2025 | 1/9/2024-31/5/2025
Kỷ niệm 8/8 | 8/8-8/8
Lễ 30/4 | 30/4-30/4
Quý II (dự kiến) | 1/4-30/6
Tổ chức trong quý II | 1/4-30/6
Trước ngày 30/6 và quý IV | 1/1-29/6 1/10-31/12
Đến ngày 30/6 và 15/12 | 1/1-30/6 1/1-15/12
Tháng 11, 12/2022 và tháng 1 | 1/11/2022-30/11/2022 1/12/2022-31/12/2022 1/1-31/1
Quý IV/2022 và quý I | 1/10/2022-31/12/2022 1/1-31/3
15, 16, 17/8 | 15/8-15/8 16/8-16/8 17/8-17/8
Sau tháng 6 | 1/7-31/12
Kể từ tháng 6 | 1/6-31/12
Trước ngày 30/6; từ ngày 15/8 | 1/1-29/6 15/8-31/12
Từ ngày 15/8, ngày 20/9 | 15/8-31/12 20/9-20/9
Quý I, tháng 2/2024 | 1/1/2024-31/3/2024 1/2/2024-29/2/2024
Quý I, III, 15/11 | 1/1-31/3 1/7-30/9 15/11-15/11
15, 20/8, quý IV | 15/8-15/8 20/8-20/8 1/10-31/12
Tháng 6, ngày 15/8 | 1/6-30/6 15/8-15/8
Cả năm, quý II/2024 | 1/1-31/12 1/4/2024-30/6/2024
Quý I/2022, quý II/2024 | 1/1/2022-31/3/2022 1/4/2024-30/6/2024
Ngày 20/12, ngày 15/12/2024 | 20/12-20/12 15/12/2024-15/12/2024
Ngày 15/12, ngày 15/1/2024 | 15/12-15/12 15/1/2024-15/1/2024
Quý IV, tháng 3/2024 | 1/10-31/12 1/3/2024-31/3/2024
Tháng 3, quý II/2024 | 1/3/2024-31/3/2024 1/4/2024-30/6/2024
Tháng 11, tháng 1/2024, tháng 2/2024 | 1/11-30/11 1/1/2024-31/1/2024 1/2/2024-29/2/2024
Nhân dịp 2/9/1945 - 2/9/2023 | 2/9-2/9
Dịp 30/4/2023 - 1/5/2023 | 30/4-1/5
Dịp ngày 15 - 20/8 | 15/8-20/8
Dịp tháng 8 | 1/8-31/8
Dịp 30/4, 1/5; quý IV | 30/4-30/4 1/5-1/5 1/10-31/12
Trước quý IV | 1/1-30/9
Tuần 3 quý II | 15/4-21/4
Tuần thứ nhất tháng 8 | 1/8-7/8
Tuần thứ nhì tháng 8 | 8/8-14/8
Tháng giữa quý II | 1/5-31/5
Tháng cuối quý II | 1/6-30/6
Nửa đầu quý II | 1/4-15/5
Nửa cuối quý II | 16/5-30/6
Nửa đầu năm | 1/1-30/6
1 tháng cuối năm | 1/12-31/12
12 tháng đầu năm | 1/1-31/12
Tháng một | 1/1-31/1
Tháng tư, tháng bảy | 1/4-30/4 1/7-31/7
Tháng tám và tháng chín | 1/8-31/8 1/9-30/9
Tháng mười | 1/10-31/10
Tháng mười hai | 1/12-31/12
Tháng VI | 1/6-30/6
Mỗi tháng | 1/1-31/12 lặp
Từng quý | 1/1-31/12 lặp
Năm 2023 và các năm tiếp theo | 1/1-mãi
Năm 2023 và những năm kế tiếp | 1/1-mãi
Ngày 30 hoặc 31/8 | 30/8-30/8 31/8-31/8
Tuần 4 quý II | 22/4-28/4
Tuần 4 năm 2023 | 22/1-28/1
Tuần cuối tháng 8 | 25/8-31/8
Đầu năm | 1/1-31/3
Giữa năm | 1/4-30/9
Cuối năm | 1/10-31/12
Cuối năm 2023 | 1/10-31/12
Nửa đầu năm 2023 | 1/1-30/6
6 tháng đầu năm | 1/1-30/6
Sáu tháng đầu năm 2023 | 1/1-30/6
6 tháng cuối năm | 1/7-31/12
9 tháng đầu năm 2023 | 1/1-30/9
3 tháng cuối năm | 1/10-31/12
Trước 30/6 | 1/1-29/6
Trước ngày 15/12/2023 | 1/1-14/12
Trước ngày 15 tháng 12 năm 2023 | 1/1-14/12
Hoàn thành trước ngày 30/6/2023 | 1/1-29/6
Xong trước 01/7 | 1/1-30/6
Trước ngày 15/01/2024 | 1/1-14/1/2024
Trước ngày 30/6 và 15/12 | 1/1-29/6 1/1-14/12
Chậm nhất ngày 30/6 | 1/1-30/6
Chậm nhất là ngày 30/6/2023 | 1/1-30/6
Đến ngày 30/6 | 1/1-30/6
Không quá ngày 30/11 | 1/1-30/11
Sau ngày 30/6 | 1/7-31/12
Từ ngày 01/6 | 1/6-31/12
Từ nay đến cuối năm | 1/1-31/12
8/8 | 8/8-8/8
Ngày 8/8/2023 | 8/8-8/8
Ngày 20 tháng 11 | 20/11-20/11
15.12.2023 | 15/12-15/12
15-12-2023 | 15/12-15/12
15 - 20/8 | 15/8-20/8
Ngày 15-20/8/2023 | 15/8-20/8
15, 16/8 | 15/8-15/8 16/8-16/8
Từ ngày 15/8 đến ngày 20/8 | 15/8-20/8
Từ 15 đến 20/8/2023 | 15/8-20/8
Từ 01/01/2023 đến 31/12/2023 | 1/1-31/12
30/4 - 1/5 | 30/4-1/5
Dịp kỷ niệm 8/8 | 8/8-8/8
Nhân dịp 2/9 | 2/9-2/9
Dịp 30/4 và 1/5 | 30/4-30/4 1/5-1/5
Ngày Quốc tế Phụ nữ 8/3 | 8/3-8/3
Dịp kỷ niệm 56 năm Ngày thành lập ASEAN (08/8/1967 - 08/8/2023) | 8/8-8/8
Ngày 20 tháng cuối quý | 20/3-20/3 20/6-20/6 20/9-20/9 20/12-20/12 lặp
Trước 15/12 hằng năm | 1/1-14/12 lặp
2023 - 2025 | 1/1-31/12/2025
2023-2025 | 1/1-31/12/2025
Năm 2023 - 2025 | 1/1-31/12/2025
Giai đoạn 2023 - 2025 | 1/1-31/12/2025
Từ năm 2023 đến năm 2025 | 1/1-31/12/2025
Đến năm 2025 | 1/1-31/12/2025
Năm 2023 và những năm tiếp theo | 1/1-mãi
Từ năm 2023 trở đi | 1/1-mãi
Năm học 2023 - 2024 | 1/9-31/5/2024
Năm nay | 1/1-31/12
Hè 2023 | 1/6-31/8
Quý II (tháng 6) | 1/4-30/6 1/6-30/6
"""

UNREADABLE = """
Theo kế hoạch của Trung ương | phụ thuộc việc khác
Khi có yêu cầu | phụ thuộc việc khác
Theo yêu cầu của Bộ | phụ thuộc việc khác
Đột xuất | phụ thuộc việc khác
Sau khi Kế hoạch được ban hành | phụ thuộc việc khác
Trong 30 ngày kể từ ngày ký | phụ thuộc việc khác
Trong quý | chưa rõ quý nào
Trong tháng | chưa rõ tháng nào
Dịp Tết Nguyên đán | âm lịch
Tết Trung thu | âm lịch
31/11 | tháng 11/2023 không có ngày 31
Trước ngày 31/11 | tháng 11/2023 không có ngày 31
29/2 | tháng 2/2023 không có ngày 29
15/13/2023 | một năm không có tháng 13
Tháng 13 | một năm không có tháng 13
Tháng 0 | một năm không có tháng 0
Quý V | một năm không có quý 5
13 tháng đầu năm | một năm không có 13 tháng
15 tháng cuối năm | một năm không có 15 tháng
Từ tháng 9 đến tháng 3 | ngày cuối đứng trước ngày đầu
Tuần 5 tháng 8 | chưa rõ tuần 5 của tháng là những ngày nào; ghi tuần 1 đến tuần 4, tuần cuối, hoặc ghi ngày
Tuần thứ năm tháng 8/2023 | chưa rõ tuần 5 của tháng
Tuần 0 tháng 8 | chưa rõ tuần 0 của tháng
Tuần 5 hằng tháng | chưa rõ tuần 5 của tháng
Tuần 30 năm 2023 | chưa đọc được
Mấy tháng đầu năm | chưa đọc được
15, tháng 8 | chưa rõ “15” là ngày, tháng hay quý
30 ngày cuối năm | chưa đọc được
6 tháng năm 2023 | chưa đọc được
Trung ương tháng 8 | chưa đọc được
Nửa tháng 8 | chưa đọc được
Tháng cuối năm | chưa đọc được
Ngày 150/8 | chưa đọc được
Tháng 100 | chưa đọc được
Ngày 15/tháng 8 | chưa rõ ngày 15 của tháng nào
Ngày 15-tháng 8 | chưa rõ ngày 15 của tháng nào
Trong năm học | chưa đọc được
Đầu năm học mới | chưa đọc được
Năm học 2023 | chưa đọc được
Năm học 2023 - 2025 | chưa đọc được
Tháng năm 2023 | chưa đọc được
Quý năm 2023 | chưa đọc được
Trong tuần | chưa rõ tuần nào
24/7 | chưa rõ là ngày 24 tháng 7 hay suốt ngày đêm
Đường dây nóng 24/7 | chưa rõ là ngày 24 tháng 7 hay suốt ngày đêm
Trong ngày | chưa rõ ngày nào
Dịp đầu năm âm lịch | âm lịch
Lễ Nguyên đán | âm lịch
Dịp Trung thu | âm lịch
Lễ Vu Lan | âm lịch
Lễ Phật đản | âm lịch
Giỗ Tổ Hùng Vương | âm lịch
Rằm tháng 7 | âm lịch
Tháng giêng | âm lịch
Tháng Chạp | âm lịch
Khi cần | phụ thuộc việc khác
Khi phát sinh | phụ thuộc việc khác
Ngay đầu nhiệm kỳ | phụ thuộc việc khác
Triển khai thực hiện | chưa đọc được
Năm học 2023 và 2024 | chưa đọc được
Sở Y tế rà soát từ ngày 01/3 | chưa đọc được
Tuỳ tình hình | phụ thuộc việc khác
Ngay sau hội nghị | phụ thuộc việc khác
Vòng 30 ngày | phụ thuộc việc khác
Tuần 1 và 2 tháng 8 | chưa đọc được
Tuần 6 và tuần 2 tháng 8 | chưa rõ tuần 6 của tháng
Tuần 5 quý II | chưa đọc được
I, II | chưa rõ
Ngày 20 | chưa rõ ngày 20 của tháng nào
Không xác định | chưa đọc được
… | chưa đọc được
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(left.strip(), right.strip()) for left, _, right in (line.partition("|") for line in table.strip().splitlines())]


def short(day: date | None) -> str:
    if day is None:
        return "mãi"
    return f"{day.day}/{day.month}" + (f"/{day.year}" if day.year != YEAR else "")


def told(time: ThoiGian) -> str:
    return " ".join([*(f"{short(dot.tu)}-{short(dot.den)}" for dot in time.dot), *(["lặp"] if time.dinh_ky else [])])


def test_there_are_enough_expressions() -> None:
    assert len(rows(READABLE)) + len(rows(UNREADABLE)) >= 150


@pytest.mark.parametrize(("words", "meant"), rows(READABLE))
def test_an_expression_is_read(words: str, meant: str) -> None:
    time = read(words, YEAR)
    assert (told(time), time.chua_ro, time.chu) == (meant, None, words)


@pytest.mark.parametrize(("words", "reason"), rows(UNREADABLE))
def test_what_cannot_be_read_is_said(words: str, reason: str) -> None:
    time = read(words, YEAR)
    assert (time.dot, time.tu, time.den) == ((), None, None)
    assert time.chua_ro is not None
    assert reason in time.chua_ro
    assert words.strip("Trong ") in time.chua_ro


def test_a_day_of_every_month_is_the_last_one_where_a_month_is_too_short() -> None:
    time = read("Trước ngày 25 hằng tháng", YEAR)
    assert (len(time.dot), time.dinh_ky, short(time.tu), short(time.den)) == (12, True, "1/1", "24/12")
    assert [short(dot.tu) for dot in read("Ngày 31 hằng tháng", YEAR).dot][:4] == ["31/1", "28/2", "31/3", "30/4"]
    assert [short(dot.den) for dot in read("Tuần đầu hằng tháng", YEAR).dot][:2] == ["7/1", "7/2"]


def test_what_can_be_read_is_kept_beside_what_cannot() -> None:
    time = read("Hằng quý và khi có yêu cầu", YEAR)
    assert told(time) == "1/1-31/12 lặp"
    assert time.chua_ro is not None
    assert time.chua_ro.startswith("“khi có yêu cầu” phụ thuộc việc khác")


def test_the_year_is_the_plans_own() -> None:
    assert read("Tháng 2", 2024).den == date(2024, 2, 29)
    assert read("29/2", 2024).tu == date(2024, 2, 29)


def test_decomposed_letters_and_long_dashes_are_read() -> None:
    assert told(read("Tha\u0301ng 6 — tha\u0301ng 8", YEAR)) == "1/6-31/8"


def test_the_deadlines_in_a_sentence_are_found() -> None:
    found = deadlines(
        "Tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2023; chậm nhất là ngày 10 tháng 6 gửi dự toán.", YEAR
    )
    assert [(time.chu, short(time.den)) for time in found] == [
        ("trước ngày 15/12/2023", "14/12"),
        ("chậm nhất là ngày 10 tháng 6", "10/6"),
    ]
    assert deadlines("Chuẩn bị trước khi tổ chức, không để chậm nhất là ở cơ sở, như các năm trước", YEAR) == ()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Chậm nhất là ngày 15/01/2023 và gửi Sở Nội vụ", "1/1-15/1"),
        ("Ban hành chậm nhất là 31/3/2023 để các đơn vị thực hiện", "1/1-31/3"),
        ("Trong tháng 01/2023 và báo cáo Ủy ban nhân dân tỉnh", "1/1-31/1"),
        ("Hoàn thành trước ngày 30/6, kiểm tra, đôn đốc, báo cáo", "1/1-29/6"),
        ("Hoàn thành, báo cáo, công khai trong tháng 11 năm 2023", "1/11-30/11"),
        ("Các đơn vị nộp muộn nhất ngày 31/3", "1/1-31/3"),
        ("Các đơn vị nộp không quá ngày 31/3", "1/1-31/3"),
        ("Các đơn vị nộp đến hết ngày 31/3", "1/1-31/3"),
        ("Sở Y tế rà soát từ ngày 01/3 đến ngày 15/3", "1/3-15/3"),
        ("Sở Y tế rà soát trong năm", "1/1-31/12"),
        ("Tổ chức trong quý III, sơ kết vào tháng 12", "1/7-30/9 1/12-31/12"),
        ("Trước 17 giờ 00 ngày 20/11/2023", "1/1-20/11"),
        ("trước 10h ngày 20/11", "1/1-20/11"),
        ("chậm nhất 17h00' ngày 20/11/2023", "1/1-20/11"),
        ("trước 16 giờ 30 phút, ngày 20/11", "1/1-20/11"),
        ("Trước ngày 20/11/2023 (17:00)", "1/1-20/11"),
        ("trước 24 giờ ngày 20/11", "1/1-20/11"),
        ("trước 0 giờ ngày 20/11", "1/1-19/11"),
        ("đến 00h00 ngày 20/11", "1/1-19/11"),
        ("Từ 8 giờ đến trước 17 giờ ngày 20/11", "20/11-20/11"),
        ("2023-11-20", "20/11-20/11"),
        ("Từ 2023-03-01 đến 2023-04-30", "1/3-30/4"),
        ("Hạn cuối: 17 giờ ngày 20/11/2023, gửi qua trục liên thông", "1/1-20/11"),
        ("Gửi chậm nhất 17h00 ngày 20/11, Sở Nội vụ tổng hợp", "1/1-20/11"),
        ("Trước ngày 25/12/2023 (báo cáo năm), trước ngày 15/6/2023 (báo cáo 6 tháng)", "1/1-14/6 1/1-24/12"),
        ("Không quá ngày 10/02/2023 đối với cấp tỉnh, cấp xã", "1/1-10/2"),
    ],
)
def test_a_time_is_read_inside_a_sentence(words: str, meant: str) -> None:
    time = read(words, YEAR)
    assert (told(time), time.chua_ro) == (meant, None)


@pytest.mark.parametrize(
    "words",
    [
        "Sau khi có hướng dẫn của Bộ, của tỉnh, của ngành",
        "30 ngày kể từ ngày ký, các đơn vị, địa phương báo cáo",
        "Theo Quyết định số 12/QĐ-BYT ngày 05/02/2023 của Bộ Y tế, của tỉnh",
    ],
)
def test_a_sentence_with_commas_is_one_complaint_and_a_citation_no_time(words: str) -> None:
    time = read(words, YEAR)
    assert time.dot == ()
    assert time.chua_ro is not None
    assert time.chua_ro.startswith(f"“{words}” phụ thuộc")
    assert ";" not in time.chua_ro.partition("; nếu cần tính hạn")[0]


def test_what_is_left_over_beside_a_time_is_told_only_where_it_speaks_of_time() -> None:
    assert "“Báo cáo quý I, trình”" in str(read("Báo cáo quý I, trình trước ngày 15/3, và công bố", YEAR).chua_ro)
    assert str(read("Trước ngày 15/3; khi có yêu cầu; ngày khai giảng", YEAR).chua_ro).count("; ghi như") == 1


def test_what_is_to_be_done_within_a_month_of_the_year_has_its_end_for_a_deadline() -> None:
    prose = (
        "Xây dựng kế hoạch trong tháng 01/2023 và trình phê duyệt; kết quả trong tháng 12/2022 còn thấp; làm tốt trong năm 2023."
    )
    assert [(time.chu, short(time.den)) for time in deadlines(prose, YEAR, within=True)] == [("trong tháng 01/2023", "31/1")]
    assert deadlines(prose, YEAR) == ()


def test_a_time_that_goes_on_has_no_last_day() -> None:
    assert [read(words, YEAR).den for words in ("Quý I, quý III", "Quý II; từ năm 2023 trở đi", "Khi có yêu cầu")] == [
        date(2023, 9, 30),
        None,
        None,
    ]


def test_more_than_a_thousand_letters_are_no_time() -> None:
    assert "quá dài" not in str(read("x" * 1_000, YEAR).chua_ro)
    too_long = read("y" * 1_001, YEAR)
    assert str(too_long.chua_ro).startswith(f"“{'y' * 60}…” quá dài nên không đọc được thời gian; ghi như “Quý II”")
    assert (too_long.dot, too_long.dinh_ky) == ((), False)


@pytest.mark.parametrize(
    ("prose", "last"),
    [
        ("Nộp muộn nhất ngày 30/6 và trước quý IV.", ["30/6", "30/9"]),
        ("Hạn cuối ngày 30/6; hạn chót 15/12.", ["30/6", "15/12"]),
        ("Làm trước 3 ngày, trước năm sau, trước mọi cuộc họp.", ["31/12"]),
        (
            "Thực hiện trong quý II, trong quí III và trong nửa đầu tháng 8, trong tuần 2 tháng 9",
            ["30/6", "30/9", "15/8", "14/9"],
        ),
        ("Xong trong tháng 6/2024, trong năm 2023", []),
        ("Xong trong 6 tháng đầu năm", ["30/6"]),
        ("Nộp trước ngày 15/01/2024", ["14/1/2024"]),
        ("Nộp chậm nhất trước ngày 15/6", ["14/6"]),
    ],
)
def test_deadlines_as_sentences_say_them(prose: str, last: list[str]) -> None:
    assert [short(time.den) for time in deadlines(prose, YEAR, within=True)] == last


@pytest.mark.parametrize(
    ("words", "last"), [("Trước ngày 20 hằng tháng", "19/1 19/2 19/3"), ("Đến ngày 9 mỗi tháng", "9/1 9/2 9/3")]
)
def test_each_month_has_its_deadline(words: str, last: str) -> None:
    time = read(words, YEAR)
    assert " ".join(short(dot.den) for dot in time.dot[:3]) == last
    assert [(short(dot.tu)) for dot in time.dot] == [f"1/{month}" for month in range(1, 13)]
    assert time.dinh_ky


def test_the_last_month_of_each_quarter_may_be_said_with_cua() -> None:
    for words in ("Gửi trước ngày 05 của tháng cuối quý", "Gửi trước ngày 05 tháng cuối của quý"):
        assert [short(dot.den) for dot in read(words, YEAR).dot] == ["4/3", "4/6", "4/9", "4/12"]


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("Hoàn thành đến hết ngày 15/02/2023 và công bố.", "đến hết ngày 15/02/2023"),
        ("Gửi báo cáo không muộn hơn ngày 15/01/2023, rồi công khai.", "không muộn hơn ngày 15/01/2023"),
        ("Nộp hồ sơ không quá ngày 20/01/2023.", "không quá ngày 20/01/2023"),
        ("Tính đến hết ngày 31/12/2022 có 45.000 người.", None),
        ("Giải quyết không quá 03 ngày làm việc.", None),
        ("Không quá tải vào ngày 20/01/2023.", None),
    ],
)
def test_other_words_that_set_a_last_day(prose: str, told: str | None) -> None:
    assert [time.chu for time in deadlines(prose, YEAR)] == ([told] if told else [])
