// Makes locales/<tag>/countries.ftl: names of countries and world regions by CLDR, as Node's
// Intl.DisplayNames carries them (CLDR is under the Unicode licence). Subregions are CLDR's too.
//
//   node crates/lexicon/make/countries.mjs
import { readFileSync, writeFileSync } from "node:fs";

const root = new URL("../../../", import.meta.url);
const table = readFileSync(new URL("catalogue/countries.toml", root), "utf8");
const codes = [...table.matchAll(/alpha2 = "(..)"/g)].map((m) => m[1]);
const regions = [...new Set([...table.matchAll(/ region = "(...)"/g)].map((m) => m[1]))].sort();
const parts = [...new Set([...table.matchAll(/subregion = "(...)"/g)].map((m) => m[1]))].sort();

// CLDR has no name for the M49 region 010 (Antarctica); the country's stands for it. Portuguese is
// that of Portugal, as in the other files.
for (const [folder, tag] of [["en", "en"], ["fr", "fr"], ["pt", "pt-PT"], ["es", "es"]]) {
  const names = new Intl.DisplayNames([tag], { type: "region" });
  const name = (code) => names.of(code === "010" ? "AQ" : code);
  const lines = [
    "# Made by crates/lexicon/make/countries.mjs from CLDR; change the script, not this file.",
    ...codes.map((c) => `country-${c.toLowerCase()} = ${name(c)}`),
    ...regions.map((r) => `region-${r} = ${name(r)}`),
    ...parts.map((p) => `subregion-${p} = ${name(p)}`),
  ];
  writeFileSync(new URL(`locales/${folder}/countries.ftl`, root), lines.join("\n") + "\n");
}
