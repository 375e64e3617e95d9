"use strict";
{
  const byId = (id) => document.getElementById(id);
  const codes = JSON.parse(byId("data").textContent).codes;
  const table = byId("table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const filters = ["state", "mistake", "bin"];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  let order = rows;
  let kept = rows;
  let first = 0;

  const size = () => Number(byId("size").value) || Infinity;

  function show() {
    const last = Math.min(first + size(), kept.length);
    kept.forEach((row, at) => row.classList.toggle("paged", at < first || at >= last));
    byId("back").disabled = first === 0;
    byId("on").disabled = last >= kept.length;
    const part = kept.length ? `${first + 1} to ${last} of ${kept.length} students` : "No student";
    byId("shown").textContent = kept.length < rows.length ? `${part}, of ${rows.length} in the class` : part;
  }

  function filter() {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = filters.map((name) => [name, byId(name).value]).filter(([, value]) => value);
    const fits = (row) =>
      wanted.every(([name, value]) => row.dataset[name].split(" ").includes(value)) &&
      words.every((word) => texts.get(row).includes(word));
    kept = order.filter(fits);
    const stay = new Set(kept);
    for (const row of rows) row.hidden = !stay.has(row);
    first = 0;
    show();
  }

  function sort(column, head) {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const one of table.tHead.rows[0].cells) one.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const isNumber = head.classList.contains("number");
    const key = (row) => {
      const text = row.cells[column].textContent.trim();
      if (!isNumber) return text.toLowerCase();
      const number = parseFloat(text);
      return Number.isNaN(number) ? -Infinity : number;
    };
    const keys = new Map(rows.map((row) => [row, key(row)]));
    const compare = (a, b) =>
      isNumber ? (keys.get(a) === keys.get(b) ? 0 : keys.get(a) - keys.get(b)) : keys.get(a).localeCompare(keys.get(b));
    order = [...rows].sort((a, b) => (down ? compare(b, a) : compare(a, b)));
    body.append(...order);
    filter();
  }

  function clear() {
    byId("search").value = "";
    for (const name of filters) byId(name).value = "";
    filter();
  }

  function fill(mistake) {
    for (const pre of mistake.querySelectorAll("pre[data-code]")) pre.textContent = codes[pre.dataset.code];
    const groups = mistake.querySelector(".groups");
    const count = groups.children.length;
    if (count <= 12 || groups.dataset.seen) return;
    groups.dataset.seen = "yes";
    groups.classList.add("few");
    const more = document.createElement("button");
    more.type = "button";
    more.textContent = `Show all ${count} kinds of answers`;
    more.addEventListener("click", () => {
      groups.classList.remove("few");
      groups.children[12].querySelector("pre").focus();
      more.remove();
    });
    groups.after(more);
  }

  function go() {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches("details")) target.open = true;
    if (target.parentNode === body) {
      if (!kept.includes(target)) clear();
      first = Math.floor(kept.indexOf(target) / size()) * size() || 0;
      show();
      target.focus();
    }
    target.scrollIntoView();
  }

  function link() {
    const base = byId("jupyter").value.trim().replace(/\/+$/, "");
    if (!/^https?:\/\//.test(base)) return;
    for (const one of document.querySelectorAll("[data-jupyter]")) one.href = `${base}/${one.dataset.jupyter}`;
    try {
      localStorage.setItem("jupyter", base);
    } catch {
      // a browser may keep nothing for files
    }
  }

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (head.classList.contains("plain")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(column, head));
    head.append(button);
  });
  byId("search").addEventListener("input", filter);
  for (const name of filters) byId(name).addEventListener("change", filter);
  byId("size").addEventListener("change", () => ((first = 0), show()));
  byId("clear").addEventListener("click", clear);
  byId("back").addEventListener("click", () => ((first = Math.max(0, first - size())), show()));
  byId("on").addEventListener("click", () => ((first += size()), show()));
  for (const one of document.querySelectorAll("a.filter")) {
    one.addEventListener("click", () => {
      clear();
      byId(one.dataset.filter).value = one.dataset.value;
      filter();
      byId("students").focus();
    });
  }
  for (const one of document.querySelectorAll(".mistake")) {
    one.addEventListener("toggle", () => one.open && fill(one));
  }
  for (const one of document.querySelectorAll(".project")) {
    one.addEventListener("click", () => one.closest(".slide").requestFullscreen());
  }
  byId("jupyter").addEventListener("change", link);
  try {
    byId("jupyter").value = localStorage.getItem("jupyter") || byId("jupyter").value;
  } catch {
    // as above
  }
  link();
  addEventListener("hashchange", go);
  document.documentElement.classList.add("scripted");
  show();
  go();
}
