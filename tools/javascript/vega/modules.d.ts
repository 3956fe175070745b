/* The parts of Vega that come without types, as far as vega.js takes something from them. */

declare module "vega-dataflow" {
  export const transforms: Record<string, unknown>;
}
declare module "vega-encode" {}
declare module "vega-regression" {}
declare module "vega-transforms" {}
declare module "vega-view-transforms" {
  export const [bound, identifier, mark, overlap, render, viewlayout]: unknown[];
}
declare module "vega-voronoi" {
  export const voronoi: unknown;
}
declare module "vega-parser" {
  export { parse } from "vega";
}
declare module "vega-view" {
  export { View } from "vega";
}
