// The plan: the paper follows what is typed, rows move without a reload, units complete, nothing typed is left behind unsaved.
"use strict";

const plan = document.querySelector("[data-plan]");
const at = plan.dataset.plan;
const status = plan.querySelector("[data-status]");
const find = (place, all) => (all ? [...plan.querySelectorAll(place)] : plan.querySelector(place));

// Unsaved words
const unsaved = guard(plan, "unsaved" in status.dataset);
const changed = () => { unsaved(); status.textContent = "Chưa lưu."; later(); };
plan.addEventListener("submit", () => {
  sessionStorage.setItem(at, JSON.stringify([scrollY, document.activeElement?.id ?? ""]));
});
const [before, focused] = JSON.parse(sessionStorage.getItem(at) ?? "[0, \"\"]");
sessionStorage.removeItem(at);
const told = document.querySelector("main > .notice:has(a, .problems), .plan > .notice.error");  // what the bar has no room for
if (told) {
  history.replaceState(history.state, "", location.pathname + location.search);  // a field that was led to before it was sent
  scrollTo(0, 0);
} else {
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  if (before) scrollTo(0, before);
}
find(".paste .faults")?.scrollIntoView({ block: "center" });
plan.addEventListener("input", changed);
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") { event.preventDefault(); find("[data-save]").click(); }
});

// Questions of the import: decided without leaving what is typed
document.getElementById("viec-xong").addEventListener("submit", (event) => {
  event.preventDefault();
  const line = event.submitter.closest("li"), box = line.closest("[data-questions]");
  fetch(event.target.action, { method: "POST", body: new URLSearchParams({ viec: event.submitter.value }) }).then(() => {
    line.remove();
    box.querySelector("p").textContent = `Bản Word còn để lại ${box.querySelectorAll("li").length} việc cần người quyết định:`;
    if (!box.querySelector("li")) box.remove();
  }, gone);
});

// More room for the form
const alone = find("[data-alone]");
alone.hidden = false;
alone.addEventListener("click", () => {
  alone.textContent = plan.closest(".desk").classList.toggle("alone") ? "Hiện văn bản" : "Ẩn văn bản";
});

// The paper
const preview = document.querySelector("[data-preview]");
const pages = preview.querySelector("[data-pages]");
const findings = preview.querySelector("[data-findings]");
const said = preview.querySelector("[data-paper-status]");
let timer, asked = 0, shown = "", looking = false;
const later = () => { clearTimeout(timer); timer = setTimeout(look, 25); };
const form = () => { const data = new FormData(plan); data.delete("lam"); data.delete("luu"); return data; };

async function look() {
  if (looking) return later();  // one after the other, or the last would wait for all before it
  const mine = ++asked;
  said.textContent = "đang xem…";
  let answer;
  looking = true;
  try {
    answer = await (await fetch(`${at}/xem`, { method: "POST", body: form() })).json();
  } catch { said.textContent = ""; gone(); return; }
  finally { looking = false; }
  if (mine !== asked) return;
  tellFaults(answer.faults);
  if (!answer.paper) tellNotes({});
  if (answer.units) tellUnits(answer.units);
  clearTold();
  if (!answer.paper) { said.textContent = "chưa lập được: còn lỗi phải sửa"; pages.classList.add("waiting"); return; }
  tellFindings(answer.findings);
  tellNotes(answer.notes);
  if (answer.paper === shown) { said.textContent = words(answer); return; }
  showQuick(answer.view);
  const made = await pagesOf(answer.paper, mine);
  if (mine !== asked || !made) return;
  shown = answer.paper;
  if (made.pages) await showPages(answer.paper, made.pages, mine);
  if (mine !== asked) return;
  pages.classList.remove("waiting");
  near.classList.add("gone");
  if (made.pages) { markFindings(answer.findings, mine); edited = ""; showEdited(document.activeElement); }
  said.textContent = made.pages ? words(answer) : `bản đọc nhanh: ${made.why}`;
}

// Pictures are made one after the other, and of no paper that has been typed over meanwhile
let turn = Promise.resolve();
const pagesOf = (name, mine) => {
  const next = turn.then(async () => (mine === asked ? (await fetch(`/giay/${name}`)).json() : null));
  turn = next.catch(() => {});
  return next;
};

// The quick view, as check reads the paper: the whole of it where there is no picture yet, else the place that is being edited
const quick = document.createElement("div");
const near = preview.appendChild(Object.assign(document.createElement("div"), { className: "near gone" }));
const folded = (text) => text.replace(/\s+/g, " ").trim().toLocaleLowerCase("vi");

