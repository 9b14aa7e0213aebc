"""Breaks centred words, such as subjects, titles of appendices and names of offices, into even lines that read well."""

import re
from typing import Final

from docgen.paper.layout import Layout, face_of
from docgen.text.typography import balanced_lines, width
from docgen.text.wording import capitals

_LEADING_WORDS: Final = frozenset("bằng các cho của do đến để giữa những ở tại theo trên trong từ và về với".split())
_COMPOUNDS: Final = frozenset(
    """
    an ninh, an sinh, an toàn, ban hành, biên chế, biên giới, biến đổi, biển đảo, báo chí, báo cáo, bình xét, bình đẳng,
    bưu chính, bạo lực, bảo hiểm, bảo tồn, bảo vệ, bảo đảm, bầu cử, bền vững, bồi dưỡng, bộ máy, chi tiết, chiến lược, chuyên môn,
    chuyên đề, chuyển đổi, cháy nổ, chính phủ, chính quyền, chính sách, chính trị, chăn nuôi, chương trình, chất lượng, chỉ số,
    chỉ thị, chỉ tiêu, chỉ đạo, chủ trì, chủ tịch, chữa cháy, cung cấp, cuộc thi, cán bộ, công bố, công chức, công dân, công khai,
    công nghiệp, công nghệ, công thương, công tác, công việc, cơ cấu, cơ giới, cơ quan, cơ sở, cạnh tranh, cải cách, cộng đồng,
    cứu hộ, cứu nạn, doanh nghiệp, du lịch, dân cư, dân số, dân tộc, dịch bệnh, dịch vụ, dữ liệu, dự toán, dự án, gia súc,
    gia đình, giai đoạn, giao lưu, giao nhận, giao thông, giám sát, giáo dục, giải pháp, giải quyết, giảm nghèo, giới thiệu,
    hiện đại, hiệp định, hiệu lực, hiệu quả, hoàn thiện, hoạt động, hàng hóa, hành chính, hành động, hình ảnh, hòa giải,
    hướng dẫn, hạ tầng, hạn chế, hạnh phúc, hệ thống, học tập, hồ sơ, hỗ trợ, hội diễn, hội nghị, hội nhập, hội thi, hội đồng,
    hợp tác, hữu nghị, khai thác, khen thưởng, khiếu nại, khoa học, khu phố, khu vực, khuyến công, khuyến nông, khám bệnh,
    không gian, khắc phục, khởi nghiệp, kinh doanh, kinh phí, kinh tế, kiến nghị, kiểm kê, kiểm soát, kiểm tra, kế hoạch, kế toán,
    kết luận, kết quả, kỷ cương, kỷ luật, kỷ niệm, lao động, liên kết, liên thông, lâm nghiệp, lãng phí, lãnh đạo, lĩnh vực,
    lưu trữ, lối sống, ma tuý, ma túy, mô hình, môi giới, môi trường, mạng lưới, mặt trận, một cửa, mục tiêu, mục đích,
    nghiên cứu, nghiệp vụ, nghề nghiệp, nghị quyết, nghị định, nguy cơ, nguyên nhân, nguồn lực, ngân sách, người dân, nhiệm kỳ,
    nhiệm vụ, nhà nước, nhà ở, nhân dân, nhân lực, nhận thức, nâng cao, nêu gương, nông dân, nông nghiệp, nông thôn, năng lượng,
    năng lực, nội dung, nội vụ, phong cách, phong trào, pháp luật, pháp lý, phát huy, phát thanh, phát triển, phân công, phân cấp,
    phân quyền, phòng cháy, phòng chống, phương hướng, phương án, phối hợp, phổ biến, phụ lục, phụ nữ, quy chế, quy hoạch,
    quy định, quyết định, quyền lợi, quân sự, quản lý, quảng bá, quốc gia, quốc phòng, quốc tế, rà soát, sáng kiến, sáng tạo,
    sơ kết, sạt lở, sản phẩm, sản xuất, sắp xếp, số hóa, số liệu, sức khỏe, sử dụng, tham nhũng, thanh niên, thanh tra, thi đua,
    thiên tai, thiết bị, thiếu nhi, thiểu số, thu hút, thuận lợi, thành phố, thành tích, thành viên, thôn xóm, thông báo,
    thông minh, thông tin, thương binh, thương mại, thường trực, thường xuyên, thẩm định, thể dục, thể thao, thị trường, thị xã,
    thống kê, thời gian, thủ tướng, thủ tục, thủy lợi, thủy sản, thực hiện, thực hành, thực phẩm, thực trạng, tinh giản,
    tiêu chuẩn, tiêu chí, tiêu cực, tiếp cận, tiếp nhận, tiếp tục, tiết kiệm, toàn diện, trang bị, triển khai, trung tâm,
    trung ương, truyền hình, truyền thông, trách nhiệm, trật tự, trẻ em, trồng trọt, trực tuyến, tuyên giáo, tuyên truyền,
    tuyển dụng, tuyển sinh, tuần lễ, tài chính, tài liệu, tài nguyên, tài sản, tình hình, tích cực, tín dụng, tín ngưỡng,
    tôn giáo, tăng cường, tăng trưởng, tư pháp, tư tưởng, tảo hôn, tấm gương, tập huấn, tố cáo, tổ chức, tổng hợp, tổng kết,
    tội phạm, uỷ ban, vi phạm, viên chức, việc làm, văn bản, văn hoá, văn hóa, văn minh, văn nghệ, văn phòng, văn thư, vận hành,
    vận tải, vận động, vệ sinh, vững mạnh, xanh sạch, xây dựng, xã hội, xúc tiến, xử lý, xử phạt, y tế, yêu cầu, ô nhiễm, ý kiến,
    điều hành, điều tra, điện tử, đoàn thể, đào tạo, đánh giá, đô thị, đăng ký, đơn vị, đại biểu, đại hội, đạo đức, đất đai,
    đấu thầu, đấu tranh, đầu tư, đặc khu, đề án, địa bàn, địa phương, định hướng, đối ngoại, đối tác, đối tượng, đồng bộ, đổi mới,
    đổi số, động viên, ưu điểm, ưu đãi, ủy ban, ủy quyền, ủy viên, ứng dụng, ứng phó
    """.strip()
    .replace(",\n    ", ", ")
    .split(", ")
)
"""Words of two syllables of which titles are made: those that the plans of offices use, in the way that they are spelt."""

