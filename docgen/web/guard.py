"""Who may ask the page for anything: only this machine, this address, the browser that came in by its ticket.

Every request passes here before any page sees it. A stranger's site can make a browser send requests to 127.0.0.1, also under
a name of its own that it lets point there (DNS rebinding), so Host, Origin and Sec-Fetch-Site are held to our own address; other
people of this machine can reach the port, so nothing is told without the cookie; the ticket in the address lives for one request
and is never a Referer, since its answer is a redirect.
"""

import secrets
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from docgen.web.desk import Desk
from docgen.web.instances import KEY_HEADER, KNOCK

ENTRANCE: Final = "/vao"
MOST_BYTES: Final = 200_000_000  # of one request: a hundred filled forms, a scanned plan
_ABROAD: Final = ("cross-site", "same-site")
_OPEN: Final = ("GET", "HEAD")
_POLICY: Final = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    )
)  # fmt: skip
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "same-origin",  # with no-referrer a browser hides the Origin of our own forms
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",  # papers may be confidential
}
_NOT_HERE: Final = "Trang này chỉ mở được từ chính máy này, bằng lệnh docgen mo."
_COME_AGAIN: Final = "Địa chỉ này chỉ dùng được một lần. Mở lại trang bằng lệnh docgen mo (hoặc biểu tượng docgen)."
_FROM_ELSEWHERE: Final = "Yêu cầu này đến từ một trang khác nên không làm."
TOO_LARGE: Final = f"Tệp gửi lên lớn hơn {MOST_BYTES // 1_000_000} MB nên không nhận."


class _TooLarge(Exception):
    """The request goes on and on."""


class Guard:
    """Stands before the pages and lets through what may pass."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let the pages answer."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # there are no sockets to talk through
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        self._desk.seen()
        await self._passed(scope, receive, _with_headers(send))

    async def _passed(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the pages answer, unless what they read goes on and on: then that is the answer, whatever they make of it."""
        begun, read = False, 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > MOST_BYTES:
                raise _TooLarge
            return message

        async def watched(message: Message) -> None:
            nonlocal begun
            if read <= MOST_BYTES or begun:
                begun = True
                await send(message)

        try:
            await self._app(scope, counted, watched)
        except _TooLarge:
            if not begun:
                await PlainTextResponse(TOO_LARGE, 413)(scope, receive, send)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """Return the answer to a request that may not pass, and to one that shows its ticket; None where the pages answer."""
        desk, client = self._desk, scope.get("client")
        if (client and client[0] != "127.0.0.1") or headers.get("host") != f"127.0.0.1:{desk.port}":
            return PlainTextResponse(_NOT_HERE, 403)
        own = _same(self._cookie(headers), desk.session)
        if scope["path"] == KNOCK:
            return self._knocked(scope, headers)
        if headers.get("sec-fetch-site") in _ABROAD or not self._is_own_origin(scope, headers):
            return PlainTextResponse(_FROM_ELSEWHERE, 403)
        if scope["path"] == ENTRANCE:
            return self._entered(scope, own=own)
        if not own:
            return PlainTextResponse(_COME_AGAIN, 403)
        if int(headers.get("content-length") or 0) > MOST_BYTES:
            return PlainTextResponse(TOO_LARGE, 413)
        return None

    def _is_own_origin(self, scope: Scope, headers: Headers) -> bool:
        """Return whether the request comes from a page of ours; one that only reads may come from nowhere."""
        origin = headers.get("origin")
        return origin == self._desk.address or (origin is None and scope["method"] in _OPEN)

    def _entered(self, scope: Scope, *, own: bool) -> Response:
        """Return the way in for the one who has a ticket, or is in already."""
        ticket = scope["query_string"].decode("ascii", "replace").removeprefix("ve=")
        if not (scope["method"] == "GET" and self._desk.admits(ticket)) and not own:
            return PlainTextResponse(_COME_AGAIN, 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._desk.cookie, self._desk.session, httponly=True, samesite="strict", path="/")
        return answer

    def _knocked(self, scope: Scope, headers: Headers) -> Response:
        """Return a ticket to a second start of docgen by the same person, which knows the key; no browser can send it."""
        from_browser = headers.get("origin") or headers.get("sec-fetch-site")
        if scope["method"] != "POST" or from_browser or not _same(headers.get(KEY_HEADER, ""), self._desk.session):
            return PlainTextResponse(_NOT_HERE, 403)
        return PlainTextResponse(self._desk.ticket())

    def _cookie(self, headers: Headers) -> str:
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self._desk.cookie)
        except CookieError:
            return ""
        return found.value if found else ""


def _same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode(), secret.encode())


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _missing(headers):
                headers[name] = value
        await send(message)

    return sent


def _missing(headers: MutableHeaders) -> Iterable[tuple[str, str]]:
    return [(name, value) for name, value in _HEADERS.items() if name not in headers]
