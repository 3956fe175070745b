/* What happens without a key being pressed: a clock that plays, and the moment at which a picture is first seen. */

/**
 * A clock that calls `tick` when it starts and then every `pace` milliseconds until it is stopped.
 * @param {number} pace
 * @param {() => void} tick
 */
export function clock(pace, tick) {
  let timer = 0;
  return {
    get running() {
      return timer !== 0;
    },
    start() {
      timer = window.setInterval(tick, pace);
      tick();
    },
    stop() {
      clearInterval(timer);
      timer = 0;
    },
  };
}

/**
 * Do `action` once, when a good part of a picture is first seen.
 * @param {Element} picture
 * @param {() => void} action
 */
export function whenSeen(picture, action) {
  const watching = new IntersectionObserver(
    ([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      watching.disconnect();
      action();
    },
    { threshold: 0.3 },
  );
  watching.observe(picture);
}
