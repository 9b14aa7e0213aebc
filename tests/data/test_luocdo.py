"""JSON Schema of the files of data: takes what docgen takes, refuses unknown keys, explains every key, and is up to date."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

import jsonschema
import pytest
import yaml
from pydantic import BaseModel

from docgen.cli import main as cli
from docgen.cli.plans import luocdo
from docgen.data.schema import all_models, schema_of, typed_fields
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.errors import DataError
from docgen.workflows.luocdo import FILES, file_name, is_untouched, marked, schema_text
from tests.conftest import ROOT

Draft = jsonschema.Draft202012Validator

SCHEMAS: Final = {name: json.loads(schema_text(name)) for name in FILES}
FENCED: Final = re.compile(r"^( *)```yaml\n(.*?)^\1```", re.DOTALL | re.MULTILINE)
PLAN: Final = (
    "loai: kế hoạch\nnam: 2024\ntrich_yeu: Tập huấn\nphan: [{tieu_de: Nội dung, doan: Một câu.}]\nnoi_nhan: [Sở Y tế]\nluu: VT\n"
)


class EditorLoader(yaml.SafeLoader):
    """Types unquoted words as editors do: YAML 1.2, in which 2023-12-15 and `no` are texts and 05 is a number."""


EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), None)


def _int(loader: EditorLoader, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


def _float(loader: EditorLoader, node: yaml.ScalarNode) -> float:
    return float(loader.construct_scalar(node))


EditorLoader.add_constructor("tag:yaml.org,2002:int", _int)
EditorLoader.add_constructor("tag:yaml.org,2002:float", _float)


def as_editor(text: str) -> Any:
    return yaml.load(text, EditorLoader)


def faults(name: str, text: str) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in Draft(SCHEMAS[name]).iter_errors(as_editor(text))]


def is_taken_by_docgen(name: str, text: str) -> bool:
    try:
        validate(FILES[name].model, of_text("tep.yaml", text))
    except DataError:
        return False
    return True


def every_model() -> list[type[BaseModel]]:
    return list(dict.fromkeys(model for file in FILES.values() for model in (file.model, *all_models(file.model))))


def test_an_editor_types_words_as_yaml_1_2_does() -> None:
    assert as_editor("{a: 05, b: 2023-12-15, c: no, d: 1.5, e: , f: true, g: 1.234.567}") == {
        "a": 5, "b": "2023-12-15", "c": "no", "d": 1.5, "e": None, "f": True, "g": "1.234.567",
    }  # fmt: skip


@pytest.fixture(autouse=True)
def known_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cli.docgen.commands, "luocdo", luocdo)


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_every_key_of_every_model_is_explained_and_no_other(model: type[BaseModel]) -> None:
    explained = {key: field.description or "" for key, field in model.model_fields.items()}
    assert {key for key, text in explained.items() if re.search(r"\w.*\.$", text)} == set(typed_fields(model))
    assert model.model_config.get("title")


OUR_FILES: Final = [path for folder in ("data", "tests/plans") for path in sorted((ROOT / folder).rglob("*.yaml"))]
KIND_OF: Final = {"chu-de-asean": "gia-tri"}


@pytest.mark.parametrize("path", OUR_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_sample_passes(path: Path) -> None:
    assert faults(KIND_OF.get(path.stem, path.stem), path.read_text("utf-8")) == []


def documented() -> list[tuple[str, str]]:
    """Return the pieces of YAML in the documents, those of a plan completed, with the kinds that docgen takes them for."""
    found = []
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        for match in FENCED.finditer(page.read_text("utf-8")):
            text = re.sub(rf"^{match[1]}", "", match[2], flags=re.MULTILINE)
            keys = set(as_editor(text))
            whole = (
                yaml.safe_dump({key: each for key, each in as_editor(PLAN).items() if key not in keys}, allow_unicode=True) + text
            )
            found += [(name, each) for name in FILES for each in (text, whole) if is_taken_by_docgen(name, each)]
    return found


def test_every_piece_of_yaml_in_the_documents_passes() -> None:
    pieces = documented()
    assert len(pieces) >= 15
    assert {name for name, _ in pieces} >= {"coquan", "donvi", "kehoach", "ketqua"}
    assert [(name, faults(name, text)) for name, text in pieces if faults(name, text)] == []


LOOSE: Final = {
    "number_of_a_paper_as_a_number": ("kehoach", PLAN + "so: 05"),
    "number_of_a_paper_as_a_text": ("kehoach", PLAN + "so: 5a"),
    "keys_without_a_value": ("kehoach", PLAN + "so:\nngay:\nky:\nphu_luc:\ncong_van: ''\nket_thuc: ~\nmo_dau: '  '"),
    "a_day_the_vietnamese_way": ("kehoach", PLAN + "ngay: 5/2/2024"),
    "a_day_with_points": ("kehoach", PLAN + "ngay: 5.2.2024"),
    "a_month_alone": ("kehoach", PLAN + "ngay: 2024-2\ncong_van: {ngay: tháng 02 năm 2024}"),
    "a_month_the_vietnamese_way": ("kehoach", PLAN + "ngay: 2/2024\ncong_van: {ngay: ngày … tháng 2/2024}"),
    "a_year_alone": ("kehoach", PLAN + "ngay: 2024\ncong_van: {ngay: năm 2024}"),
    "which_draft": ("kehoach", PLAN + "du_thao: 2\ncong_van: {du_thao: true}"),
    "a_single_value_for_a_list": ("kehoach", PLAN.replace("[Sở Y tế]", "Sở Y tế") + "can_cu: Luật Du lịch"),
    "an_appendix_alone": ("kehoach", PLAN + "phu_luc: {tieu_de: A, doan: B}"),
    "the_kind_in_capitals": ("kehoach", PLAN.replace("kế hoạch", "KẾ HOẠCH")),
    "the_kind_in_letters_of_macos": ("kehoach", normalize("NFD", PLAN)),
    "the_kind_with_loose_tone_marks": ("kehoach", PLAN.replace("kế hoạch", "k\u00ea\u0301 hoa\u0323ch")),
    "the_year_in_quotes": ("kehoach", PLAN.replace("2024", "' 2024 '")),
    "numbers_in_cells": ("kehoach", PLAN + "phu_luc: {tieu_de: A, bang: {cot: [1, 2.5], dong: [[1, ''], [true, no]]}}"),
    "a_free_table_of_all_kinds_of_cells": (
        "kehoach",
        PLAN + "phu_luc: {tieu_de: A, bang: {cot: [[A, B, như bên trái], [như trên, C, 2]], rong: [20, '30', ~], "
        "dong: [{nhom: D}, [[E, 1], '', 2.5]]}}",
    ),
    "a_free_table_with_widths_by_heading": (
        "kehoach",
        PLAN + "phu_luc: {tieu_de: A, bang: {cot: A, rong: {A: 100}, dong: [[B]]}}",
    ),
    "parts_and_sections_in_an_appendix": (
        "kehoach",
        PLAN + "phu_luc: {tieu_de: A, noi_dung: [A, {phan: {tieu_de: B, giao_viec: có, muc: [{tieu_de: C, tieu_muc: [D]}]}}]}",
    ),
    "a_text_for_a_section": ("kehoach", PLAN + "to_chuc_thuc_hien: Các đơn vị thực hiện."),
    "a_section_alone": ("kehoach", PLAN + "to_chuc_thuc_hien: {tieu_de: Sở Y tế, y: Làm.}"),
    "nobody_leads": ("kehoach", PLAN + "phu_luc: {tieu_de: A, huong: doc, nhiem_vu: {ten: Làm, chu_tri: ''}}"),
    "directions_in_capitals": ("kehoach", PLAN + "phu_luc: {tieu_de: A, huong: DỌC, doan: B}"),
    "mixed_content": (
        "kehoach",
        PLAN.replace("doan: Một câu.", "noi_dung: [Một câu., {y: [A, {noi_dung: B, cong: C}]}, {muc: [D]}]"),
    ),
    "a_status_in_other_words": ("ketqua", "loai: Kết quả thực hiện\nket_qua: {ma: 1, ten: Làm, trang_thai: Đã xong}"),
    "figures": (
        "ketqua",
        "loai: kết quả thực hiện\nkinh_phi: {du_toan: 150.000.000, thuc_hien: '142 500 000'}\nbieu_do: co\nvi_du: true\n"
        "ket_qua: [{ma: I.1, ten: A, trang_thai: hoàn thành, so_lieu: "
        "[{chi_tieu: B, so_luong: '1.234,5'}, {chi_tieu: C, so_luong: 1.5}]}]",
    ),
    "margins_in_quotes": ("coquan", "ten: A\nviet_tat: B\ndia_danh: C\ntrinh_bay: {le: {tren: '20.5', trai: 30}, co_chu: '14'}"),
    "groups": (
        "donvi",
        "don_vi: [{ten: Sở Y tế, viet_tat: SYT, nhom: 'các sở, ngành', tu: 01/03/2025}]\n"
        "nhom: [{ten: 'các sở, ngành', viet_tat: các sở ban ngành, loi_giao: Đề Nghị}]",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), LOOSE.values(), ids=LOOSE)
def test_what_docgen_takes_of_a_clerk_passes(name: str, text: str) -> None:
    assert is_taken_by_docgen(name, text)
    assert faults(name, text) == []


WRONG: Final = {
    "an_unknown_key": ("kehoach", PLAN + "ghi_chu: A"),
    "an_unknown_key_without_a_value": ("kehoach", PLAN + "trích_yếu:"),
    "an_unknown_key_far_inside": ("kehoach", PLAN + "phu_luc: [{tieu_de: A, nhiem_vu: [{ten: B, chu_tri: C, thoi_han: D}]}]"),
    "a_row_across_the_table_with_an_unknown_key": (
        "kehoach",
        PLAN + "phu_luc: {tieu_de: A, bang: {cot: [A, B], dong: [{nhom: C, so: 1}]}}",
    ),
    "a_word_for_a_width": ("kehoach", PLAN + "phu_luc: {tieu_de: A, bang: {cot: [A, B], rong: {A: rộng}, dong: [[C, D]]}}"),
    "a_subsection_in_a_part": ("kehoach", PLAN.replace("doan: Một câu.", "tieu_muc: [A]")),
    "a_missing_key": ("kehoach", PLAN.replace("luu: VT\n", "")),
    "a_blank_subject": ("kehoach", PLAN.replace("Tập huấn", "' '")),
    "another_kind_of_file": ("kehoach", PLAN.replace("kế hoạch", "công văn")),
    "a_year_far_off": ("kehoach", PLAN.replace("2024", "24")),
    "a_mapping_for_parts": ("kehoach", PLAN.replace("[{tieu_de: Nội dung, doan: Một câu.}]", "{tieu_de: Nội dung}")),
    "a_word_for_a_day": ("kehoach", PLAN + "ngay: hôm nay"),
    "a_day_without_its_year": ("kehoach", PLAN + "ngay: 15/12"),
    "a_day_and_a_month_as_a_year": ("kehoach", PLAN + "ngay: 1512"),
    "drafts_in_a_list": ("kehoach", PLAN + "du_thao: [2]"),
    "an_unknown_direction": ("kehoach", PLAN + "phu_luc: {tieu_de: A, huong: xéo, doan: B}"),
    "an_unknown_verb": ("donvi", "nhom: [{ten: các sở, loi_giao: yêu cầu}]"),
    "a_word_for_a_margin": ("coquan", "ten: A\nviet_tat: B\ndia_danh: C\ntrinh_bay: {le: {tren: 20 mm}}"),
    "a_word_for_a_figure": ("ketqua", "loai: kết quả thực hiện\nkinh_phi: {du_toan: nhiều}"),
    "neither_yes_nor_no": ("ketqua", "loai: kết quả thực hiện\nbieu_do: có lẽ"),
}


@pytest.mark.parametrize(("name", "text"), WRONG.values(), ids=WRONG)
def test_slips_are_underlined_that_docgen_refuses_too(name: str, text: str) -> None:
    assert not is_taken_by_docgen(name, text)
    assert faults(name, text) != []


def test_every_plan_refused_for_an_unknown_key_is_refused_by_the_schema() -> None:
    cases = [
        each.parent
        for each in sorted((ROOT / "tests" / "bad_input").glob("*/expected.txt"))
        if "không có mục này" in each.read_text("utf-8")
    ]
    refused = []
    for case in cases:
        try:
            found = [faults(path.stem, path.read_text("utf-8")) for path in case.glob("*.yaml")]
        except yaml.YAMLError:
            continue
        refused.append((case.name, any(found)))
    assert len(refused) >= 5
    assert [name for name, is_refused in refused if not is_refused] == []


def test_an_editor_offers_the_fixed_words() -> None:
    assert SCHEMAS["kehoach"]["properties"]["loai"]["anyOf"][0]["enum"] == ["kế hoạch"]
    assert SCHEMAS["kehoach"]["$defs"]["PhuLuc"]["properties"]["huong"]["anyOf"][0]["enum"] == ["ngang", "dọc"]
    assert SCHEMAS["donvi"]["$defs"]["Nhom"]["properties"]["loi_giao"]["anyOf"][0]["enum"] == ["giao", "đề nghị"]
    status = SCHEMAS["ketqua"]["$defs"]["KetQuaViec"]["properties"]["trang_thai"]["anyOf"][0]["enum"]
    assert status[:4] == ["hoàn thành", "đang thực hiện", "chưa thực hiện", "không thực hiện"]


def every_part(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield each mapping in `schema`."""
    if isinstance(schema, dict):
        yield schema
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from every_part(each)


