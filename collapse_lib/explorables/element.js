/* Elements of HTML and of SVG in one call. */

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = ["svg", "g", "path", "circle", "rect", "line", "text"];

/** @typedef {HTMLElementTagNameMap & Pick<SVGElementTagNameMap, "svg" | "g" | "path" | "circle" | "rect" | "line" | "text">} Tags */

/**
 * Return an element: element("p", { class: "note" }, "text", child).
 * @template {keyof Tags} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 * @returns {Tags[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = DRAWN.includes(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return /** @type {Tags[Tag]} */ (made);
}