function showQuick(html) {
  quick.innerHTML = html;  // made by docgen, every word escaped
  const spot = placeIn(quick, document.activeElement);
  if (!pages.querySelector("img")) {
    pages.replaceChildren(quick.firstElementChild);
    pages.classList.remove("waiting");
    if (spot) showPlace(spot);
    return;
  }
  pages.classList.add("waiting");
  near.classList.toggle("gone", !spot);
  if (spot) near.replaceChildren(around(spot));
}

function placeIn(view, field) {
  if (!plan.contains(field) || !field.matches("input:not([type=hidden]), textarea")) return null;
  const start = folded(lineOf(field.closest(".tasks tr")?.querySelector("[name$='.ten']") ?? field)).slice(0, 80);
  return start.length < 3 ? null : [...view.querySelectorAll(".sheet p")].find((one) => folded(one.textContent).includes(start));
}

function around(spot) {
  const made = Object.assign(document.createElement("div"), { className: "paper" }), row = spot.closest(".row"), line = spot.closest("tr");
  for (const each of line ? [row] : [row.previousElementSibling, row, row.nextElementSibling]) if (each) made.append(each.cloneNode(true));
  if (line) {
    const at = [...line.parentNode.rows].indexOf(line), lines = made.querySelector("tbody");
    lines.replaceChildren(lines.rows[at]);
  }
  for (const each of made.querySelectorAll("[id], [href]")) { each.removeAttribute("id"); each.removeAttribute("href"); }
  return made;
}

function showPlace(spot) {
  for (const old of pages.querySelectorAll(".edited")) old.classList.remove("edited");
  spot.classList.add("edited");
  const box = spot.getBoundingClientRect(), view = pages.getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom) pages.scrollTop += box.top - view.top - view.height / 3;
}

const words = (answer) => (answer.final ? "bản chính thức" : "dự thảo") + (answer.findings.length ? `, ${answer.findings.length} chỗ cần xem` : ", không thấy lỗi thể thức");

async function showPages(name, count, mine) {
  const old = [...pages.querySelectorAll("img")];
  for (let number = 0; number < count; number++) {
    const next = Object.assign(new Image(), { alt: `Trang ${number + 1}`, src: `/giay/${name}/${number}.png`, width: 952, height: 1347 });
    await next.decode().catch(() => {});  // the old one stands until then
    if (mine !== asked) return;
    if (old[number]) { old[number].replaceWith(next); continue; }
    if (!number) pages.replaceChildren();
    const page = Object.assign(document.createElement("div"), { className: "page" });
    page.append(next);
    pages.append(page);
  }
  for (const one of old.slice(count)) one.parentNode.remove();
}

// Where things stand on the pages: the findings, and the place that is being edited
const places = async (texts) => {
  const asked = new URLSearchParams(texts.map((text) => ["chu", text]));
  return shown && texts.length ? (await fetch(`/giay/${shown}/tim`, { method: "POST", body: asked })).json().catch(() => []) : [];
};
const put = (one, [page, left, top, width, height]) => {
  Object.assign(one.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
  pages.children[page]?.append(one);
};

async function markFindings(list, mine) {
  const found = await places(list.map((one) => one.quote));
  if (mine !== asked) return;
  for (const old of pages.querySelectorAll(".mark")) old.remove();
  const beside = (spot, number) => found.slice(0, number).filter((other) => other && other[0] === spot[0] && Math.abs(other[2] - spot[2]) < 0.02).length;
  found.forEach((spot, number) => {
    if (!spot) return;
    const mark = Object.assign(document.createElement("button"), { type: "button", className: `mark${list[number].grave ? " grave" : ""}`, textContent: number + 1, title: list[number].words });
    mark.setAttribute("aria-label", `Phát hiện ${number + 1}: ${list[number].words}`);
    mark.addEventListener("click", () => lead(list[number]));
    mark.style.top = `${spot[2] * 100}%`;
    mark.style.left = `${0.4 + 1.8 * beside(spot, number)}rem`;
    pages.children[spot[0]]?.append(mark);
  });
}

let edited;
const lineOf = (field) => {
  const start = field.value.lastIndexOf("\n", (field.selectionStart ?? 0) - 1) + 1;
  return field.value.slice(start).split("\n")[0].replace(/^\s*(?:[-+]|[IVXLC]+\.|[\d.]+\.|[a-zđ]\))\s+/, "").replace(/\*\*|__/g, "");
};
async function showEdited(field) {
  if (!field?.matches?.("input:not([type=hidden]), textarea")) return;
  if (!pages.querySelector("img")) { const spot = placeIn(pages, field); if (spot) showPlace(spot); return; }
  const line = lineOf(field);
  if (line.length < 3 || (line === edited && pages.querySelector(".spot"))) return;
  edited = line;
  const [spot] = await places([line]);
  for (const old of pages.querySelectorAll(".spot")) old.remove();
  if (!spot) return;
  const one = Object.assign(document.createElement("div"), { className: "spot" });
  put(one, spot);
  const box = one.getBoundingClientRect(), view = pages.getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom) pages.scrollTop += box.top - view.top - view.height / 3;
}
let showing;
const showSoon = (event) => { clearTimeout(showing); showing = setTimeout(showEdited, 150, event.target); };
plan.addEventListener("focusin", showSoon);
plan.addEventListener("keyup", (event) => { if (event.key.startsWith("Arrow")) showSoon(event); });
plan.addEventListener("click", showSoon);