@pytest.mark.parametrize("name", FILES)
def test_an_editor_shows_no_alternatives_joined_and_offers_neither_true_nor_null(name: str) -> None:
    parts = list(every_part(SCHEMAS[name]))
    assert {len(part["anyOf"]) for part in parts if "anyOf" in part} == {2}
    offered = [part["type"] for part in parts if "type" in part and part not in [each.get("not") for each in parts]]
    assert offered
    assert not [each for each in offered if "boolean" in each or "null" in each]


@pytest.mark.parametrize("name", FILES)
def test_what_is_wrong_with_an_object_is_told_with_the_keys_that_it_may_have(name: str) -> None:
    objects = [part for part in every_part(SCHEMAS[name]) if part.get("type") == "object"]
    assert objects
    for each in objects:
        assert all(key in each["errorMessage"] for key in each.get("properties", ()))
        assert each["additionalProperties"] is False or "properties" not in each  # keys of the clerk's own have one kind of value


def test_a_new_file_needs_only_its_model() -> None:
    class Moi(BaseModel):
        ten: str
        nam: int | None = None

    schema = schema_of(Moi)
    assert schema["required"] == ["ten"]
    assert schema["properties"]["nam"]["anyOf"][0]["type"] == ["integer", "string"]
    assert schema["errorMessage"] == "Moi: ghi các dòng “mục: giá trị”, chỉ dùng được: ten, nam; bắt buộc có: ten"


