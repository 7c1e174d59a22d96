// What the officer wants corrected: listed on top, and marked at each place.

import { el } from './dom.js';

/**
 * @param corrections each with the target, its label and the officer's reason
 */
export function showCorrections(root, corrections) {
  root.querySelectorAll('.correction').forEach(mark => mark.remove());
  root.querySelector('[data-corrections]').replaceChildren(...corrections.map(item => el('li', {}, line(root, item))));
  root.querySelector('[data-corrections-hint]').hidden = corrections.length === 0;
  for (const { target, label, reason } of corrections) {
    place(root, target)?.prepend(el('div', { class: 'correction', 'data-correction': target },
      `须补正${target.startsWith('file:') ? `（${label}）` : ''}：${reason}`));
  }
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

// A file has no place of its own before it is found in the list.
function place(root, target) {
  return root.querySelector(`[data-field="${CSS.escape(target.startsWith('file:') ? 'evidence' : target)}"]`);
}