function lead(finding) {
  const target = finding.field && document.getElementById(`o-${finding.field}`);
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.focus();
}

function tellFindings(list) {
  const made = document.createElement("ul");
  made.className = "findings";
  for (const one of list) {
    const line = document.createElement("li");
    if (one.grave) line.className = "grave";
    const place = Object.assign(document.createElement("span"), { className: "place", textContent: `${one.where}${one.quote ? `, “${one.quote}”` : ""}` });
    const target = one.field && document.getElementById(`o-${one.field}`);
    const text = target ? Object.assign(document.createElement("a"), { href: `#o-${one.field}` }) : document.createElement("span");
    text.textContent = one.words;
    if (target) text.addEventListener("click", (event) => { event.preventDefault(); lead(one); });
    line.append(place, `${made.children.length + 1}. `, text, ` (${one.rule}, ${one.clause})`);
    made.append(line);
  }
  findings.replaceChildren(...(list.length ? [made] : []));
}

// What is told of a field is text; of another place it leads there, of the typed body to its line
function toldLine(one) {
  const line = document.createElement("li");
  if (one.words === undefined) line.textContent = one;
  else if (one.address) line.append(Object.assign(document.createElement("a"), { href: one.address, textContent: one.where }), `: ${one.words}`);
  else line.textContent = one.where ? `${one.where}: ${one.words}` : one.words;
  return withLine(line);
}
function withLine(line) {
  const [start, number] = /^dòng (\d+)(?=:)/.exec(line.textContent) ?? [];
  if (!number) return line;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: start });
  button.addEventListener("click", () => {
    const field = document.getElementById("o-than"), lines = field.value.split("\n");
    const from = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
    field.focus();
    field.setSelectionRange(from, from);
    field.scrollTop = field.scrollHeight * ((number - 1) / lines.length) - field.clientHeight / 3;
    field.setSelectionRange(from, from + (lines[number - 1] ?? "").length);
  });
  line.replaceChildren(button, line.textContent.slice(start.length));
  return line;
}
find(".faults li, .notes li", true).forEach(withLine);

// What is told of a cell stands in a row of its own below, as wide as the table
function spotOf(field) {
  const row = field.closest(".tasks tr");
  if (!row) return field.parentNode;
  if (!row.nextElementSibling?.classList.contains("told")) {
    const told = Object.assign(document.createElement("tr"), { className: "told" });
    told.insertCell().colSpan = row.closest("table").tHead.rows[0].cells.length;
    row.after(told);
  }
  return row.nextElementSibling.cells[0];
}
const labelled = (field, line) => {
  const label = field.closest(".tasks") && field.getAttribute("aria-label")?.replace(/, dòng \d+$/, "");
  if (label) line.prepend(Object.assign(document.createElement("b"), { textContent: `${label}:` }), " ");
  return line;
};
const clearTold = () => { for (const one of find(".told", true)) if (!one.textContent.trim()) one.remove(); };

