"""`docgen congvan`: what each unit is told, and what happens to the files."""

import re
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from openpyxl import load_workbook

from docgen.cli import main as cli
from docgen.errors import ExitCode
from docgen.files.storage import LISTING
from docgen.workflows.congvan import make_letters
from tests.conftest import GUIDE, ROOT, SAMPLE, plan_of
from tests.letters import HEAD, NO_REPORT, REGISTER, TWO, UNITS, Desk, ReadLetter, read_letter, tasks
from tests.work.test_assignments import KEY

LED, JOINED, DUTIES, REPORT = "Nhiệm vụ chủ trì", "Nhiệm vụ phối hợp", "Trách nhiệm tổ chức thực hiện", "Chế độ báo cáo"
LONG = (
    "Ban Quản lý các dự án đầu tư xây dựng công trình giao thông, nông nghiệp và phát triển nông thôn, dân dụng và công nghiệp "
    "khu vực miền Tây"
)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    folder = tmp_path / "desk"
    folder.mkdir()
    made = Desk(folder, capsys)
    made.lay(TWO)
    return made


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letters") / "cong-van"
    assert cli.run(["congvan", str(SAMPLE), "-o", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def printed(sample: Path) -> dict[str, ReadLetter]:
    letters = [read_letter(path) for path in sorted(sample.glob("*.docx"))]
    return {letter.addressee.removeprefix("Kính gửi: "): letter for letter in letters}


# The sample, held against the list that a person made by hand


def by_hand(unit: str) -> list[list[str]]:
    """Return the unit's codes of tasks led, of tasks joined, its numbers of duties."""
    return [re.findall(r"[\w.]+", part) for part in KEY[unit].replace("*", "").split("|")]


def duty_words(number: str) -> str:
    section, _, item = number.partition(".")
    part = plan_of(SAMPLE).to_chuc_thuc_hien[int(section) - 1]
    return part.y[int(item) - 1].noi_dung if item else part.doan[0]


def test_every_unit_of_the_key_has_one_letter_and_nobody_else_has(printed: dict[str, ReadLetter], sample: Path) -> None:
    assert set(printed) == set(KEY)
    assert len(list(sample.glob("*.docx"))) == len(KEY)


@pytest.mark.parametrize("unit", KEY)
def test_a_letter_prints_the_tasks_and_duties_of_the_key_word_for_word(unit: str, printed: dict[str, ReadLetter]) -> None:
    words = {code: task for code, _, task in plan_of(SAMPLE).tasks()}
    words["II.2"] = words["II.2"].model_copy(update={"chu_tri": "Sở Thông tin và Truyền thông"})  # it says "như trên"
    led, joined, duties = by_hand(unit)
    letter = printed[unit]
    beside = ["chu_tri"] if any(words[code].chu_tri != unit for code in led) else []
    columns = ("ten", *beside, "phoi_hop", "thoi_gian")
    assert letter.rows(LED)[1:] == [[code, *(getattr(words[code], name) for name in columns)] for code in led]
    with_whom = [[code, words[code].ten, words[code].chu_tri, words[code].phoi_hop, words[code].thoi_gian] for code in joined]
    assert letter.rows(JOINED)[1:] == with_whom
    assert letter.rows(DUTIES) == [[f"- {duty_words(number)}"] for number in duties]
    assert list(letter.sections) == [title for title, there in ((LED, led), (JOINED, joined), (DUTIES, duties)) if there]


def test_every_letter_of_the_sample_follows_the_decree(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["kiemtra", str(sample), "--muc", "canh-bao", "--dang", "dong"]) == 0
    assert not [line for line in capsys.readouterr().out.splitlines() if ": loi " in line or ": canh-bao " in line]


def test_what_the_sample_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["congvan", str(SAMPLE), "-o", str(tmp_path / "a")]) == 0
    said = capsys.readouterr().err.splitlines()
    unknown = ["các cơ quan thông tấn", "báo chí hoạt động tại địa phương", "hệ thống truyền thanh cơ sở"]
    assert [line for line in said if "không có trong danh mục" in line] == [
        f"Lưu ý: {SAMPLE}:194:9: “{words}” không có trong danh mục đơn vị; "
        "sửa lại cho đúng tên, hoặc thêm đơn vị hay nhóm này vào donvi.yaml"
        for words in unknown
    ]
    assert said[3] == f"Lưu ý: {SAMPLE}: {NO_REPORT}"
    assert said[4].startswith(f"Lưu ý: {SAMPLE}: nơi nhận của kế hoạch chưa có 11 đơn vị được giao việc: Trung tâm Văn hóa")
    assert said[5:] == [
        "Đã xong: đã đối chiếu với kế hoạch: 50 đơn vị có việc, mỗi đơn vị đúng một công văn; 7 nhiệm vụ đều có trong công văn, "
        "đúng từng chữ; 51 tệp mới hoặc thay đổi, 0 tệp như cũ."
    ]


def test_the_head_and_foot_of_a_draft(printed: dict[str, ReadLetter]) -> None:
    letter = printed["Sở Công Thương"]
    assert letter.number == "Số:           /UBND-NV"
    assert letter.subject.replace("\n", " ") == "V/v thực hiện Kế hoạch tuyên truyền, quảng bá ASEAN năm 2023"
    assert letter.date == "Sóc Trăng, ngày        tháng        năm 2023"
    assert letter.recipients == ["Nơi nhận:", "- Như trên;", "- Lưu: VT, NV."]
    assert letter.signature == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Huỳnh Thị Diễm Ngọc"]


def test_a_department_is_ordered_and_a_party_body_and_a_front_organisation_are_asked(printed: dict[str, ReadLetter]) -> None:
    cited = (
        "Thực hiện Kế hoạch số           /KH-UBND ngày        tháng        năm 2023 của Ủy ban nhân dân tỉnh Sóc Trăng về triển "
        "khai thực hiện Chương trình hành động của Chính phủ về tuyên truyền, quảng bá ASEAN năm 2023 trên địa bàn tỉnh Sóc "
        "Trăng, Ủy ban nhân dân tỉnh Sóc Trăng"
    )
    for unit in ("Sở Y tế", "UBND huyện Kế Sách"):
        assert printed[unit].opening == [f"{cited} giao {unit} thực hiện các nội dung sau:"]
        assert printed[unit].closing == f"Yêu cầu {unit} nghiêm túc triển khai thực hiện./."
    for unit in ("Ban Tuyên giáo Tỉnh ủy", "Tỉnh đoàn"):
        assert printed[unit].opening == [f"{cited} đề nghị {unit} thực hiện các nội dung sau:"]
        assert printed[unit].closing == f"Ủy ban nhân dân tỉnh Sóc Trăng đề nghị {unit} quan tâm, phối hợp thực hiện./."
        assert "Yêu cầu" not in printed[unit].text


def test_the_register_lists_every_letter(sample: Path) -> None:
    book = load_workbook(sample / REGISTER)
    outgoing, listed = book.worksheets
    units = [row[4] for row in outgoing.iter_rows(values_only=True) if row[4] in KEY]
    assert (units, len(units)) == (list(dict.fromkeys(units)), 50)
    files = [cell.hyperlink.target for row in listed.iter_rows() for cell in row if cell.hyperlink]
    assert files == sorted(path.name for path in sample.glob("*.docx"))
    row = next(row for row in listed.iter_rows(values_only=True) if row[1] == "Sở Công Thương")
    assert list(row[3:7]) == ["thực hiện Kế hoạch tuyên truyền, quảng bá ASEAN năm 2023", 1, 3, 2]


def test_names_of_files_say_the_unit_and_sort_as_the_registry(sample: Path) -> None:
    names = sorted(path.stem for path in sample.glob("*.docx"))
    assert names[:2] == ["01-van-phong-uy-ban-nhan-dan-tinh", "02-thanh-tra-tinh"]
    assert "42-trung-tam-van-hoa-the-thao-truyen-thanh-thanh-pho-soc-trang" in names


# Many tasks, none, long names


@pytest.mark.parametrize("kind", ["bảng", "danh sách"])
def test_sixty_tasks_come_in_order(desk: Desk, kind: str) -> None:
    rows = [f"ten: Việc thứ {number} của năm, chu_tri: Sở Y tế, thoi_gian: Tháng {number % 12 + 1}" for number in range(1, 61)]
    desk.lay(HEAD + tasks(*rows) + f"cong_van: {{kieu: {kind}}}\n")
    assert desk.ask().code == 0
    assert desk.letters() == ["01-so-y-te.docx"]
    printed = read_letter(desk.out / "01-so-y-te.docx").rows(LED)
    if kind == "bảng":
        assert printed == [
            ["MÃ SỐ", "NHIỆM VỤ", "THỜI GIAN"],
            *([str(number), f"Việc thứ {number} của năm", f"Tháng {number % 12 + 1}"] for number in range(1, 61)),
        ]
    else:
        assert len(printed) == 60
        assert printed[0] == ["a) Việc thứ 1 của năm (mã số: 1; thời gian: Tháng 2);"]
        assert printed[23] == ["aa) Việc thứ 24 của năm (mã số: 24; thời gian: Tháng 1);"]
        assert printed[-1] == ["bo) Việc thứ 60 của năm (mã số: 60; thời gian: Tháng 1)."]
    assert cli.run(["kiemtra", str(desk.out)]) == 0


def test_a_unit_with_nothing_to_do_has_no_letter_and_cannot_be_asked_for(desk: Desk) -> None:
    desk.lay(HEAD + tasks("ten: Khám bệnh, chu_tri: Sở Y tế"))
    desk.refuses(
        3, "{folder}/kehoach.yaml: “Sở Nội vụ” không có việc nào trong kế hoạch này", arguments=("--don-vi", "Sở Nội vụ")
    )
    assert desk.ask("--xem").printed == "{folder}/cong-van/01-so-y-te.docx: Sở Y tế (chủ trì 1, phối hợp 0, trách nhiệm 0)\n"
    assert desk.ask().code == 0
    assert desk.letters() == ["01-so-y-te.docx"]


@pytest.mark.parametrize("arguments", [(), ("--xem",)])
def test_a_plan_that_gives_nobody_anything_is_refused(desk: Desk, arguments: tuple[str, ...]) -> None:
    desk.lay(HEAD)
    said = "{folder}/kehoach.yaml: kế hoạch chưa giao việc cho đơn vị nào trong donvi.yaml nên không có công văn"
    desk.refuses(3, said, arguments=arguments)


def test_a_name_of_120_characters_is_printed_whole_and_its_file_stays_short(desk: Desk) -> None:
    assert len(LONG) > 120
    desk.lay(
        HEAD + tasks(f"ten: Xây cầu, chu_tri: '{LONG}'", f"ten: Sửa đường, chu_tri: '{LONG} 2'"),
        f"don_vi:\n  - {{ten: '{LONG}'}}\n  - {{ten: '{LONG} 2'}}\n",
    )
    assert desk.ask().code == 0
    stem = "ban-quan-ly-cac-du-an-dau-tu-xay-dung-cong-trinh-giao-thong"
    assert desk.letters() == [f"01-{stem}.docx", f"02-{stem}.docx"]
    for name, unit, task in zip(desk.letters(), (LONG, f"{LONG} 2"), ("Xây cầu", "Sửa đường"), strict=True):
        letter = read_letter(desk.out / name)
        assert letter.addressee == f"Kính gửi: {unit}"
        assert [row[1] for row in letter.rows(LED)[1:]] == [task]
    assert cli.run(["kiemtra", str(desk.out)]) == 0


def test_units_whose_plain_names_are_the_same_have_a_file_each(desk: Desk) -> None:
    names = ["Xã Hòa An", "Xã Hoà Ân", "Xã Hỏa An", "CON"]
    desk.lay(
        HEAD + tasks(*(f"ten: Việc {name}, chu_tri: {name}" for name in names)),
        "don_vi:\n" + "".join(f"  - {{ten: {name}}}\n" for name in names),
    )
    assert desk.ask().code == 0
    assert desk.letters() == ["01-xa-hoa-an.docx", "02-xa-hoa-an.docx", "03-xa-hoa-an.docx", "04-con-.docx"]
    assert [read_letter(desk.out / name).addressee.removeprefix("Kính gửi: ") for name in desk.letters()] == names


# Wrong registries and plans


@pytest.mark.parametrize("second", ["{ten: Sở  y tế}", "{ten: Ngành Y, viet_tat: [SỞ Y TẾ]}"])
def test_two_units_of_one_name_are_refused(desk: Desk, second: str) -> None:
    desk.lay(TWO, f"{UNITS}  - {second}\n")
    answer = desk.ask()
    assert answer.code == ExitCode.DATA
    written = "Sở  y tế" if "  y" in second else "SỞ Y TẾ"
    said = f"“{written}” đã là tên hoặc cách viết khác của “Sở Y tế”; mỗi cách viết chỉ thuộc về một đơn vị hay nhóm\n"
    assert answer.said.startswith("Lỗi: {folder}/donvi.yaml:4:")
    assert answer.said.endswith(said)
    assert not desk.out.exists()


def test_a_group_inside_itself_is_refused(desk: Desk) -> None:
    desk.lay(TWO, f"{UNITS}nhom:\n  - {{ten: các sở tỉnh, nhom: [các sở tỉnh]}}\n")
    said = "{folder}/donvi.yaml:5:30: nhom: nhóm này chứa chính nó: các sở tỉnh → các sở tỉnh; bỏ một dòng nhom trong vòng này"
    desk.refuses(3, said)


@pytest.mark.parametrize("arguments", [(), ("--xem",), ("--don-vi", "Sở Y tế")])
def test_a_unit_that_did_not_exist_in_the_plans_year_is_refused(desk: Desk, arguments: tuple[str, ...]) -> None:
    units = "  - {ten: Sở Ruộng, den: 2025-02-19, thanh: Sở Đồng}\n  - {ten: Sở Đồng, tu: 2025-02-20}\n"
    desk.lay(HEAD + tasks("ten: Cày, chu_tri: Sở Y tế", "ten: Cấy, chu_tri: Sở Đồng"), UNITS + units)
    said = "{folder}/kehoach.yaml:11:27: “Sở Đồng” chỉ có từ ngày 20/02/2025, sau năm 2023; khi đó là “Sở Ruộng”"
    desk.refuses(3, said, arguments=arguments)


@pytest.mark.parametrize("arguments", [(), ("--xem",)])
def test_a_task_that_no_unit_has_is_refused_with_its_place(desk: Desk, arguments: tuple[str, ...]) -> None:
    desk.lay(HEAD + tasks("ten: Cày, chu_tri: Sở Y tế", "ten: Cấy, chu_tri: Sở Nội vu"))
    place = "{folder}/kehoach.yaml:11:27"
    desk.refuses(
        3,
        f"{place}: “Sở Nội vu” không có trong danh mục đơn vị; có phải “Sở Nội vụ”? Nếu là đơn vị khác thì thêm vào donvi.yaml",
        f"{place}: nhiệm vụ 2 “Cấy” không có trong công văn nào; xem lại đơn vị chủ trì và phối hợp",
        arguments=arguments,
    )


def test_letters_come_out_for_all_who_are_known_while_a_group_has_no_members(desk: Desk) -> None:
    plan = tasks("ten: Cày, chu_tri: Sở Y tế", "ten: Cấy, chu_tri: Các xã", "ten: Gặt, chu_tri: ''")
    desk.lay(HEAD + plan, f"{UNITS}nhom:\n  - {{ten: các xã}}\n")
    answer = desk.ask()
    assert (answer.code, desk.letters()) == (0, ["01-so-y-te.docx"])
    assert [line for line in answer.said.splitlines() if "nhiệm vụ 2" in line or "nhiệm vụ 3" in line] == [
        "Lưu ý: {folder}/kehoach.yaml:11:27: nhóm “các xã” chưa có đơn vị nào nên chưa giao được nhiệm vụ 2; ghi tên nhóm vào "
        "mục nhom của các thành viên trong donvi.yaml",
        "Lưu ý: {folder}/kehoach.yaml:12:27: nhiệm vụ 3 chưa giao được cho đơn vị nào; xem lại đơn vị chủ trì và phối hợp",
        "Đã xong: đã đối chiếu với kế hoạch: 1 đơn vị có việc, mỗi đơn vị đúng một công văn; 1 nhiệm vụ đều có trong công văn, "
        "đúng từng chữ; nhiệm vụ 2, 3 chưa có trong công văn nào; 1 nhóm được giao việc mà chưa có đơn vị nào; 2 tệp mới hoặc "
        "thay đổi, 0 tệp như cũ.",
    ]


@pytest.mark.parametrize(
    ("copy", "symbol"),
    [
        ("VT, KGVX (2).", "KGVX"),
        ("VT, KGVX (Đ.120b)", "KGVX"),
        ("VT,ĐMDN(3)", "ĐMDN"),
        ("VT, KT-XH, TH", "KT-XH"),
        ("VT, TTr", "TTr"),
    ],
)
def test_the_symbol_is_that_of_the_drafting_unit_in_the_filing_copy(desk: Desk, copy: str, symbol: str) -> None:
    desk.lay(TWO.replace("luu: VT, VX", f"luu: '{copy}'"))
    assert desk.ask().code == 0
    assert read_letter(desk.out / "01-so-y-te.docx").number == f"Số:           /UBND-{symbol}"


@pytest.mark.parametrize("symbol", ["VX", "ĐT", "KT-XH", "TH&NC", "VP1"])
def test_a_symbol_may_be_any_abbreviation(desk: Desk, symbol: str) -> None:
    desk.lay(TWO + f"cong_van: {{ky_hieu: {symbol}}}\n")
    assert desk.ask().code == 0
    assert read_letter(desk.out / "01-so-y-te.docx").number == f"Số:           /UBND-{symbol}"
    assert cli.run(["kiemtra", str(desk.out)]) == 0


@pytest.mark.parametrize("copy", ["VT", "VT, Phòng Văn xã", "VT, P.VX"])
def test_a_symbol_that_nobody_gives_is_asked_for(desk: Desk, copy: str) -> None:
    missing, said = "luu: VT, VX", f"luu: '{copy}'"
    desk.lay(TWO.replace(missing, said))
    answer = desk.ask()
    assert answer.code == ExitCode.DATA
    assert answer.said.endswith("chưa biết ký hiệu đơn vị soạn thảo của công văn; ghi cong_van.ky_hieu, ví dụ ky_hieu: VX\n")
    desk.lay(TWO.replace(missing, said) + "cong_van: {ky_hieu: VX}\n")
    assert desk.ask().code == 0


def test_a_signer_that_nobody_names_is_asked_for(desk: Desk) -> None:
    desk.lay(TWO, office="ten: Ủy ban nhân dân tỉnh A\nviet_tat: UBND\ndia_danh: A\nky: {chuc_vu: CHỦ TỊCH}\n")
    answer = desk.ask()
    assert answer.code == ExitCode.DATA
    assert "ky.ho_ten: chưa có; ghi trong coquan.yaml, trong kế hoạch, hoặc dưới cong_van" in answer.said


# The plan's own wording


def of_health(desk: Desk, wording: str, *arguments: str) -> ReadLetter:
    desk.lay(TWO + "cong_van:\n" + "".join(f"  {line}\n" for line in wording.splitlines()))
    assert desk.ask(*arguments).code == 0
    return read_letter(desk.out / "01-so-y-te.docx")


def test_the_head_of_office_signs_by_order(desk: Desk) -> None:
    letter = of_health(desk, "ky: {quyen_han: [TL. CHỦ TỊCH], chuc_vu: CHÁNH VĂN PHÒNG, ho_ten: Trần Văn Chánh}")
    assert letter.signature == ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Trần Văn Chánh"]
    assert cli.run(["kiemtra", str(desk.out)]) == 0


def test_the_plans_wording_is_printed_for_each_unit(desk: Desk) -> None:
    letter = of_health(
        desk,
        'trich_yeu: V/v khám bệnh từ xa\nmo_dau: ["Xét tình hình.", "{loi_giao} {don_vi} làm các việc sau"]\n'
        'ket_thuc: "{don_vi} làm ngay."\nnoi_nhan: [Như trên, CT và các PCT]\nluu: VT\nky_hieu: TH\nngay: 5/2/2023\n'
        "bao_cao: {gui: Sở Nội vụ, han: trước ngày 30 tháng 11 năm 2023}",
    )
    assert letter.subject.replace("\n", " ") == "V/v khám bệnh từ xa"
    assert letter.number == "Số:           /UBND-TH"
    assert letter.date == "Sóc Trăng, ngày 05 tháng 02 năm 2023"
    assert letter.opening == ["Xét tình hình.", "Giao Sở Y tế làm các việc sau:"]
    assert letter.closing == "Sở Y tế làm ngay./."
    assert letter.recipients == ["Nơi nhận:", "- Như trên;", "- CT và các PCT;", "- Lưu: VT."]
    assert letter.rows(REPORT) == [
        ["Sở Y tế báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 30 tháng 11 năm\u00a02023 để tổng hợp."]
    ]


def test_the_unit_that_gathers_the_reports_is_not_told_to_report_to_itself(desk: Desk) -> None:
    of_health(desk, "bao_cao: {gui: Sở Nội vụ, han: trước ngày 30 tháng 11 năm 2023}")
    [[text]] = read_letter(desk.out / "02-so-noi-vu.docx").rows(REPORT)
    assert text == "Sở Nội vụ tổng hợp báo cáo kết quả thực hiện mà các đơn vị gửi về trước ngày 30 tháng 11 năm 2023."


def test_a_list_says_who_when_and_what(desk: Desk) -> None:
    letter = of_health(desk, "kieu: Danh sách")
    assert letter.rows(LED) == [["a) Khám bệnh từ xa (mã số: 1; phối hợp: Sở Nội vụ; thời gian: Quý II)."]]
    assert read_letter(desk.out / "02-so-noi-vu.docx").rows(JOINED) == [
        ["a) Khám bệnh từ xa (mã số: 1; chủ trì: Sở Y tế; thời gian: Quý II)."]
    ]


def test_letters_are_numbered_in_order_and_one_alone_keeps_its_number(desk: Desk) -> None:
    desk.lay(TWO + "cong_van: {so_bat_dau: 9, ngay: 2023-03-01}\n")
    answer = desk.ask()
    assert answer.code == 0
    said = "công văn đã có số hoặc ngày nhưng kế hoạch chưa có so, ngay nên chỗ dẫn kế hoạch còn để trống"
    assert f"Lưu ý: {{folder}}/kehoach.yaml: {said}\n" in answer.said
    numbers = [read_letter(desk.out / name).number for name in desk.letters()]
    assert numbers == ["Số: 09/UBND-VX", "Số: 10/UBND-VX"]
    assert desk.ask("--don-vi", "Sở Nội vụ", "-o", desk.folder / "rieng").names == ["02-so-noi-vu.docx"]
    assert read_letter(desk.folder / "rieng" / "02-so-noi-vu.docx").number == "Số: 10/UBND-VX"
    rows = list(load_workbook(desk.out / REGISTER).worksheets[0].iter_rows(values_only=True))
    assert [row[0] for row in rows if str(row[0]).endswith("UBND-VX")] == ["09/UBND-VX", "10/UBND-VX"]


def test_a_numbered_plan_is_cited_with_its_number(desk: Desk) -> None:
    desk.lay(TWO.replace("nam: 2023", "nam: 2023\nso: 7\nngay: 2023-01-06") + "cong_van: {so_bat_dau: 9, ngay: 2023-03-01}\n")
    assert "còn để trống" not in desk.ask().said
    [opening] = read_letter(desk.out / "01-so-y-te.docx").opening
    cited = "Kế hoạch số 07/KH-UBND ngày 06 tháng 01 năm 2023 của Ủy ban nhân dân tỉnh Sóc Trăng về chuyển đổi số năm 2023"
    assert opening.startswith(f"Thực hiện {cited}, ")


def test_recipients_of_the_plan_that_leave_somebody_out_are_told(desk: Desk) -> None:
    desk.lay(TWO.replace("[Sở Y tế, Sở Nội vụ]", "[Sở Y tế]"))
    said = "Lưu ý: {folder}/kehoach.yaml: nơi nhận của kế hoạch chưa có 1 đơn vị được giao việc: Sở Nội vụ\n"
    assert said in desk.ask().said


def test_a_subject_of_more_than_three_lines_is_told(desk: Desk) -> None:
    subject = "thực hiện Kế hoạch khám bệnh từ xa cho người dân vùng sâu, vùng xa, biên giới, hải đảo trên địa bàn toàn tỉnh"
    desk.lay(TWO + f"cong_van: {{trich_yeu: '{subject} giai đoạn 2023'}}\n")
    told = "in ra 4 dòng, nên tối đa 3; ghi câu ngắn hơn ở cong_van.trich_yeu"
    assert told in desk.ask().said
    desk.lay(TWO + "cong_van: {trich_yeu: thực hiện Kế hoạch khám bệnh từ xa}\n")
    assert "dòng, nên tối đa" not in desk.ask().said


@pytest.mark.parametrize(
    ("name", "key", "told"),
    [
        ("Hội Nông dân tỉnh", "", True),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã An Hòa", "", True),
        ("Ban Tuyên giáo Tỉnh ủy", "", True),
        ("Đảng ủy xã An Hòa", "", True),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "", True),
        ("Liên đoàn Lao động tỉnh", ", loi_giao: đề nghị", False),
        ("Hội Nông dân tỉnh", ", loi_giao: giao", False),
        ("Hội đồng nhân dân xã An Hòa", "", False),
        ("Ủy ban nhân dân xã An Hòa", "", False),
    ],
)
def test_a_political_body_that_is_ordered_is_told(desk: Desk, name: str, key: str, told: bool) -> None:
    desk.lay(TWO.replace("chu_tri: Sở Nội vụ", f"chu_tri: {name}"), f"{UNITS}  - {{ten: {name}{key}}}\n")
    said = desk.ask().said
    assert (f"donvi.yaml: “{name}” là cơ quan Đảng, Mặt trận hoặc đoàn thể nhưng công văn đang “giao”" in said) is told