_BEFORE_NUMBER: Final = frozenset("năm tháng quý ngày số lần đợt khóa khoá kỳ cấp điều khoản".split())
_NUMBER: Final = re.compile(r"\d[\d/.,-]*|[ivx]+", re.IGNORECASE)
_BEFORE_NAME: Final = frozenset("tỉnh phố xã phường huyện quận khu thôn ấp".split())
_DASHES: Final = ("-", "–")
_MARKS: Final = ",.;:)”\"'"
_HELD: Final = "\u00a0"
_BLANKS: Final = re.compile(r"[ \t]+")
_LONGEST_NAME: Final = 4  # words


def centred_lines(text: str, component: str, layout: Layout, limit: float, *, in_capitals: bool = False) -> list[str]:
    """Return `text` broken for centring into lines of at most `limit` mm, as even as they come where they break by sense.

    No line ends with a word that leads to the next, or within a word of two syllables, a place's name or a number and what it
    counts; none begins with a dash. A line break in `text` is kept.
    """
    return [
        line
        for part in text.splitlines()
        for line in _lines_of(_BLANKS.split(part.strip()), component, layout, limit, in_capitals)
    ]


def _lines_of(words: list[str], component: str, layout: Layout, limit: float, in_capitals: bool) -> list[str]:
    shown = [capitals(word) if in_capitals else word for word in words]
    size, face = layout.sizes[component], face_of(component)

    def fits(line: list[str]) -> bool:
        return width(" ".join(line), size, face) <= limit

    pieces: list[list[str]] = [[]]
    for word, together in zip(shown, _held(words), strict=True):
        pieces[-1].append(word)
        if not together:
            pieces.append([])
    if any(not fits(piece) for piece in pieces):
        pieces = [[word] for word in shown]
    rest = iter(pieces)
    broken = balanced_lines(" ".join(_HELD.join(piece) for piece in pieces if piece), size, face, limit)
    lines = [[word for _ in line.split(" ") for word in next(rest)] for line in broken]
    for index in range(len(lines) - 1):
        *before, last = lines[index]
        longer = [last, *lines[index + 1]]
        if before and last.lower() in _LEADING_WORDS and fits(longer):
            lines[index : index + 2] = [before, longer]
    return [" ".join(line) for line in lines]


def _held(words: list[str]) -> list[bool]:
    """Return for each of `words` whether it stays on the line of the next."""
    held = [False] * len(words)
    for index, word in enumerate(words[1:], start=1):
        before, bare = words[index - 1].lower(), word.lower().rstrip(_MARKS)
        counted = before in _BEFORE_NUMBER and _NUMBER.fullmatch(bare)
        if f"{before} {bare}" in _COMPOUNDS or counted or word in _DASHES:
            held[index - 1] = True
        if before in _BEFORE_NAME and word[:1].isupper():
            name = _name_at(words, index)
            held[index : index + name - 1] = [True] * (name - 1)
    return held


def _name_at(words: list[str], start: int) -> int:
    """Return how many words the name has that begins at `start`; 1 where all is in capitals, which tell no names."""
    if " ".join(words).isupper():
        return 1
    count = 1
    while count < _LONGEST_NAME and start + count < len(words) and words[start + count][:1].isupper():
        if words[start + count - 1][-1:] in _MARKS:
            break
        count += 1
    return count