function tellFaults(faults) {
  for (const box of find(".faults", true)) {
    if (box.id === "chung-loi" || box.id.endsWith(".dan-loi")) continue;
    const field = document.getElementById(box.id.slice(0, -4));
    field?.removeAttribute("aria-invalid");
    box.remove();
  }
  for (const box of find(".field.wrong", true)) box.classList.toggle("wrong", Boolean(box.querySelector(".faults")));
  for (const [name, list] of Object.entries(faults)) {
    const field = document.getElementById(`o-${name}`);
    const box = Object.assign(document.createElement("ul"), { className: "faults", id: `o-${name}-loi` });
    box.append(...list.map((one) => (field ? labelled(field, toldLine(one)) : toldLine(one))));
    if (!field) { findings.replaceChildren(box); continue; }  // of another file, or of what has no field
    spotOf(field).append(box);
    if (field.tagName === "TR") continue;
    field.setAttribute("aria-invalid", "true");
    const told = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
    field.setAttribute("aria-describedby", [...told.add(box.id)].join(" "));
  }
}

function tellNotes(notes) {
  for (const old of find(".notes", true)) old.remove();
  for (const [name, list] of Object.entries(notes)) {
    const field = document.getElementById(`o-${name}`);
    const box = Object.assign(document.createElement("ul"), { className: "notes" });
    box.append(...list.map((one) => (field ? labelled(field, toldLine(one)) : toldLine(one))));
    if (field) spotOf(field).append(box);
    else if (!name) findings.append(box);
  }
}

function tellUnits(cells) {
  for (const old of find(".known, .unknown", true)) old.remove();
  for (const [name, { known, unknown }] of Object.entries(cells)) {
    const cell = document.getElementById(`o-${name}`), [, table, row, column] = /^pl(\d+)\.(\d+)\.(\w+)$/.exec(name);
    if (!cell) continue;
    const told = (className, ...words) => { const line = Object.assign(document.createElement("p"), { className }); line.append(...words); return line; };
    if (known.length) cell.parentNode.append(told("known", `✓ ${known.join("; ")}`));
    for (const { text, words, nearest } of unknown) {
      const button = Object.assign(document.createElement("button"), { name: "lam", className: "small", textContent: `Thay bằng “${nearest}”`, value: `thay:${table}:${row}:${column}:${text}→${nearest}` });
      const other = Object.assign(document.createElement("a"), { href: at.replace(/ke-hoach$/, "phan-cong#la"), textContent: "Là đơn vị khác…" });
      spotOf(cell).append(labelled(cell, told("unknown", words, ...(nearest ? [" ", button, " ", other] : []))));
    }
  }
}

// Rows
let fresh = 10000;
const models = new Map(find("[data-tasks] tbody", true).map((table) => [table, table.querySelector(".task")?.cloneNode(true)]));
plan.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=lam]");
  if (!button) return;
  const [what, place, number, kind] = button.value.split(":");
  if (what === "thay") {
    event.preventDefault();
    const field = document.getElementById(`o-pl${place}.${number}.${kind}`), [old, now] = button.value.replace(/^(?:[^:]*:){4}/, "").split("→");
    field.value = field.value.replace(old, () => now);
    field.focus();
    changed();
    return;
  }
  const table = button.closest("section").querySelector(`[data-tasks="pl${button.value.split(":")[1]}"] tbody`);
  const row = button.closest("tr");
  if (what === "dan" || !models.get(table) || kind === "nhóm") return;  // the server knows how
  event.preventDefault();
  for (const one of find(".told", true)) one.remove();  // told anew, at the rows where they stand then
  if (what === "len" && row.previousElementSibling) row.previousElementSibling.before(row);
  else if (what === "xuong" && row.nextElementSibling) row.nextElementSibling.after(row);
  else if (what === "xoa") { (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("textarea")?.focus(); row.remove(); }
  else if (what === "them") addRow(table, row);
  if (what === "len" || what === "xuong") button.focus();
  changed();
});

function addRow(table, behind) {
  const row = models.get(table)?.cloneNode(true), place = table.closest("[data-tasks]").dataset.tasks, name = fresh++;
  if (!row) return;
  const old = row.querySelector(`[name="${place}.hang"]`);
  for (const each of row.querySelectorAll("[name]")) {
    if (each.name.startsWith(`${place}.`) && each !== old) each.name = each.name.replace(`${place}.${old.value}.`, `${place}.${name}.`);
    if (each.id) each.id = `o-${each.name}`;
    if (each.tagName === "TEXTAREA" || each.name.endsWith(".goc")) each.value = "";
    each.removeAttribute("aria-invalid");
  }
  old.value = name;
  row.id = `o-${place}.${name}`;
  row.className = "task";
  row.querySelector("select").value = "việc";
  for (const each of row.querySelectorAll(".known")) each.remove();
  if (behind) behind.after(row); else table.append(row);
  row.querySelector("textarea").focus();
}
plan.addEventListener("change", (event) => {
  const row = event.target.closest("tr");
  if (event.target.tagName === "SELECT" && row) row.className = { "nhóm": "group", "việc": "task", "dòng": "line" }[event.target.value];
});

