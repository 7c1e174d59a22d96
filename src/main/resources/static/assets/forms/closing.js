// The closing date on a form: at that instant, counted from the server's clock, it says 已截止. The server decides.

const DAY = 86400000;

const timers = new WeakMap();

export function closeIn(root, milliseconds) {
  clearTimeout(timers.get(root));
  mark(root, milliseconds <= 0);
  if (milliseconds > 0) {
    // A browser counts no more than 24 days at once.
    const step = Math.min(milliseconds, DAY);
    timers.set(root, setTimeout(() => closeIn(root, milliseconds - step), step));
  }
}

function mark(root, closed) {
  const left = root.querySelector('[data-left]');
  if (closed && left) {
    left.textContent = '（已截止）';
  }
}
