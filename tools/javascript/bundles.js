/* `make bundles` runs this: it makes one script of each thing that is written in several modules, for readers who
   have no node, and whose pages may be files.

   collapse_lib/explorables/KIND/explorable.js  KIND/bundle.js, an ES module: its default export is anywidget's { render }
   collapse_lib/guesses/main.js                 guesses/bundle.js, a classic script
   book/javascript/charts/charts.js             book/_static/charts.js, a classic script

   What a bundle holds stands in a function of its own (esbuild's iife), so that no name of one is seen by another. Of an
   explorable the last line exports the function's result: the published page, where no module script would run from
   file://, takes all but that line as a classic script (collapse_lib/explorables/assets.py).

   `node bundles.js FOLDER` does so in another copy of the repository; what is not there is left out. */

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = process.argv[2] ?? fileURLToPath(new URL("../..", import.meta.url));
const EXPORT = "export default bundle.default;"; // collapse_lib/explorables/assets.py knows it too

/**
 * Write the bundle of a file and of all that it imports, if there is such a file.
 * @param {string} from
 * @param {string} to
 * @param {import("esbuild").BuildOptions} [options]
 */
async function bundle(from, to, options = {}) {
  if (!existsSync(join(ROOT, from))) return;
  await build({
    entryPoints: [join(ROOT, from)],
    outfile: join(ROOT, to),
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    minifyWhitespace: true, // names stay, so that what a browser complains of can be found in the source
    lineLimit: 120,
    legalComments: "none",
    tsconfigRaw: {}, // ours is for the checks
    banner: { js: `/* Made of ${from} by "make bundles": change that. */` },
    ...options,
  });
}

const explorables = "collapse_lib/explorables";
for (const kind of readdirSync(join(ROOT, explorables)))
  await bundle(`${explorables}/${kind}/explorable.js`, `${explorables}/${kind}/bundle.js`, {
    globalName: "bundle",
    footer: { js: EXPORT },
  });
await bundle("collapse_lib/guesses/main.js", "collapse_lib/guesses/bundle.js");
await bundle("book/javascript/charts/charts.js", "book/_static/charts.js");