// A block from Excel goes into the cells from here on; one with headings or a cell too many into its box, for the server to tell
const linesOf = (text) => {
  const lines = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g)) {
    const cell = quoted === undefined ? bare : /[\t\n"]/.test(quoted) ? quoted.replaceAll('""', '"') : `"${quoted}"`;
    lines.at(-1).push(cell.replace(/\s+/g, " ").trim());
    if (end === "\n") lines.push([]);
    else if (!end) break;
  }
  for (const line of lines) while (line.length > 1 && !line.at(-1)) line.pop();
  return lines;
};
plan.addEventListener("paste", (event) => {
  const cell = event.target.closest(".tasks textarea"), text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!cell || !(text.includes("\t") || text.includes("\n"))) return;
  event.preventDefault();
  for (const one of find(".told", true)) one.remove();
  let row = cell.closest("tr"), under = row;
  const first = [...row.querySelectorAll("textarea")].indexOf(cell), lines = linesOf(text);
  const tooWide = lines.some((line) => {
    const room = (under ?? row.parentNode.querySelector(".task"))?.querySelectorAll("textarea").length ?? 0;
    under = under?.nextElementSibling;
    return line.length > room - first;
  });
  if (tooWide || /^(?:s?tt|số tt|số thứ tự)\.?$/i.test(lines[0][0])) {
    const box = document.getElementById(`o-${row.closest("[data-tasks]").dataset.tasks}.dan`);
    box.closest("details").open = true;
    box.value = text;
    box.focus();
    changed();
    status.textContent = "Khối chép có hàng tiêu đề hoặc nhiều cột hơn chỗ này; xem lại rồi bấm “Đưa vào cuối bảng”.";
    return;
  }
  for (const [number, line] of lines.entries()) {
    if (number) {
      if (!row.nextElementSibling) addRow(row.closest("tbody"), row);
      row = row.nextElementSibling;
    }
    const cells = [...row.querySelectorAll("textarea")];
    line.forEach((words, column) => { cells[first + column].value = words; });
  }
  changed();
});

// Units complete
let units = [], list = null, choice = 0;
fetch(`${at}/don-vi`).then((answer) => answer.json()).then((names) => { units = names; }).catch(() => {});
const plain = (text) => text.toLocaleLowerCase("vi").normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
const close = () => { list?.previousElementSibling?.removeAttribute("aria-activedescendant"); list?.remove(); list = null; };
const begun = (field) => field.value.slice(0, field.selectionStart).match(/[^;,\n]*$/)[0].trimStart();

function offer(field) {
  close();
  const words = begun(field);
  if (words.length < 2) return;
  const fitting = units.filter((name) => plain(name).includes(plain(words)) && name !== words).slice(0, 7);
  if (!fitting.length) return;
  list = Object.assign(document.createElement("ul"), { className: "suggest", id: "goi-y" });
  list.setAttribute("role", "listbox");
  list.append(...fitting.map((name, number) => {
    const line = Object.assign(document.createElement("li"), { textContent: name, id: `goi-y-${number}` });
    line.setAttribute("role", "option");
    line.addEventListener("mousedown", (event) => { event.preventDefault(); take(field, name); });
    return line;
  }));
  field.after(list);
  choose(field, 0);
}
function choose(field, number) {
  choice = (number + list.children.length) % list.children.length;
  [...list.children].forEach((line, each) => line.setAttribute("aria-selected", String(each === choice)));
  field.setAttribute("aria-activedescendant", `goi-y-${choice}`);
}
function take(field, name) {
  const end = field.selectionStart;
  field.setRangeText(name, end - begun(field).length, end, "end");
  close();
  changed();
}
plan.addEventListener("input", (event) => { if (event.target.matches("[data-units]")) offer(event.target); });
plan.addEventListener("focusout", close);
plan.addEventListener("keydown", (event) => {
  if (!list) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(event.target, choice + (event.key === "ArrowDown" ? 1 : -1));
  else if (event.key === "Enter" || event.key === "Tab") take(event.target, list.children[choice].textContent);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
});

look();
