// Vega without what no chart of Vega-Lite needs (forces, trees, clouds of words) and without maps.
import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import * as regression from "vega-regression";
import * as tables from "vega-transforms";
import { extend } from "vega-util";
import { bound, identifier, mark, overlap, render, viewlayout } from "vega-view-transforms";
import { voronoi } from "vega-voronoi";

extend(transforms, tables, encode, regression, { bound, identifier, mark, overlap, render, viewlayout, voronoi });

export { expressionInterpreter } from "vega-interpreter";
export { parse } from "vega-parser";
export { View } from "vega-view";
