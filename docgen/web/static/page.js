// What makes the page lighter for who has script; everything works without it.
"use strict";

const send = (url, values) => fetch(url, { method: "POST", body: new URLSearchParams(values), keepalive: true });

// docgen was closed, in another window or by itself: said here, before a click leads to the browser's own page of errors.
const closed = new BroadcastChannel("docgen");
const gone = () => {
  if (document.querySelector("[data-gone]")) return;
  const told = Object.assign(document.createElement("div"), { className: "notice error gone", textContent: "docgen đã đóng nên trang này không lưu, không mở gì được nữa. Chữ đang gõ vẫn còn ở đây chừng nào chưa đóng trang: mở lại docgen, rồi chép sang trang mới." });
  told.dataset.gone = "";
  told.setAttribute("role", "alert");
  document.body.prepend(told);
};
const isThere = () => send("/con-do", {}).then(() => document.querySelector("[data-gone]")?.remove(), gone);
const wayOut = (event) => {
  if (!document.querySelector("[data-gone]") || !event.target.closest("a[href], form")) return;
  if (event.type === "click" && !event.target.closest("a[href]:not([href^='#'])")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.querySelector("[data-gone]").scrollIntoView({ block: "start" });
  isThere();
};
addEventListener("submit", wayOut, true);
addEventListener("click", wayOut, true);
addEventListener("focus", isThere);
closed.addEventListener("message", gone);
document.querySelector("form.stop")?.addEventListener("submit", () => closed.postMessage(""));

// A sign of life now and then, a word when the window goes.
setInterval(isThere, 60000);
addEventListener("pagehide", () => navigator.sendBeacon("/con-do", new URLSearchParams({ di: "1" })));

// Words typed and not saved: the window asks before it leaves them. Returns what to call where a script typed some.
const guard = (form, typed) => {
  addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
  form.addEventListener("input", () => { typed = true; });
  form.addEventListener("submit", () => { typed = false; });
  return () => { typed = true; };
};
for (const form of document.querySelectorAll("[data-guard]")) guard(form, form.dataset.guard !== "");

// Long work: how far it is.
for (const box of document.querySelectorAll("[data-job]")) {
  const ask = async () => {
    const state = await fetch(box.dataset.job).then((answer) => answer.json()).catch(gone);
    if (!state) return;
    if (state.over) return location.reload();
    box.querySelector("[data-stage]").textContent = (state.stage || "đang làm") + (state.of ? ` (${state.done}/${state.of})` : "") + "…";
    const bar = box.querySelector("[data-bar]");
    if (state.of) Object.assign(bar, { max: state.of, value: state.done });
    else bar.removeAttribute("value");
    document.querySelector("[data-stop]").disabled = state.writing;
    document.querySelector("[data-writing]").hidden = !state.writing;
    setTimeout(ask, 400);
  };
  setTimeout(ask, 300);
}

// Files dropped anywhere on the form of a file field.
for (const field of document.querySelectorAll("[data-drop]")) {
  const zone = field.closest("form");
  const over = (event) => { event.preventDefault(); field.classList.add("over"); };
  zone.addEventListener("dragover", over);
  zone.addEventListener("dragleave", () => field.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    field.classList.remove("over");
    const isFolder = [...event.dataTransfer.items].some((one) => one.webkitGetAsEntry?.()?.isDirectory);
    const why = isFolder ? "đây là thư mục; mở thư mục rồi thả tệp ở trong đó" : event.dataTransfer.files.length > 1 && !field.multiple ? "mỗi lần một tệp; thả lại tệp cần đọc" : "";
    field.parentNode.querySelector(".faults")?.remove();
    if (why) {
      const told = Object.assign(document.createElement("ul"), { className: "faults", innerHTML: "<li></li>" });
      told.setAttribute("role", "alert");
      told.firstChild.textContent = why;
      return field.after(told);
    }
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// Words typed for a choice pick it: `name:value`.
for (const field of document.querySelectorAll("[data-picks]")) {
  const [name, value] = field.dataset.picks.split(":");
  field.addEventListener("input", () => { document.querySelector(`[name="${name}"][value="${value}"]`).checked = true; });
}

// The pages of a paper as pictures, once LibreOffice has made them; a place that is asked for is shown on it
for (const box of document.querySelectorAll("[data-paper]")) {
  const sheets = box.querySelector("[data-sheets]"), quick = box.querySelector("[data-quick]");
  fetch(box.dataset.paper).then((answer) => answer.json()).then(({ pages }) => {
    if (!pages) return;
    sheets.replaceChildren(...Array.from({ length: pages }, (_, page) => {
      const sheet = Object.assign(document.createElement("div"), { className: "page" });
      sheet.append(Object.assign(new Image(952, 1347), { loading: "lazy", alt: `Trang ${page + 1}`, src: `${box.dataset.paper}/${page}.png` }));
      return sheet;
    }));
    quick.open = false;
  }).catch(() => {});

  const plain = (text) => text.replace(/\s+/g, " ").trim().toLocaleLowerCase("vi");
  const show = async (words) => {
    const [spot] = sheets.firstChild ? await (await send(`${box.dataset.paper}/tim`, { chu: words })).json() : [];
    for (const old of box.querySelectorAll(".spot")) old.remove();
    for (const old of box.querySelectorAll(".edited")) old.classList.remove("edited");
    if (spot) {
      const [page, left, top, width, height] = spot, one = Object.assign(document.createElement("div"), { className: "spot" });
      Object.assign(one.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
      sheets.children[page].append(one);
      return one.scrollIntoView({ block: "center" });
    }
    const found = [...quick.querySelectorAll(".sheet p")].find((one) => plain(one.textContent).includes(plain(words)));
    if (!found) return;
    quick.open = true;
    found.classList.add("edited");
    found.scrollIntoView({ block: "center" });
  };
  for (const button of document.querySelectorAll("[data-at]")) {
    button.hidden = false;
    button.addEventListener("click", () => show(button.dataset.at));
    button.closest("fieldset")?.addEventListener("change", () => show(button.closest("fieldset").querySelector("[data-at]").dataset.at));
  }
}
