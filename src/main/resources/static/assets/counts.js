// How many 字 a field of a page holds, while people type.

import { wordCount } from './forms/word-count.js';

document.querySelectorAll('[data-counts]').forEach(place => {
  const field = document.querySelector(`[name="${place.dataset.counts}"]`);
  const most = Number(place.dataset.most);
  const count = () => {
    const words = wordCount(field.value);
    place.textContent = `已填 ${words} / ${most} 字`;
    place.classList.toggle('wrong', words > most);
  };
  field.addEventListener('input', count);
  count();
});