def test_an_annex_is_a_section_of_the_letter_and_follows_the_decree(desk: Desk) -> None:
    units = "".join(f"  - {{ten: {ten}, nhom: [các sở tỉnh]}}\n" for ten in ("Sở Y tế", "Sở Nội vụ"))
    rows = [f"ten: Việc {number}, chu_tri: Sở Nội vụ, phoi_hop: các sở tỉnh, ghi_chu: Lần {number}" for number in range(1, 13)]
    desk.lay(HEAD + tasks(*rows), f"don_vi:\n{units}nhom:\n  - {{ten: các sở tỉnh}}\n")
    answer = desk.ask()
    assert (answer.code, "đúng từng chữ" in answer.said) == (0, True)
    sections = docx.Document(str(desk.out / "01-so-y-te.docx")).sections
    assert [section.orientation for section in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert len(docx.Document(str(desk.out / "02-so-noi-vu.docx")).sections) == 1
    assert cli.run(["kiemtra", str(desk.out / "01-so-y-te.docx")]) == 0


# Some units alone


@pytest.mark.parametrize("name", ["Sở Nội vụ", "SỞ NỘI VỤ tỉnh Sóc Trăng"])
def test_one_unit_alone_leaves_the_other_files_and_the_register_as_they_are(desk: Desk, name: str) -> None:
    assert desk.ask().code == 0
    before = desk.files()
    desk.plan.write_text(TWO.replace("Quý II", "Quý III"), "utf-8")
    answer = desk.ask("--don-vi", name)
    assert (answer.code, answer.names) == (0, ["02-so-noi-vu.docx"])
    changed = {file for file, data in desk.files().items() if before.get(file) != data}
    assert changed == {"kehoach.yaml", "cong-van/02-so-noi-vu.docx"}
    assert "lần chạy trước" not in answer.said
    said = "Đã xong: đã đối chiếu 1 công văn được chọn với kế hoạch, đúng từng chữ; chưa đối chiếu cả bộ; "
    assert answer.said.splitlines()[-1] == f"{said}1 tệp mới hoặc thay đổi, 0 tệp như cũ."


def test_a_group_may_be_asked_for(desk: Desk) -> None:
    desk.lay(TWO, "don_vi:\n  - {ten: Sở Y tế, nhom: [các sở tỉnh]}\n  - {ten: Sở Nội vụ}\nnhom: [{ten: các sở tỉnh}]\n")
    assert desk.ask("--don-vi", "Các sở tỉnh").names == ["01-so-y-te.docx"]


def test_every_unit_that_is_not_known_is_named_at_once(desk: Desk) -> None:
    desk.refuses(
        3,
        "--don-vi: “Sở Nội vu” không có trong danh mục đơn vị; có phải “Sở Nội vụ”? Nếu là đơn vị khác thì thêm vào donvi.yaml",
        "--don-vi: “Sở Xây dựng” không có trong danh mục đơn vị; "
        "sửa lại cho đúng tên, hoặc thêm đơn vị hay nhóm này vào donvi.yaml",
        arguments=("--don-vi", "Sở Nội vu", "--don-vi", "Sở Xây dựng"),
    )


# The offices' own templates


def without_cells(xml: str) -> str:
    assert "{{ o.chu }}" in xml
    return xml.replace("{{ o.chu }}", "")


def test_a_template_that_loses_the_words_of_tasks_is_refused_even_with_van_ghi(desk: Desk) -> None:
    template = desk.template(without_cells)
    said = [
        f"{{folder}}/mau.docx: mẫu này làm mất chữ của kế hoạch: “{task}” (công văn {letter}); xem lại các thẻ của mẫu"
        for task, letter in (("Khám bệnh từ xa", "01-so-y-te.docx"), ("Thi đua", "02-so-noi-vu.docx"))
    ]
    answer = desk.ask("--mau", template)
    lines = answer.said.splitlines()
    assert answer.code == 4
    assert {f"Lỗi: {line}" for line in said} <= set(lines)
    assert all("làm mất chữ của kế hoạch" in line for line in lines[:-1])  # their times and partners are lost as well
    assert desk.ask("--mau", template, "--van-ghi").code == 4
    assert desk.letters() == []


def test_tags_that_break_the_xml_are_the_templates_fault(desk: Desk) -> None:
    def across_the_tables_edge(xml: str) -> str:
        opened = xml.replace("{{ so_ky_hieu }}", "{{ so_ky_hieu }}{% if not khoi %}")
        return opened.replace("{{ kinh_gui }}", "{{ kinh_gui }}{% endif %}")

    template = desk.template(across_the_tables_edge)
    answer = desk.ask("--mau", template)
    assert answer.code == 4
    assert "{folder}/mau.docx: thẻ đặt sai chỗ làm hỏng tệp Word" in answer.said
    assert desk.letters() == []


def test_a_template_for_plans_is_refused(desk: Desk) -> None:
    answer = desk.ask("--mau", ROOT / "templates" / "kehoach.docx")
    assert answer.code == ExitCode.TEMPLATE
    assert not desk.out.exists()


FINAL = TWO.replace("nam: 2023", "nam: 2023\nso: 7\nngay: 2023-01-06") + "cong_van: {so_bat_dau: 9, ngay: 2023-03-01}\n"


def wrong_motto(xml: str) -> str:
    assert "Độc lập - Tự do - Hạnh phúc" in xml
    return xml.replace("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")


def test_drafts_that_break_the_decree_are_written_and_told(desk: Desk) -> None:
    answer = desk.ask("--mau", desk.template(wrong_motto))
    assert answer.code == 0
    assert desk.letters() == ["01-so-y-te.docx", "02-so-noi-vu.docx"]
    assert "Lưu ý: 2 công văn: Tiêu ngữ phải là" in answer.said
    assert "cong-van: dự thảo này còn 2 lỗi thể thức nêu trên" in answer.said


def test_what_letters_say_wrong_is_told_once_with_its_line_in_the_plan(desk: Desk) -> None:
    desk.lay(TWO + "cong_van:\n  ket_thuc: Thực hiện Nghị định 30/2020/NĐ-CP trước ngày 30/9.\n")
    said = [line for line in desk.ask().said.splitlines() if "(C02," in line]
    place = f"kehoach.yaml:{len(TWO.splitlines()) + 2}:13"
    assert said
    assert all(line.startswith(f"Lưu ý: {{folder}}/{place}: 2 công văn: ") for line in said)


def test_letters_that_break_the_decree_are_not_written(desk: Desk) -> None:
    desk.lay(FINAL)
    before = desk.files() | {"mau.docx": b""}
    answer = desk.ask("--mau", desk.template(wrong_motto))
    assert (answer.code, answer.printed) == (ExitCode.BREAKS_DECREE, "")
    for name in ("01-so-y-te", "02-so-noi-vu"):
        assert f"Lỗi: {{folder}}/cong-van/{name}.docx: đoạn " in answer.said
    assert "(H02, PL I.II.1.b)" in answer.said
    assert set(desk.files()) == set(before)


def test_van_ghi_writes_them_and_tells_each_error_once(desk: Desk) -> None:
    desk.lay(FINAL)
    answer = desk.ask("--mau", desk.template(wrong_motto), "--van-ghi")
    assert answer.code == 0
    assert desk.letters() == ["01-so-y-te.docx", "02-so-noi-vu.docx"]
    [said] = [line for line in answer.said.splitlines() if "H02" in line]
    assert said.startswith("Lưu ý: 2 công văn: Tiêu ngữ phải là")


def test_a_value_that_a_template_leaves_out_is_told(desk: Desk) -> None:
    answer = desk.ask("--mau", desk.template(lambda xml: xml.replace("{{ so_ky_hieu }}", "Số: 11/UBND-VX")))
    assert "mẫu này không in mục “so_ky_hieu”" in answer.said


# The files


def edit(path: Path) -> bytes:
    document = docx.Document(str(path))
    document.paragraphs[-2].add_run("Sửa tay")
    document.save(str(path))
    return path.read_bytes()


def test_a_second_run_writes_nothing(desk: Desk) -> None:
    first = desk.ask()
    assert first.names == ["01-so-y-te.docx", "02-so-noi-vu.docx", REGISTER]
    before = {path: path.stat().st_mtime_ns for path in desk.out.iterdir()}
    again = desk.ask()
    assert again.printed == ""
    assert again.said.endswith("; 0 tệp mới hoặc thay đổi, 3 tệp như cũ.\n")
    assert {path: path.stat().st_mtime_ns for path in desk.out.iterdir()} == before


def test_only_the_letters_that_a_change_touches_are_written_anew(desk: Desk) -> None:
    assert desk.ask().code == 0
    desk.plan.write_text(TWO.replace("Thi đua", "Phong trào thi đua") + "# ghi chú\n", "utf-8")
    assert desk.ask().names == ["02-so-noi-vu.docx"]


def test_a_letter_edited_by_hand_is_kept_and_the_others_are_written(desk: Desk) -> None:
    assert desk.ask().code == 0
    edited = edit(desk.out / "01-so-y-te.docx")
    desk.plan.write_text(TWO.replace("Quý II", "Quý III"), "utf-8")
    answer = desk.ask()
    assert (answer.code, answer.names) == (0, ["02-so-noi-vu.docx", REGISTER])
    said = "tệp này đã được sửa tay nên được giữ nguyên; dùng --ghi-de để ghi đè và giữ bản cũ thành .bak"
    assert f"Lưu ý: {{folder}}/cong-van/01-so-y-te.docx: {said}\n" in answer.said
    assert (desk.out / "01-so-y-te.docx").read_bytes() == edited


def test_ghi_de_writes_over_it_and_keeps_the_old_one(desk: Desk) -> None:
    assert desk.ask().code == 0
    made = (desk.out / "01-so-y-te.docx").read_bytes()
    edited = edit(desk.out / "01-so-y-te.docx")
    answer = desk.ask("--ghi-de")
    assert "Lưu ý: bản cũ đã được giữ lại: {folder}/cong-van/01-so-y-te.docx.bak\n" in answer.said
    assert (desk.out / "01-so-y-te.docx").read_bytes() == made
    assert (desk.out / "01-so-y-te.docx.bak").read_bytes() == edited


def test_a_letter_to_a_unit_that_lost_its_work_is_told_and_left(desk: Desk) -> None:
    assert desk.ask().code == 0
    desk.lay(HEAD + tasks("ten: Khám bệnh từ xa, chu_tri: Sở Y tế"))
    answer = desk.ask()
    said = "tệp của lần chạy trước, nay không còn trong kế hoạch; xem lại rồi xóa nếu không dùng"
    assert f"Lưu ý: {{folder}}/cong-van/02-so-noi-vu.docx: {said}\n" in answer.said
    assert desk.letters() == ["01-so-y-te.docx", "02-so-noi-vu.docx"]


@pytest.mark.parametrize("there", [False, True])
def test_xem_shows_the_letters_and_writes_nothing(desk: Desk, there: bool) -> None:
    if there:
        assert desk.ask().code == 0
    before = desk.files()
    answer = desk.ask("--xem", "--ghi-de", "--pdf", "--gop")
    assert (answer.code, answer.said) == (0, f"Lưu ý: {{folder}}/kehoach.yaml: {NO_REPORT}\n")
    assert answer.printed.splitlines() == [
        "{folder}/cong-van/01-so-y-te.docx: Sở Y tế (chủ trì 1, phối hợp 0, trách nhiệm 0)",
        "{folder}/cong-van/02-so-noi-vu.docx: Sở Nội vụ (chủ trì 1, phối hợp 1, trách nhiệm 0)",
    ]
    assert desk.files() == before


def test_a_folder_that_cannot_be_is_explained(desk: Desk) -> None:
    missing = "{folder}/a/b: không có thư mục {folder}/a; tạo thư mục ấy trước rồi chạy lại"
    desk.refuses(5, missing, arguments=("-o", desk.folder / "a" / "b"))
    said = "{folder}/kehoach.yaml: đây là tệp, không phải thư mục; dùng -o để ghi sang thư mục khác"
    desk.refuses(5, said, arguments=("-o", desk.plan))


def test_two_runs_give_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    again = tmp_path / "cong-van"
    assert cli.run(["congvan", str(SAMPLE), "-o", str(again)]) == 0
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in sample.iterdir()
    }


