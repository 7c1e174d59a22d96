// Tasklist sends a Camunda Form again on a second fast click and reports the loser as an error.
// The embedded forms guard themselves while they are being answered, however long that takes.
const WITHIN = 1500;
let last = -WITHIN;

document.addEventListener('click', event => {
  if (!event.target.closest?.('button[ng-click="complete()"]') || !document.querySelector('.fjs-container')) {
    return;
  }
  const now = performance.now();
  if (now - last < WITHIN) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  last = now;
}, true);
