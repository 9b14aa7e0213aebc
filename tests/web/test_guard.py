"""Each way in that a stranger might try: another site, another name for this machine, another person of it, another machine."""

import io
import socket
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import anyio
import httpx
import pytest
from starlette.types import Message

from docgen.web.guard import MOST_BYTES, Guard
from tests.web.conftest import Browser


@pytest.fixture
def strangers(browser: Browser) -> Iterator[Callable[[], httpx.Client]]:
    """Return a function that makes a browser that never came in."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(httpx.Client(base_url=browser.desk.address, timeout=60))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:{port}", "127.0.0.1:1", "127.0.0.1:{port}.evil.example", ""],
)
def test_another_name_for_this_machine_is_refused(browser: Browser, host: str) -> None:
    """DNS rebinding: the stranger's name leads to 127.0.0.1, and the browser sends its Host."""
    answer = browser.client.get("/", headers={"Host": host.format(port=browser.desk.port)})
    assert answer.status_code == 403
    assert "Sóc Trăng" not in answer.text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:{port}", "https://127.0.0.1:{port}", None])
@pytest.mark.parametrize("path", ["/mo", "/dung", "/con-do", "/bat-dau"])
def test_a_form_of_another_page_is_refused(browser: Browser, origin: str | None, path: str) -> None:
    stopped: list[bool] = []
    browser.desk.stop = lambda: stopped.append(True)
    answer = browser.client.post(
        path, data={"noi": "/"}, headers={"Origin": origin.format(port=browser.desk.port)} if origin else {}
    )
    assert answer.status_code == 403
    assert stopped == []


