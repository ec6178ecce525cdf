// Comfort only: everything on the page can be read and followed without this script.
(() => {
  "use strict";
  const every = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const back = byId("return");

  const unfoldAround = (place) => {
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  // Words that another citation crosses are marked in pieces: choose them all.
  const choose = () => {
    every("mark.chosen").forEach((mark) => mark.classList.remove("chosen"));
    const id = decodeURIComponent(location.hash.slice(1));
    const place = id && byId(id);
    if (!place) return;
    unfoldAround(place);
    if (place.matches("mark")) {
      place.classList.add("chosen");
      every("mark[data-of]").filter((mark) => mark.dataset.of === id).forEach((mark) => mark.classList.add("chosen"));
    }
    if (place.matches(".point")) back.hidden = true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("main a[href^='#r']");
    const point = link && link.closest(".point");
    if (!point) return;
    back.href = "#" + point.id;
    back.textContent = "Back to point " + point.id.slice(1);
    back.hidden = false;
  });

  const points = every(".point");
  const texts = points.map((point) => point.textContent.toLowerCase());
  const filter = byId("filter");
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    points.forEach((point, place) => { point.hidden = !texts[place].includes(wanted); });
    const shown = points.filter((point) => !point.hidden).length;
    byId("found").textContent = wanted ? shown + " of " + points.length + " points" : "";
  });

  const unfold = byId("unfold");
  const folds = every("main details");
  unfold.addEventListener("click", () => {
    const open = unfold.getAttribute("aria-pressed") !== "true";
    folds.forEach((fold) => { fold.open = open; });
    unfold.setAttribute("aria-pressed", String(open));
  });

  // A name in a graph, pointed at or focused, shows its arrows alone.
  every(".graph").forEach((graph) => {
    const lit = (node) => {
      graph.classList.toggle("picking", Boolean(node));
      every("[data-a]", graph).forEach((edge) => {
        edge.classList.toggle("lit", Boolean(node) && [edge.dataset.a, edge.dataset.b].includes(node.dataset.node));
      });
    };
    for (const kind of ["pointerover", "focusin"]) graph.addEventListener(kind, (event) => lit(event.target.closest("[data-node]")));
    for (const kind of ["pointerleave", "focusout"]) graph.addEventListener(kind, () => lit(null));
  });

  // The reports side by side: choose a finding, and each shows its words or says that it is silent.
  const asked = byId("asked");
  const abreast = byId("abreast");
  const reports = every(".report");
  let opener = null;

  const setAbreast = (on, from) => {
    if (on && from) opener = from;
    document.body.classList.toggle("abreast", on);
    abreast.setAttribute("aria-pressed", String(on));
    abreast.textContent = on ? "Back to the account" : "Side by side";
    every(".top, .contents, main, .skip").forEach((part) => { part.inert = on; });
    reports.forEach((report) => {
      if (on) { report.tabIndex = 0; watcher.observe(report); } else { report.removeAttribute("tabindex"); watcher.unobserve(report); }
    });
    if (!on) inView.clear();
    if (on) asked.focus();
    else if (opener) { opener.focus(); opener = null; }
  };

  // By report: the words that answer a point, and what they answer.
  const voices = (point) => {
    const found = new Map();
    every(".answer", point).forEach((answer) => {
      const value = answer.querySelector(".value").textContent.trim();
      every(".readings blockquote a", answer).forEach((link) => {
        const id = link.hash.slice(1);
        const report = id.slice(0, id.indexOf("-"));
        const own = found.get(report) || { ids: [], values: new Set() };
        own.ids.push(id);
        own.values.add(value);
        found.set(report, own);
      });
    });
    return found;
  };

  // A report scrolls when it is in view: a hundred at once would make the reader wait.
  let waiting = new Map();
  const inView = new Set();
  const settle = (report) => {
    const ids = waiting.get(report);
    if (!ids) return;
    waiting.delete(report);
    const tops = ids.map(byId).filter(Boolean).map((mark) => mark.offsetTop);
    report.scrollTop = tops.length ? Math.min(...tops) - 130 : 0;
  };
  const watcher = new IntersectionObserver((entries) => {
    entries.forEach((entry) => {
      inView[entry.isIntersecting ? "add" : "delete"](entry.target);
      if (entry.isIntersecting) settle(entry.target);
    });
  }, { root: document.querySelector(".texts"), rootMargin: "0px 50% 0px 50%" });

  const readOn = (name) => {
    const point = name && byId(name);
    const found = point ? voices(point) : new Map();
    every("mark.chosen").forEach((mark) => mark.classList.remove("chosen"));
    reports.forEach((report) => {
      const own = found.get(report.id);
      const stance = report.querySelector(".stance");
      report.classList.toggle("silent", Boolean(point) && !own);
      stance.hidden = !point;
      stance.replaceChildren(Object.assign(document.createElement("b"), { textContent: report.dataset.outlet }));
      stance.append(own ? " gives: " + Array.from(own.values).join("; ") : " is silent on this.");
      if (own) own.ids.forEach((id) => { const mark = byId(id); if (mark) mark.classList.add("chosen"); });
    });
    byId("voices").textContent = point
      ? found.size + " of " + reports.length + " reports speak of this, " + (reports.length - found.size) + " are silent." : "";
    asked.value = name;
    if (!point || !document.body.classList.contains("abreast")) return;
    waiting = new Map(reports.map((report) => [report, found.has(report.id) ? found.get(report.id).ids : []]));
    Array.from(inView).forEach(settle);
    const first = reports.find((report) => found.has(report.id));
    if (first) first.parentElement.scrollLeft = first.offsetLeft - first.parentElement.offsetLeft;
  };

  const step = (by) => {
    const at = asked.selectedIndex + by;
    if (at < 1 || at >= asked.options.length) return;
    setAbreast(true, opener);
    readOn(asked.options[at].value);
  };
  asked.addEventListener("change", () => { setAbreast(true, opener || asked); readOn(asked.value); });
  abreast.addEventListener("click", () => {
    const on = abreast.getAttribute("aria-pressed") !== "true";
    setAbreast(on, abreast);
    readOn(asked.value);
  });
  byId("former").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("abreast")) setAbreast(false);
  });
  // Links lead to places that the reports laid side by side would cover.
  document.querySelector(".texts").addEventListener("click", (event) => {
    if (event.target.closest(".back a")) setAbreast(false);
  });
  points.forEach((point) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "compare";
    button.textContent = "Read side by side";
    button.setAttribute("aria-label", "Read side by side: point " + point.id.slice(1));
    button.addEventListener("click", () => { setAbreast(true, button); readOn(point.id); });
    point.append(button);
  });

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = every("details:not([open])");
    folded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((fold) => { fold.open = false; }));
  addEventListener("hashchange", choose);
  every(".tools, .reader").forEach((part) => { part.hidden = false; });
  choose();
})();
