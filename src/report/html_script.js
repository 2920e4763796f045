// What a page does beyond links and <details>: it sorts, filters, steps from passage to passage and puts two
// whole texts side by side. Text goes in as text only; nothing is fetched, nothing is stored.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const svg = "http://www.w3.org/2000/svg";
  const dot = "\u00a0\u00b7 ";

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  // Where a link leads is shown, whatever it is in.

  function reveal(element) {
    for (let at = element; at; at = at.parentElement)
      if (at.tagName === "DETAILS") at.open = true;
    element.scrollIntoView({ block: element.classList.contains("n") ? "center" : "start" });
  }

  function follow() {
    const id = location.hash.slice(1);
    const pair = /^pair(\d+)$/.exec(id);
    if (pair && openPair(pair[1])) return;
    if (reader.open) reader.close();
    const target = id && document.getElementById(id);
    if (target) reveal(target);
  }

  // Tables

  function keyOf(row, column, numeric) {
    const cell = row.children[column];
    return numeric ? Number(cell.dataset.v) : cell.textContent.trim();
  }

  function sortRows(table, column, numeric, down) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row, at) => ({ row, at, key: keyOf(row, column, numeric) }));
    const order = numeric ? (a, b) => a.key - b.key : new Intl.Collator("en", { numeric: true }).compare;
    const compare = numeric ? order : (a, b) => order(a.key, b.key);
    rows.sort((a, b) => (down ? compare(b, a) : compare(a, b)) || a.at - b.at);
    body.append(...rows.map((entry) => entry.row));
  }

  function makeSortable(head) {
    const table = head.closest("table");
    const button = make("button", { type: "button" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const numeric = head.dataset.sort === "n";
      const before = head.getAttribute("aria-sort");
      const down = before ? before === "ascending" : numeric;
      all("th[aria-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sortRows(table, Array.from(head.parentElement.children).indexOf(head), numeric, down);
    });
  }

  // Filters

  const lists = {
    passage: () => all("#passages > .passage"),
    pair: () => all("#pairs tbody tr"),
  };
  const texts = new WeakMap();

  function wordsOf(item) {
    if (!texts.has(item)) {
      const source = item.tagName === "TR" ? all("th", item) : [item];
      texts.set(item, source.map((part) => part.textContent).join(" ").toLowerCase());
    }
    return texts.get(item);
  }

  function makeFilter(form) {
    const items = lists[form.dataset.for]();
    const chosen = (name) => all(`input[name=${name}]:checked`, form).map((box) => box.value);
    const meets = (letters, values) => letters === "" || values.some((value) => letters.includes(value));
    const apply = () => {
      const kinds = chosen("k"), standings = chosen("s");
      const words = one("input[name=q]", form).value.trim().toLowerCase();
      let shown = 0;
      for (const item of items) {
        const fits = meets(item.dataset.k, kinds) && meets(item.dataset.s, standings) &&
          (words === "" || wordsOf(item).includes(words));
        item.hidden = !fits;
        shown += fits;
      }
      one("output", form).value = `${shown} of ${items.length}`;
    };
    let waiting = 0;
    form.hidden = items.length < 2;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, event.target.type === "search" ? 150 : 0);
    });
    apply();
  }

  // The texts of the page, character by character as the program counts them.

  const read = new Map();

  function paragraphsOf(number) {
    if (!read.has(number)) {
      const of = (p) => Array.from(p.childNodes, (node) =>
        node.nodeType === 1 && node.classList.contains("n") ? "" : node.textContent).join("");
      read.set(number, all(`article[data-d="${number}"] p[data-c]`).map((p) =>
        ({ begin: Number(p.dataset.c), number: p.dataset.n, letters: Array.from(of(p)) })));
    }
    return read.get(number);
  }

  function textBetween(number, begin, end) {
    const parts = [];
    for (const p of paragraphsOf(number)) {
      const from = Math.max(begin - p.begin, 0), to = Math.min(end - p.begin, p.letters.length);
      if (from < to) parts.push(p.letters.slice(from, to).join(""));
    }
    return parts.join("\n\n");
  }

  // Differences: the longest common subsequence of words, as in the C library's reports.

  function split(letters, begin) {
    const words = [];
    for (let at = 0; at < letters.length;) {
      while (at < letters.length && /\s/u.test(letters[at])) at++;
      const from = at;
      while (at < letters.length && !/\s/u.test(letters[at])) at++;
      const word = letters.slice(from, at).join("").toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
      if (at > from) words.push({ begin: begin + from, end: begin + at, word, differs: true });
    }
    return words;
  }

  const MOST_STEPS = 4e6;

  function compareWords(a, b) {
    let head = 0, i = a.length, j = b.length;
    const pair = (x, y) => { x.differs = y.differs = false; };
    while (head < i && head < j && a[head].word === b[head].word) pair(a[head], b[head++]);
    while (i > head && j > head && a[i - 1].word === b[j - 1].word) pair(a[--i], b[--j]);
    const n = i - head, m = j - head, row = m + 1;
    if (n * m > MOST_STEPS) return false;
    const table = new Uint32Array((n + 1) * row);
    for (let x = n - 1; x >= 0; x--)
      for (let y = m - 1; y >= 0; y--)
        table[x * row + y] = a[head + x].word === b[head + y].word ? table[(x + 1) * row + y + 1] + 1
          : Math.max(table[(x + 1) * row + y], table[x * row + y + 1]);
    for (let x = 0, y = 0; x < n && y < m;) {
      if (a[head + x].word === b[head + y].word) pair(a[head + x++], b[head + y++]);
      else if (table[(x + 1) * row + y] >= table[x * row + y + 1]) x++;
      else y++;
    }
    return true;
  }

  function changes(from, to) {
    const a = split(Array.from(from), 0), b = split(Array.from(to), 0), out = document.createDocumentFragment();
    const left = Array.from(from), right = Array.from(to);
    if (!compareWords(a, b)) return null;
    const run = (words, at) => { let end = at; while (end < words.length && words[end].differs) end++; return end; };
    const text = (letters, words, x, y) => letters.slice(words[x].begin, words[y - 1].end).join("");
    for (let i = 0, j = 0; i < a.length || j < b.length;) {
      const x = run(a, i), y = run(b, j);
      if (x > i) out.append(make("del", {}, text(left, a, i, x)), " ");
      if (y > j) out.append(make("ins", {}, text(right, b, j, y)), " ");
      if (y < b.length) out.append(text(right, b, y, y + 1), " ");
      i = x + 1;
      j = y + 1;
    }
    return out;
  }

  // Copies that were not compared when the page was written are compared when they are looked at.

  function compareLater(passage) {
    const base = one("blockquote", passage);
    for (const place of all(".later", passage)) {
      const [begin, end] = place.dataset.c.split("-").map(Number);
      const text = textBetween(place.dataset.d, begin, end);
      const made = text && !one(".no", base) ? changes(base.textContent, text) : null;
      if (!made) continue;
      place.classList.remove("later", "no");
      place.replaceChildren(made);
    }
  }

  // Two whole texts side by side

  const reader = make("dialog", { id: "reader" });
  reader.setAttribute("aria-label", "Two texts side by side");
  document.body.append(reader);
  const state = { at: 0, count: 0, matches: [] };

  function parseMatches(row) {
    const matches = row.dataset.m.split(";").map((text) => {
      const [head, ...places] = text.split(" ");
      const [a, aEnd, b, bEnd] = places.map(Number);
      return { id: head.slice(0, -1), kind: head.slice(-1), sides: [{ begin: a, end: aEnd }, { begin: b, end: bEnd }] };
    });
    return matches.sort((x, y) => x.sides[0].begin - y.sides[0].begin || x.sides[1].begin - y.sides[1].begin);
  }

  function lettersBetween(number, begin, end) {
    return paragraphsOf(number).flatMap((p) => {
      const from = Math.max(begin - p.begin, 0), to = Math.min(end - p.begin, p.letters.length);
      return from < to ? split(p.letters.slice(from, to), p.begin + from) : [];
    });
  }

  function markDifferences(matches, numbers) {
    for (const match of matches) {
      const words = match.sides.map((side, s) => lettersBetween(numbers[s], side.begin, side.end));
      const compared = compareWords(words[0], words[1]);
      match.sides.forEach((side, s) => { side.words = compared ? words[s].filter((w) => w.differs && w.word) : []; });
    }
  }

  function numberLink(match, index, side) {
    const link = make("a", { className: "n", href: `#${"ba"[side]}${index}`, id: `${"ab"[side]}${index}` }, match.id);
    link.title = "to the other text";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go(index);
      one(`#${"ba"[side]}${index}`, reader).focus({ preventScroll: true });
    });
    return link;
  }

  function writeParagraph(p, matches, side) {
    const out = make("p", { dir: "auto" }), end = p.begin + p.letters.length;
    const near = matches.map((match, index) => ({ match, index, ...match.sides[side] }))
      .filter((range) => range.begin < end && range.end > p.begin);
    const words = near.flatMap((range) => range.words);
    const cuts = new Set([p.begin, end]);
    for (const range of [...near, ...words])
      for (const cut of [range.begin, range.end]) if (cut > p.begin && cut < end) cuts.add(cut);
    const places = Array.from(cuts).sort((x, y) => x - y);
    for (let i = 0; i + 1 < places.length; i++) {
      const [from, to] = [places[i], places[i + 1]];
      for (const range of near)
        if (range.begin === from || (range.begin < p.begin && from === p.begin && !range.match.sides[side].told))
          { out.append(numberLink(range.match, range.index, side)); range.match.sides[side].told = true; }
      const text = p.letters.slice(from - p.begin, to - p.begin).join("");
      const over = near.filter((range) => range.begin <= from && range.end >= to);
      if (over.length === 0) { out.append(text); continue; }
      const differs = words.some((word) => word.begin <= from && word.end >= to);
      const mark = make("mark", { className: `k${over[0].match.kind}` }, differs ? make("b", {}, text) : text);
      mark.dataset.i = over.map((range) => range.index).join(" ");
      out.append(mark);
    }
    return out;
  }

  function writePane(name, number, matches, side) {
    const pane = make("div", { className: side ? "pane second" : "pane", tabIndex: 0 });
    pane.append(make("h2", { dir: "auto" }, name));
    let last = null;
    for (const p of paragraphsOf(number)) {
      if (last && p.begin > last + 400) pane.append(make("p", { className: "gap" }, "[\u2026]"));
      pane.append(writeParagraph(p, matches, side));
      last = p.begin + p.letters.length;
    }
    pane.setAttribute("role", "region");
    pane.setAttribute("aria-label", name);
    return pane;
  }

  function writeMap(number, matches, side) {
    const map = document.createElementNS(svg, "svg");
    const paragraphs = paragraphsOf(number), last = paragraphs[paragraphs.length - 1];
    const whole = last ? last.begin + last.letters.length : 1;
    map.setAttribute("class", side ? "map second" : "map");
    map.setAttribute("aria-hidden", "true");
    matches.forEach((match, index) => {
      const bar = document.createElementNS(svg, "rect"), { begin, end } = match.sides[side];
      bar.setAttribute("width", "100%");
      bar.setAttribute("y", `${(100 * begin) / whole}%`);
      bar.setAttribute("height", `${Math.max((100 * (end - begin)) / whole, 0.6)}%`);
      bar.dataset.i = index;
      bar.addEventListener("click", () => go(index));
      map.append(bar);
    });
    return map;
  }

  function go(index) {
    if (state.count === 0) return;
    state.at = (index + state.count) % state.count;
    for (const element of all("mark, .map rect", reader)) {
      const indices = element.dataset.i.split(" ");
      element.classList.toggle("now", indices.includes(String(state.at)));
    }
    for (const pane of all(".pane", reader)) {
      const mark = one("mark.now", pane);
      const top = (element) => element.getBoundingClientRect().top;
      if (mark) pane.scrollTop += top(mark) - top(pane) - pane.clientHeight / 4;
    }
    one("output", reader).value = `${state.at + 1} of ${state.count}`;
  }

  function button(label, title, act) {
    const element = make("button", { type: "button", title }, label);
    element.addEventListener("click", act);
    return element;
  }

  function openPair(number) {
    const row = one(`#pairs tr[data-n="${number}"]`);
    if (!row || !reader.showModal) return false;
    const numbers = [row.dataset.a, row.dataset.b], names = all("th", row).map((cell) => cell.textContent);
    const matches = parseMatches(row);
    markDifferences(matches, numbers);
    Object.assign(state, { matches, count: matches.length, at: 0 });
    const words = row.cells[2].textContent, [a, b] = [3, 4].map((cell) => row.cells[cell].textContent);
    const title = make("strong", {}, make("bdi", {}, names[0]), dot, make("bdi", {}, names[1]));
    const sum = `${words} words, ${a} of the one and ${b} of the other; what differs is `;
    const steps = make("span", { className: "step" }, button("\u2039 previous", "key p", () => go(state.at - 1)),
      make("output", {}), button("next \u203a", "key n", () => go(state.at + 1)),
      button("close", "key Esc", () => reader.close()));
    const note = make("span", { className: "no" }, sum, make("b", {}, "bold"));
    const bar = make("div", { className: "bar" }, title, note, steps);
    const panes = make("div", { className: "panes" }, writeMap(numbers[0], matches, 0),
      writePane(names[0], numbers[0], matches, 0), writePane(names[1], numbers[1], matches, 1),
      writeMap(numbers[1], matches, 1));
    reader.replaceChildren(bar, panes);
    if (!reader.open) reader.showModal();
    go(0);
    return true;
  }

  function makeBeside(link) {
    link.hidden = false;
    link.addEventListener("click", (event) => {
      const number = link.getAttribute("href").replace("#pair", "");
      if (event.ctrlKey || event.metaKey || event.shiftKey || !openPair(number)) return;
      event.preventDefault();
      history.pushState(null, "", `#pair${number}`);
    });
  }

  function makeWhole(side) {
    const number = side.id.replace("pair", "");
    if (!one(`#pairs tr[data-n="${number}"]`)) return;
    side.insertBefore(make("p", {}, button("both texts whole", "", () => {
      if (openPair(number)) history.pushState(null, "", `#pair${number}`);
    })), one("summary", side).nextSibling);
  }

  reader.addEventListener("close", () => {
    if (/^#pair\d+$/.test(location.hash)) history.replaceState(null, "", "#pairs");
  });

  // Keys: n and p step through the passages, of the text in which one is, or of the list.

  let current = null;

  function stops() {
    const text = current && current.closest("details.text[open]");
    return text ? all("a.n", text) : lists.passage().filter((item) => !item.hidden).map((item) => one("summary", item));
  }

  function step(by) {
    if (reader.open) { go(state.at + by); return; }
    const list = stops();
    if (list.length === 0) return;
    const here = current && (current.closest("a.n") || one("summary", current.closest("details") || current));
    const at = list.indexOf(here);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    const passage = next.closest(".passage");
    if (passage) passage.open = true;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: passage ? "start" : "center" });
    current = next;
  }

  document.addEventListener("focusin", (event) => { current = event.target; });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey ||
      /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else return;
    event.preventDefault();
  });

  function makeSteps(text) {
    if (one(".steps", text)) return;
    const act = (by) => () => {
      const inside = current && current.closest("details.text") === text && current.closest("article");
      if (!inside) current = one("article", text);
      step(by);
    };
    const steps = make("p", { className: "steps" }, button("\u2039 previous", "key p", act(-1)), " ",
      button("next \u203a", "key n", act(1)));
    text.insertBefore(steps, one("article", text));
  }

  // What is folded is printed of a page that is not too long.

  const MOST_PRINTED = 80;
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all(".passage:not([open]), .link:not([open]), .text:not([open]), .side:not([open]), .folded:not([open])");
    if (folded.length > MOST_PRINTED) folded = [];
    folded.forEach((item) => { item.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((item) => { item.open = false; }));

  document.addEventListener("toggle", (event) => {
    if (!event.target.open) return;
    if (event.target.classList.contains("passage")) compareLater(event.target);
    if (event.target.classList.contains("text") && one("a.n", event.target)) makeSteps(event.target);
  }, true);

  all("th[data-sort]").forEach(makeSortable);
  all("form.filter").forEach(makeFilter);
  all("a.beside").forEach(makeBeside);
  all("details.side").forEach(makeWhole);
  all(".passage[open]").forEach(compareLater);
  const passages = one("#passages > p");
  if (passages) passages.append(" ", make("span", { className: "keys" }, "Keys: ", make("kbd", {}, "n"), " next, ",
    make("kbd", {}, "p"), " previous."));
  addEventListener("hashchange", follow);
  addEventListener("popstate", () => { if (reader.open && !/^#pair/.test(location.hash)) reader.close(); });
  if (location.hash) follow();
})();
