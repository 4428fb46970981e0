// Makes ../world.svg and prints the centroids of countries, from Natural Earth (public domain) as
// the npm package world-atlas 2.0.2 (ISC) carries it.
//
//   npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
//   node world.mjs package ../../../../catalogue/countries.toml > ../world.svg
//   node world.mjs package --centroids          prints alpha-3 numeric codes with lon and lat
//
// Equal Earth projection (Šavrič, Patterson, Jenny 2018). One path an ISO 3166-1 alpha-2 code; a
// country that the 1:110m map leaves out (most islands) becomes a dot at its centroid.
import { readFileSync } from "node:fs";

const [folder, table] = process.argv.slice(2);
const WIDTH = 690;

function decode(topology) {
  const [sx, sy] = topology.transform.scale;
  const [tx, ty] = topology.transform.translate;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * sx + tx, (y += dy) * sy + ty]);
  });
  const ring = (indices) => indices.flatMap((i, n) => {
    const arc = i < 0 ? [...arcs[~i]].reverse() : arcs[i];
    return n ? arc.slice(1) : arc;
  });
  return topology.objects.countries.geometries.map((g) => ({
    id: g.properties.name === "Kosovo" ? "" : g.id,
    polygons: (g.type === "Polygon" ? [g.arcs] : g.type === "MultiPolygon" ? g.arcs : [])
      .map((rings) => rings.map(ring)),
  }));
}

function area(ring) {
  return ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    return sum + x * v - u * y;
  }, 0) / 2;
}

function centroid(polygons) {
  const ring = polygons.map((p) => p[0]).sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0];
  let sx = 0, sy = 0;
  ring.forEach(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    const cross = x * v - u * y;
    sx += (x + u) * cross;
    sy += (y + v) * cross;
  });
  const a = area(ring);
  return [sx / (6 * a), sy / (6 * a)];
}

function project([lon, lat]) {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const m = Math.sqrt(3) / 2;
  const t = Math.asin(m * Math.sin((lat * Math.PI) / 180));
  const t2 = t * t, t6 = t2 * t2 * t2;
  const x = ((lon * Math.PI) / 180 * Math.cos(t)) /
    (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)));
  const y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2));
  const scale = WIDTH / 5.413;
  return [x * scale + WIDTH / 2 + 14, 160 - y * scale + 8];
}

function path(polygons) {
  let out = "";
  for (const ring of polygons.flat()) {
    let last = null, open = "";
    let px = 0, py = 0;
    for (const point of ring) {
      const [x, y] = project(point).map(Math.round);
      if (last && x === last[0] && y === last[1]) continue;
      // A ring that steps over the 180th meridian would draw a line across the whole map.
      const jumps = last && Math.abs(x - last[0]) > WIDTH / 2;
      open += last && !jumps ? `l${x - px} ${y - py}` : `M${x} ${y}`;
      [px, py] = [x, y];
      last = [x, y];
    }
    if ((open.match(/l/g) ?? []).length > 1) out += open + "z";
  }
  return out.replaceAll(/ -/g, "-");
}

const fine = decode(JSON.parse(readFileSync(`${folder}/countries-50m.json`, "utf8")));
if (table === "--centroids") {
  for (const c of fine) {
    if (c.id === undefined || !c.polygons.length) continue;
    const [lon, lat] = centroid(c.polygons);
    console.log(c.id, lon.toFixed(1), lat.toFixed(1));
  }
  process.exit(0);
}

const coarse = decode(JSON.parse(readFileSync(`${folder}/countries-110m.json`, "utf8")));
const rows = [...readFileSync(table, "utf8").matchAll(
  /alpha2 = "(..)".*?numeric = "(...|)".*?lon = (-?[\d.]+), lat = (-?[\d.]+)/g)];
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH + 28} 336">`);
for (const [, alpha2, numeric, lon, lat] of rows) {
  if (alpha2 === "AQ") continue;
  const found = coarse.find((c) => c.id === numeric);
  const shape = found ? path(found.polygons) : "";
  if (shape) {
    console.log(`<path id="${alpha2}" d="${shape}"/>`);
  } else {
    const [x, y] = project([Number(lon), Number(lat)]).map(Math.round);
    console.log(`<circle id="${alpha2}" cx="${x}" cy="${y}" r="2.5"/>`);
  }
}
console.log("</svg>");
