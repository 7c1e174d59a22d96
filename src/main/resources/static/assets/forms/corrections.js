// What the officer wants corrected: listed on top, and marked at each place.

import { el } from './dom.js';

/**
 * @param corrections each with the target, its label and the officer's reason
 */
export function showCorrections(root, corrections) {
  root.querySelectorAll('.correction').forEach(old => old.remove());
  root.querySelector('[data-corrections]').replaceChildren(...corrections.map(item => el('li', {}, line(root, item))));
  root.querySelector('[data-corrections-hint]').hidden = corrections.length === 0;
  corrections.filter(({ target }) => !isFile(target)).forEach(item => place(root, item.target)?.prepend(mark(item)));
}

/** Files come and go after the form has been opened: their list marks them itself. */
export const isFile = target => target.startsWith('file:');

/**
 * @param about which file is meant, where the mark does not stand at it
 */
export function mark({ target, reason }, about = '') {
  return el('div', { class: 'correction', 'data-correction': target }, `须补正${about}：${reason}`);
}

function line(root, { target, label, reason }) {
  const text = `${label}：${reason}`;
  return place(root, target)
    ? el('button', { type: 'button', class: 'jump', onclick: () => lead(place(root, target)) }, text)
    : el('span', {}, text);
}

function lead(found) {
  found.scrollIntoView({ block: 'center' });
  [...found.querySelectorAll('input, textarea, select, button')]
    .find(input => !input.disabled && input.offsetParent)?.focus({ preventScroll: true });
}

// A file that has been taken away has no row any more.
function place(root, target) {
  return find(root, target) ?? (isFile(target) ? find(root, 'evidence') : null);
}

function find(root, field) {
  return root.querySelector(`[data-field="${CSS.escape(field)}"]`);
}
