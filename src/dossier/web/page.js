// What scripts add to a page that is whole without them: keys, and choosing marks without a new page.
"use strict";
(() => {
  const base = document.body.dataset.base || "";
  const typing = (t) => t && (t.closest("input, select, textarea, [contenteditable]") !== null);

  // Keys: / search, j k rows, ? help.
  const rows = () => [...document.querySelectorAll("main .fact")].filter((row) => row.offsetParent !== null);
  let here = -1;
  const go = (step) => {
    const all = rows();
    if (all.length === 0) return;
    here = Math.min(all.length - 1, Math.max(0, here + step));
    all.forEach((row) => row.classList.remove("here"));
    all[here].classList.add("here");
    const link = all[here].querySelector("a[href]");
    if (link) link.focus({preventScroll: true});
    all[here].scrollIntoView({block: "nearest"});
  };
  const help = () => {
    let box = document.getElementById("keys");
    if (!box) {
      box = document.createElement("dialog");
      box.id = "keys";
      box.setAttribute("aria-label", "Keys");
      const list = document.createElement("dl");
      for (const [key, what] of [["/", "to the search box"], ["j", "the next row"], ["k", "the row before"], ["Enter", "open it"], ["?", "these keys"], ["Esc", "close"]]) {
        const term = document.createElement("dt"), kbd = document.createElement("kbd"), text = document.createElement("dd");
        kbd.textContent = key;
        text.textContent = what;
        term.append(kbd);
        list.append(term, text);
      }
      box.append(list);
      document.body.append(box);
    }
    if (box.open) box.close(); else box.showModal();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") { event.preventDefault(); document.getElementById("q").focus(); }
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
    if (event.key === "?") help();
    const verdict = document.querySelector(`button[data-key="${event.key.toLowerCase()}"]`);
    if (verdict && /^[rpwRPW]$/.test(event.key)) verdict.click();
  });

  // Forms send what is filled in, so that addresses stay short.
  for (const form of document.querySelectorAll("form[method=get]")) {
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
    });
    addEventListener("pageshow", () => { for (const field of form.elements) field.disabled = false; });
  }

  // A report: words and what they gave rise to.
  const text = document.getElementById("text"), chosen = document.getElementById("chosen");
  if (!text || !chosen) return;
  const words = [...text.querySelectorAll(".w")];
  const of = (mark) => mark.dataset.m.split(",");
  const item = (id) => document.getElementById(id);
  const show = (ids, why) => {
    for (const mark of words) mark.classList.toggle(why, of(mark).some((id) => ids.includes(id)));
    for (const other of document.querySelectorAll(".record .list .item")) other.classList.toggle(why, ids.includes(other.dataset.id));
  };
  const choose = (ids) => {
    show(ids, "on");
    const list = document.createElement("ul");
    list.className = "items";
    for (const id of ids) {
      const original = item(id);
      if (!original) continue;
      const copy = original.cloneNode(true);
      copy.removeAttribute("id");
      copy.classList.add("on");
      list.append(copy);
    }
    const heading = document.createElement("h2"), all = document.createElement("p"), link = document.createElement("a");
    heading.textContent = "Chosen";
    link.className = "all";
    link.textContent = "Show all alike";
    const bare = new URL(location.href);
    bare.searchParams.delete("show");
    bare.hash = "chosen";
    link.href = bare;
    all.append(link);
    chosen.replaceChildren(heading, list, all);
  };
  const keep = (ids) => {
    const address = new URL(location.href);
    address.searchParams.set("show", ids.join(","));
    address.hash = "";
    history.pushState({show: ids}, "", address);
  };
  text.addEventListener("click", (event) => {
    const mark = event.target.closest(".w");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (!of(mark).every((id) => item(id))) return;  // beyond what the margin lists: the page itself shows it
    event.preventDefault();
    choose(of(mark));
    keep(of(mark));
    if (chosen.getBoundingClientRect().top > innerHeight || chosen.getBoundingClientRect().bottom < 0 ||
        getComputedStyle(chosen.parentElement).position !== "sticky") chosen.scrollIntoView({block: "nearest"});
    else chosen.parentElement.scrollTop = 0;
  });
  document.querySelector(".record").addEventListener("click", (event) => {
    const link = event.target.closest(".words");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const id = link.closest(".item").dataset.id, first = words.find((mark) => of(mark).includes(id));
    if (!first || !item(id)) return;
    event.preventDefault();
    choose([id]);
    keep([id]);
    first.scrollIntoView({block: "center"});
    first.focus({preventScroll: true});
  });
  addEventListener("popstate", () => {
    const ids = (new URL(location.href).searchParams.get("show") || "").split(",").filter(Boolean);
    if (ids.every((id) => item(id))) choose(ids); else location.reload();
  });
  const near = (event, on) => {
    const mark = event.target.closest(".w");
    show(on && mark ? of(mark) : [], "near");
  };
  for (const name of ["mouseover", "focusin"]) text.addEventListener(name, (event) => near(event, true));
  for (const name of ["mouseout", "focusout"]) text.addEventListener(name, (event) => near(event, false));
  for (const [name, on] of [["mouseover", true], ["mouseout", false]]) {
    document.querySelector(".record").addEventListener(name, (event) => {
      const one = event.target.closest(".item");
      show(on && one ? [one.dataset.id] : [], "near");
    });
  }
})();