def test_what_another_site_reads_is_refused_though_the_cookie_came_along(browser: Browser) -> None:
    assert browser.client.get("/", headers={"Origin": "http://evil.example"}).status_code == 403
    for site in ("cross-site", "same-site"):
        assert browser.client.get("/", headers={"Sec-Fetch-Site": site}).status_code == 403
    assert browser.client.get("/", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/bat-dau", "/tinh/style.css", "/nam/asean-2023/ke-hoach", "/chon-thu-muc?noi=/", "/nix"])
def test_without_the_cookie_nothing_is_told(browser: Browser, strangers: Callable[[], httpx.Client], path: str) -> None:
    """Another person of this machine reaches the port, too."""
    other = strangers()
    assert other.get(path).status_code == 403
    other.cookies.set(browser.desk.cookie, "x" * 43)
    assert other.get(path).status_code == 403
    assert other.post("/dung", headers={"Origin": browser.desk.address}).status_code == 403


def test_a_ticket_lets_in_once(browser: Browser, strangers: Callable[[], httpx.Client]) -> None:
    ticket = browser.desk.ticket()
    first, second = strangers(), strangers()
    answer = first.get(f"/vao?ve={ticket}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert first.get("/").status_code == 200
    assert second.get(f"/vao?ve={ticket}").status_code == 403
    assert second.get("/").status_code == 403


def test_a_ticket_that_nobody_used_is_void_after_a_while(
    browser: Browser, strangers: Callable[[], httpx.Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.web.desk._TICKET_LASTS", 0.2)
    ticket = browser.desk.ticket()
    time.sleep(0.3)
    assert strangers().get(f"/vao?ve={ticket}").status_code == 403


@pytest.mark.parametrize("ticket", ["", "x", "%00", "../", "a" * 5000, "é"])
def test_a_made_up_ticket_lets_nobody_in(strangers: Callable[[], httpx.Client], ticket: str) -> None:
    assert strangers().get(f"/vao?ve={ticket}").status_code == 403


def test_the_ticket_never_goes_out_as_a_referer(browser: Browser, strangers: Callable[[], httpx.Client]) -> None:
    """The page with the ticket in its address is a redirect, which shows and loads nothing; no Referer leaves us."""
    answer = strangers().get(f"/vao?ve={browser.desk.ticket()}")
    assert (answer.status_code, answer.text) == (303, "")
    assert browser.get("/").headers["Referrer-Policy"] == "same-origin"
    assert browser.desk.session not in browser.get("/").text


def test_another_machine_is_refused(browser: Browser) -> None:
    """The port is not open to it; should it ever be, as behind a proxy, the request still ends here."""
    said: list[Message] = []

    async def send(message: Message) -> None:
        said.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def nothing(*_: object) -> None:
        raise AssertionError("the request came through")

    cookie = f"{browser.desk.cookie}={browser.desk.session}".encode()
    headers = [(b"host", f"127.0.0.1:{browser.desk.port}".encode()), (b"cookie", cookie)]
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": headers, "client": ("192.168.1.9", 1)}
    anyio.run(Guard(nothing, browser.desk), scope, receive, send)
    assert said[0]["status"] == 403


def test_only_who_knows_the_key_gets_a_ticket_and_no_browser_does(
    browser: Browser, strangers: Callable[[], httpx.Client]
) -> None:
    other, key = strangers(), {"x-docgen-khoa": browser.desk.session}
    assert other.post("/them-ve").status_code == 403
    assert other.post("/them-ve", headers={"x-docgen-khoa": "x"}).status_code == 403
    assert other.post("/them-ve", headers={**key, "Origin": browser.desk.address}).status_code == 403
    assert other.post("/them-ve", headers={**key, "Sec-Fetch-Site": "same-origin"}).status_code == 403
    assert other.get("/them-ve", headers=key).status_code == 403
    ticket = other.post("/them-ve", headers=key)
    assert ticket.status_code == 200
    assert other.get(f"/vao?ve={ticket.text}").status_code == 303


def test_there_is_no_socket_to_talk_through(browser: Browser) -> None:
    asked = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Key": "eA==", "Sec-WebSocket-Version": "13"}
    assert browser.client.get("/", headers={**asked, "Origin": browser.desk.address}).status_code != 101


@pytest.mark.parametrize("path", ["/", "/bat-dau", "/nix", "/tinh/page.js", "/tinh/nix.js"])
def test_every_answer_forbids_what_comes_from_elsewhere(browser: Browser, path: str) -> None:
    headers = browser.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy.pop("default-src") == "'none'"
    assert set(policy.values()) == {"'self'", "'none'"}
    assert policy["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_a_gigabyte_is_refused_before_it_is_read(browser: Browser) -> None:
    headers = {"Origin": browser.desk.address, "Content-Type": "multipart/form-data; boundary=a", "Content-Length": str(10**9)}
    with socket.create_connection(("127.0.0.1", browser.desk.port)) as raw:
        lines = [f"{name}: {value}" for name, value in headers.items()]
        cookie = f"Cookie: {browser.desk.cookie}={browser.desk.session}"
        raw.sendall(
            "\r\n".join(["POST /nhap HTTP/1.1", f"Host: 127.0.0.1:{browser.desk.port}", cookie, *lines, "", "x"]).encode()
        )
        answer = raw.recv(2000).decode()
    assert answer.startswith("HTTP/1.1 413")
    assert MOST_BYTES == 200_000_000


def test_what_says_no_length_is_cut_off(browser: Browser) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--a\r\nContent-Disposition: form-data; name="tep"; filename="a.docx"\r\n\r\n'
        for _ in range(220):
            yield b"x" * 1_000_000

    headers = {"Origin": browser.desk.address, "Content-Type": "multipart/form-data; boundary=a"}
    assert browser.client.post("/nhap", content=endless(), headers=headers).status_code == 413


def test_a_zip_bomb_is_refused_in_words(browser: Browser, tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"0" * 150_000_000)
    answer = browser.post("/nhap", {"noi_tep": str(tmp_path)}, files={"tep": ("bom.docx", bomb.getvalue())})
    said = browser.after_work(answer)
    assert 'id="o-tep-loi"><li>bom.docx: tệp' in said.text
    assert not (tmp_path / "bom").exists()


@pytest.mark.parametrize("name", ["../../xau.txt", "..\\..\\xau.txt", "/etc/xau.txt", "C:\\xau.txt"])
def test_a_path_in_the_name_of_a_file_is_cut_off(browser: Browser, tmp_path: Path, name: str) -> None:
    plan = "KẾ HOẠCH\nTập huấn năm 2026\n1. Rà soát hồ sơ.\n2. Tập huấn.\n".encode()
    answer = browser.post("/nhap", {"noi_tep": str(tmp_path / "vao"), "nam_tep": "2026"}, files={"tep": (name, plan)})
    said = browser.after_work(answer)
    assert str(tmp_path / "vao" / "xau") in said.text
    browser.post(said.url.path)
    assert sorted(path.name for path in (tmp_path / "vao" / "xau").iterdir()) == [".docgen", "2026", "coquan.yaml", "donvi.yaml"]
    assert not list(tmp_path.glob("xau*"))


@pytest.mark.parametrize(
    "path",
    [
        "/nam/..~..~etc~passwd/ke-hoach",
        "/nam/%2e%2e/ke-hoach",
        "/tinh/../app.py",
        "/tinh/%2e%2e/app.py",
        "/tinh/..%2fapp.py",
        "/nam/nix/ke-hoach",
    ],
)
def test_an_address_never_becomes_a_path(browser: Browser, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_a_folder_that_is_renamed_under_the_page_is_told(browser: Browser, office: Path) -> None:
    office.rename(office.with_name("ten-khac"))
    answer = browser.get("/")
    assert answer.url.path == "/bat-dau"
    assert answer.status_code == 200
    assert not office.exists()


def test_an_own_fault_tells_no_trace(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("mật khẩu trong bộ nhớ")

    monkeypatch.setattr("docgen.find_office", broken)
    answer = browser.get("/")
    assert answer.status_code == 500
    assert "RuntimeError" in answer.text
    assert "mật khẩu" not in answer.text
    assert "Content-Security-Policy" in answer.headers


def test_words_of_the_data_are_never_marks_of_the_page(opened: Callable[[Path | None], Browser], office: Path) -> None:
    file = office / "coquan.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("ten: Ủy ban nhân dân tỉnh Sóc Trăng", 'ten: "<script>alert(1)</script> & <b>"', 1), "utf-8")
    answer = opened(office).get("/")
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;" in answer.text