def test_two_processes_give_the_same_bytes_as_one(sample: Path, tmp_path: Path) -> None:
    ticks: list[tuple[int, int]] = []
    make_letters(SAMPLE).save(tmp_path / "cong-van", workers=2, tick=lambda done, count: ticks.append((done, count)))
    assert {path.name: path.read_bytes() for path in (tmp_path / "cong-van").iterdir()} == {
        path.name: path.read_bytes() for path in sample.iterdir()
    }
    assert ticks == [(done, 50) for done in range(1, 51)]


def test_the_stages_are_told_when_asked(desk: Desk) -> None:
    said = desk.ask("-v").said.splitlines()
    assert [line for line in said if line.startswith("…")] == [
        "… đọc và kiểm tra dữ liệu",
        "… soạn và kiểm tra từng công văn",
        "… ghi tệp",
    ]


def test_the_listing_names_the_files_of_the_batch(desk: Desk) -> None:
    assert desk.ask().code == 0
    assert sorted(path.name for path in desk.out.iterdir()) == [LISTING, *desk.letters(), REGISTER]


def test_words_that_xml_or_jinja_could_take_for_their_own_are_printed_as_written(desk: Desk) -> None:
    task = "Nâng cấp <b>Cổng</b> & “trang” {{ x }} {% y %} A&amp;B"
    desk.lay(HEAD + tasks(f"ten: '{task}', chu_tri: Sở Y tế"))
    assert desk.ask("--van-ghi").code == 0
    assert read_letter(desk.out / "01-so-y-te.docx").rows(LED)[1][1] == task


def test_the_wording_shown_in_the_guide_is_right(desk: Desk) -> None:
    [wording] = [text for text in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if text.startswith("cong_van:")]
    desk.lay(TWO + wording)
    assert desk.ask().code == 0
    letter = read_letter(desk.out / "01-so-y-te.docx")
    assert (letter.number, letter.subject.replace("\n", " ")) == (
        "Số: 120/UBND-VP",
        "V/v thực hiện Kế hoạch tập huấn văn thư năm 2026",
    )
    assert letter.opening == ["Để thực hiện Kế hoạch, Sở Nội vụ giao Sở Y tế thực hiện các việc sau:"]
    assert letter.recipients[1:3] == ["- Như trên;", "- Giám đốc Sở (b/c);"]
    assert letter.signature == ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Trần Thị Bình"]
