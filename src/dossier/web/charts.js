// Charts, each drawn from the table that stands under it.
"use strict";
(() => {
  const quads = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];
  const number = (cell) => Number(cell.textContent.replaceAll(",", "")) || 0;
  const place = (figure) => {
    const box = document.createElement("div");
    box.className = "drawn";
    figure.prepend(box);
    return box;
  };
  const svg = (box, width, height, label) =>
    d3.select(box).append("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "img").attr("aria-label", label);

  // Months by class, stacked; drawing over it chooses days.
  const months = (figure) => {
    const rows = [...figure.querySelectorAll("tbody tr")].map((row) => ({
      month: row.dataset.month,
      date: new Date(row.dataset.month + "-01T00:00:00Z"),
      counts: [...row.querySelectorAll("td.number")].slice(0, 4).map(number),
    })).filter((row) => !Number.isNaN(row.date.getTime()));
    if (rows.length === 0) return;
    const box = place(figure);
    const legend = document.createElement("p");
    legend.className = "legend";
    quads.forEach((name, i) => {
      if (!rows.some((row) => row.counts[i] > 0)) return;
      const item = document.createElement("span");
      d3.select(item).append("svg").attr("viewBox", "0 0 10 10").attr("aria-hidden", "true")
        .append("rect").attr("class", `q${i + 1}`).attr("width", 10).attr("height", 10);
      item.append(name);
      legend.append(item);
    });
    const width = Math.max(320, Math.min(1180, figure.clientWidth)), height = 190, left = 36, right = 26, top = 8, bottom = 24;
    // Months far apart from the rest would squeeze it: what lies between the 1st and 99th hundredth is drawn.
    const total = d3.sum(rows, (row) => d3.sum(row.counts));
    let before = 0, from = rows[0].date, to = rows[rows.length - 1].date;
    const cut = rows.length > 24;
    if (cut) {
      for (const row of rows) {
        const next = before + d3.sum(row.counts);
        if (before <= total * .01 && next > total * .01) from = row.date;
        if (before < total * .99 && next >= total * .99) to = row.date;
        before = next;
      }
    }
    const shown = rows.filter((row) => row.date >= from && row.date <= to);
    const end = d3.utcMonth.offset(to, 1);
    const span = Math.max(1, d3.utcMonth.count(from, end));
    const lead = span < 12 ? Math.floor((12 - span) / 2) : 0;
    const x = d3.scaleUtc([d3.utcMonth.offset(from, -lead), d3.utcMonth.offset(end, lead)], [left, width - right]);
    const highest = d3.max(shown, (row) => d3.sum(row.counts));
    const y = d3.scaleLinear([0, highest], [height - bottom, top]);
    if (highest > 4) y.nice();
    const chart = svg(box, width, height, `${figure.querySelector("figcaption").textContent} The figures are in the table below.`);
    chart.append("g").attr("class", "axis grid").attr("transform", `translate(${left},0)`)
      .call(d3.axisLeft(y).ticks(Math.min(4, highest), "d").tickSize(-(width - left - right)));
    chart.append("g").attr("class", "axis").attr("transform", `translate(0,${height - bottom})`)
      .call(d3.axisBottom(x).ticks(Math.min(8, width / 110)).tickFormat(d3.utcFormat(span + 2 * lead <= 36 ? "%b %Y" : "%Y")).tickSizeOuter(0));
    for (const row of shown) {
      let base = 0;
      const x0 = x(row.date), x1 = x(d3.utcMonth.offset(row.date, 1));
      row.counts.forEach((n, i) => {
        if (n === 0) return;
        chart.append("rect").attr("class", `q${i + 1}`).attr("x", x0 + Math.min(1, (x1 - x0) * .1)).attr("width", Math.max(1, (x1 - x0) * .85))
          .attr("y", y(base + n)).attr("height", y(base) - y(base + n))
          .append("title").text(`${d3.utcFormat("%B %Y")(row.date)}: ${n} ${quads[i]}`);
        base += n;
      });
    }
    const base = document.body.dataset.base || "";
    const brush = d3.brushX().extent([[left, top], [width - right, height - bottom]]).on("end", (event) => {
      if (!event.selection || !event.sourceEvent) return;
      const [a, b] = event.selection.map(x.invert), day = d3.utcFormat("%Y-%m-%d");
      const list = /\/(timeline|events)$/.test(location.pathname);
      const pair = location.pathname.slice(base.length).match(/^\/between\/([^/]+)\/([^/]+)$/);
      const address = new URL(list ? location.href : `${base}/timeline`, location.href);
      if (pair) {
        address.searchParams.set("actor", decodeURIComponent(pair[1]));
        address.searchParams.set("with", decodeURIComponent(pair[2]));
      }
      address.searchParams.set("since", day(a));
      address.searchParams.set("until", day(b));
      location.assign(address);
    });
    chart.append("g").attr("class", "brush").call(brush);
    box.prepend(legend);
    if (shown.length < rows.length) {
      const note = document.createElement("p");
      note.className = "note";
      const month = d3.utcFormat("%B %Y");
      note.textContent = `Drawn from ${month(from)} to ${month(to)}; the few events before and after are in the table.`;
      box.append(note);
    }
  };

  // One in the middle, counterparts around; nearer and thicker is more.
  const network = (figure) => {
    const rows = [...figure.querySelectorAll("tbody tr")].slice(0, 16).map((row) => {
      const link = row.querySelector("a");
      return {name: link.textContent, href: link.href, n: Number(row.dataset.n)};
    });
    if (rows.length < 3) return;
    const box = place(figure), width = Math.max(320, Math.min(760, figure.clientWidth)), height = width < 500 ? 420 : 380;
    const most = d3.max(rows, (row) => row.n), reach = d3.scaleSqrt([1, Math.max(2, most)], [1, .55]);
    const chart = svg(box, width, height, `${figure.dataset.name} and counterparts; the table below holds the same.`);
    const cx = width / 2, cy = height / 2, thick = d3.scaleSqrt([0, most], [0, 7]);
    // By turns right and left, so that names have room.
    const order = rows.map((row, i) => ({...row, turn: i % 2 === 0 ? i : rows.length - i}));
    order.sort((a, b) => a.turn - b.turn);
    const nodes = order.map((row, i) => {
      const angle = -Math.PI / 2 + (i + .5) * 2 * Math.PI / order.length, far = reach(row.n);
      return {...row, x: cx + Math.cos(angle) * far * (width / 2 - (width < 500 ? 120 : 150)), y: cy + Math.sin(angle) * far * (height / 2 - 24)};
    });
    const settle = d3.forceSimulation(nodes).force("collide", d3.forceCollide(20)).force("x", d3.forceX((d) => d.x).strength(.3))
      .force("y", d3.forceY((d) => d.y).strength(.3)).stop();
    settle.tick(120);
    for (const node of nodes) {
      node.y = Math.max(14, Math.min(height - 10, node.y));
      chart.append("line").attr("class", "tie").attr("x1", cx).attr("y1", cy).attr("x2", node.x).attr("y2", node.y)
        .attr("stroke-width", Math.max(1, thick(node.n)));
    }
    for (const node of nodes) {
      const right = node.x >= cx, link = chart.append("a").attr("href", node.href).attr("class", "node");
      link.append("circle").attr("class", "knot").attr("cx", node.x).attr("cy", node.y).attr("r", 3 + thick(node.n) / 2);
      const room = Math.max(8, Math.floor(((right ? width - node.x : node.x) - 12) / 6.4));
      link.append("text").attr("x", node.x + (right ? 9 : -9)).attr("y", node.y + 4).attr("text-anchor", right ? "start" : "end")
        .text(node.name.length > room ? node.name.slice(0, room - 1) + "…" : node.name);
      link.append("title").text(`${node.name}: ${node.n}`);
    }
    const middle = chart.append("g").attr("class", "node");
    middle.append("circle").attr("class", "knot").attr("cx", cx).attr("cy", cy).attr("r", 7);
    middle.append("text").attr("x", cx).attr("y", cy - 12).attr("text-anchor", "middle").text(figure.dataset.name);
    figure.querySelector(".drawn svg").setAttribute("role", "group");
  };

  // The world with a circle for each place.
  const map = async (figure) => {
    const rows = [...figure.querySelectorAll("tbody tr")].map((row) => {
      const link = row.querySelector("a");
      return {name: link.textContent, href: link.href, at: [Number(row.dataset.lon), Number(row.dataset.lat)], n: Number(row.dataset.n)};
    });
    if (rows.length === 0 || !figure.dataset.world) return;
    const answer = await fetch(figure.dataset.world);
    if (!answer.ok) return;
    const world = await answer.json();
    const box = place(figure), width = Math.max(320, Math.min(1180, figure.clientWidth)), height = Math.round(width * .5);
    const chart = svg(box, width, height, "A map of the places; the table below holds the same.");
    const projection = d3.geoNaturalEarth1().fitExtent([[4, 4], [width - 4, height - 4]], {type: "Sphere"});
    const path = d3.geoPath(projection);
    chart.append("path").attr("class", "land").attr("d", path(topojson.feature(world, world.objects.countries)));
    const size = d3.scaleSqrt([0, d3.max(rows, (row) => row.n)], [1.5, Math.min(Math.max(8, width / 50), 4 * Math.sqrt(d3.max(rows, (row) => row.n)))]);
    for (const row of rows.toSorted((a, b) => b.n - a.n)) {
      const spot = projection(row.at);
      if (!spot) continue;
      const link = chart.append("a").attr("href", row.href).attr("aria-label", `${row.name}, ${row.n}`);
      link.append("circle").attr("class", "spot").attr("cx", spot[0]).attr("cy", spot[1]).attr("r", size(row.n))
        .append("title").text(`${row.name}: ${row.n}`);
    }
    figure.querySelector(".drawn svg").setAttribute("role", "group");
  };

  const draw = {months, network, map};
  for (const figure of document.querySelectorAll("figure[data-chart]")) draw[figure.dataset.chart](figure);
})();
