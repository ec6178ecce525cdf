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

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = every("details:not([open])");
    folded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((fold) => { fold.open = false; }));
  addEventListener("hashchange", choose);
  document.querySelector(".tools").hidden = false;
  choose();
})();