@pytest.mark.parametrize("name", FILES)
def test_the_schemas_in_the_repository_are_up_to_date(name: str) -> None:
    assert (ROOT / "schema" / file_name(name)).read_text("utf-8") == schema_text(name), "run: docgen luocdo -o schema"


def test_the_folder_of_schemas_holds_nothing_else() -> None:
    assert {path.name for path in (ROOT / "schema").iterdir()} == set(map(file_name, FILES))


def test_the_command_prints_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["luocdo", "coquan"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["dia_danh"]["description"].startswith("Địa danh")


def test_the_command_lists_the_schemas(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["luocdo"]) == 0
    assert "kehoach: kế hoạch của một năm\n" in capsys.readouterr().out


def test_an_unknown_name_is_told_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["luocdo", "kế-hoạch"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Lỗi: không có lược đồ “kế-hoạch”; chọn một trong: coquan, donvi, kehoach, ketqua")


def test_one_schema_is_not_written_into_a_folder(tmp_path: Path) -> None:
    assert cli.run(["luocdo", "coquan", "-o", str(tmp_path)]) == 2
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_every_schema_and_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "a" / "b"
    assert cli.run(["luocdo", "-o", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [str(folder / file_name(name)) for name in FILES]
    assert cli.run(["luocdo", "-o", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(map(file_name, FILES))


def older_schema() -> str:
    """Return a schema as an older docgen would have written it."""
    schema = json.loads(schema_text("coquan")) | {"title": "Cũ"}
    del schema["$comment"]
    return marked(schema)


def test_a_schema_of_an_older_docgen_is_replaced(tmp_path: Path) -> None:
    assert is_untouched(older_schema().encode())
    (tmp_path / file_name("coquan")).write_text(older_schema(), "utf-8")
    assert cli.run(["luocdo", "-o", str(tmp_path)]) == 0
    assert (tmp_path / file_name("coquan")).read_text("utf-8") == schema_text("coquan")
    assert not list(tmp_path.glob("*.bak"))


def test_a_schema_edited_by_hand_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited = schema_text("coquan").replace("Địa danh", "Nơi")
    assert not is_untouched(edited.encode())
    (tmp_path / file_name("coquan")).write_text(edited, "utf-8")
    assert cli.run(["luocdo", "-o", str(tmp_path)]) == 5
    assert "đã được sửa tay" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [file_name("coquan")]
    assert cli.run(["luocdo", "-o", str(tmp_path), "--ghi-de"]) == 0
    assert (tmp_path / f"{file_name('coquan')}.bak").read_text("utf-8") == edited


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").write_text("", "utf-8")
    assert cli.run(["luocdo", "-o", str(tmp_path / "a")]) == 5
    assert "không tạo được thư mục này" in capsys.readouterr().err
