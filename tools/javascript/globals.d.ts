/* What the scripts of the site find in the page besides the browser's own. */

type VegaView = import("vega").View;

interface Window {
  /** book/_static/vega.js */
  vega: Pick<typeof import("vega"), "parse" | "View"> & {
    expressionInterpreter: typeof import("vega-interpreter").expressionInterpreter;
  };
  /** The specifications of the page's charts, by the figure's id (book/_ext). */
  charts: Record<string, import("vega").Spec>;
  /** Sphinx's searchtools.js asks for it. */
  SPHINX_HIGHLIGHT_ENABLED: boolean;
  /** collapse_lib/explorables/host.js; the script of each explorable calls it. */
  explorable: (kind: string, module: { render: (host: ExplorableHost) => unknown }) => void;
}

/** What anywidget hands to an explorable. */
interface ExplorableHost {
  model: {
    get: (name: string) => unknown;
    set: (name: string, value: unknown) => void;
    save_changes: () => void;
    on: () => void;
    off: () => void;
    send: () => void;
  };
  el: HTMLElement;
}

/** Sphinx's searchtools.js, language_data.js and documentation_options.js. */
declare const Search: {
  setIndex: (index: { terms: object; titleterms: object }) => void;
  query: (words: string) => void;
  makeSearchSummary: (html: string, stems: Set<string>, anchor?: string | null) => HTMLElement | null;
  htmlToText: (html: string, anchor?: string | null) => string;
  performSearch: (query: string) => void;
};
declare const Stemmer: new () => { stemWord: (word: string) => string };
declare const DOCUMENTATION_OPTIONS: { SHOW_SEARCH_SUMMARY: boolean };
