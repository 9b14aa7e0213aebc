// What makes the page lighter for who has script; everything works without it.
"use strict";

const send = (url, values) => fetch(url, { method: "POST", body: new URLSearchParams(values), keepalive: true });

// A sign of life now and then, a word when the window goes.
setInterval(() => send("/con-do", {}).catch(() => {}), 60000);
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
  const look = async () => {
    const state = await (await fetch(box.dataset.job)).json();
    if (state.over) return location.reload();
    box.querySelector("[data-stage]").textContent = (state.stage || "đang làm") + (state.of ? ` (${state.done}/${state.of})` : "") + "…";
    const bar = box.querySelector("[data-bar]");
    if (state.of) Object.assign(bar, { max: state.of, value: state.done });
    else bar.removeAttribute("value");
    document.querySelector("[data-stop]").disabled = state.writing;
    document.querySelector("[data-writing]").hidden = !state.writing;
    setTimeout(look, 400);
  };
  setTimeout(look, 300);
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
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// Words typed for a choice pick it: `name:value`.
for (const field of document.querySelectorAll("[data-picks]")) {
  const [name, value] = field.dataset.picks.split(":");
  field.addEventListener("input", () => { document.querySelector(`[name="${name}"][value="${value}"]`).checked = true; });
}

// The pages of a paper as pictures, once LibreOffice has made them.
for (const box of document.querySelectorAll("[data-paper]"))
  fetch(box.dataset.paper).then((answer) => answer.json()).then(({ pages }) => {
    if (!pages) return;
    const sheets = Array.from({ length: pages }, (_, page) => Object.assign(new Image(952, 1347), {
      loading: "lazy", alt: `Trang ${page + 1}`, src: `${box.dataset.paper}/${page}.png` }));
    box.querySelector("[data-sheets]").replaceChildren(...sheets);
    box.querySelector("[data-quick]").open = false;
  }).catch(() => {});
