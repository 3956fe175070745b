/* Scripts that a page needs only when something in it is first moved. */

const FAILED = "The chart cannot be moved just now: its script could not be loaded. The picture shows how it starts.";

/** @type {Promise<unknown> | undefined} */
let needed;

/** Load what the page names in <link rel="prefetch">, once; after a failure it may be tried again. */
export function loaded() {
  needed ??= Promise.all(addresses().map(load)).catch((error) => {
    needed = undefined;
    throw error;
  });
  return needed;
}

function addresses() {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const links = document.querySelectorAll('link[rel="prefetch"][as="script"]');
  return [...links].map((link) => link.href);
}

/**
 * @param {string} address
 * @returns {Promise<unknown>}
 */
function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => {
      script.remove();
      reject(new Error(FAILED));
    };
    document.head.append(script);
  });
}
