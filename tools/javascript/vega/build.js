// npm run vega: writes vega.js and the licences of what is in it into book/_static.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const target = new URL("../../../book/_static/", import.meta.url);
const { metafile, outputFiles } = await build({
  entryPoints: ["vega/vega.js"],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "vega",
  target: "es2020",
  legalComments: "none",
  tsconfigRaw: {}, // ours is for the checks
  metafile: true,
  write: false,
});
const [{ inputs }] = Object.values(metafile.outputs);
const folders = Object.entries(inputs)
  .filter(([, { bytesInOutput }]) => bytesInOutput)
  .flatMap(([path]) => path.match(/^.*node_modules\/[^/]+/) ?? []);

const ofTheProject = "node_modules/vega/LICENSE"; // of all its packages
/** @param {string} folder */
const licence = (folder) => [`${folder}/LICENSE`, `${folder}/LICENSE.md`].find(existsSync) ?? ofTheProject;

const packages = [...new Set(folders)].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  return { name, version, license, text: readFileSync(licence(folder), "utf8").trim() };
});
const { vega, "vega-interpreter": interpreter } = JSON.parse(readFileSync("package.json", "utf8")).devDependencies;
const first = `/*! Vega ${vega}, vega-interpreter ${interpreter}; made by tools/javascript/vega, licences in vega.LICENSE.txt */\n`;
writeFileSync(new URL("vega.js", target), first + outputFiles[0].text);
writeFileSync(
  new URL("vega.LICENSE.txt", target),
  packages
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`)
    .join(`\n${"-".repeat(80)}\n\n`),
);
