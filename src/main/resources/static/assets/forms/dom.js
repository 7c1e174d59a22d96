// Small pieces of page that every form needs. Text from people is only ever set as text.

/** An element with attributes and children; strings become text, null is left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (typeof value === 'boolean') {
      element[key] = value;
    } else if (value !== undefined && value !== null) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** A tick or a choice with its label. */
export function choice(type, name, value, label) {
  return el('label', { class: 'choice' }, el('input', { type, name, value }), el('span', {}, label));
}

/** A link that opens beside the form. */
export function link(href, text) {
  return el('a', { href, target: '_blank', rel: 'noopener' }, text);
}

/** Puts texts where data-text names them. */
export function fill(root, texts) {
  for (const [name, text] of Object.entries(texts)) {
    root.querySelectorAll(`[data-text="${name}"]`).forEach(place => {
      place.textContent = text;
    });
  }
}

/** The value of a field as text: ticks are "true" or "", a group gives the chosen one. */
export function value(root, name) {
  const fields = [...root.querySelectorAll(`[name="${name}"]`)];
  const [first] = fields;
  switch (first?.type) {
    case 'checkbox': return first.checked ? 'true' : '';
    case 'radio': return fields.find(field => field.checked)?.value ?? '';
    default: return first?.value ?? '';
  }
}

export function setValue(root, name, text) {
  root.querySelectorAll(`[name="${name}"]`).forEach(field => {
    if (field.type === 'checkbox') {
      field.checked = text === 'true';
    } else if (field.type === 'radio') {
      field.checked = field.value === text;
    } else {
      field.value = text;
    }
  });
}

/** Writes a day as 2024-11-05 however it was typed; what is no day stays for the server to name. */
export function isoDate(typed) {
  const [, year, month, day] = typed.normalize('NFKC').trim()
    .match(/^(\d{4})\s*[-./年]?\s*(\d{1,2})\s*(?:[-./月]\s*(?:(\d{1,2})\s*日?)?)?$/) ?? [];
  if (!year) {
    const [, y, m, d] = typed.trim().match(/^(\d{4})(\d{2})(\d{2})$/) ?? [];
    return y ? `${y}-${m}-${d}` : typed;
  }
  return [year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}

/** Lets every field marked data-date take the day as people write it. */
export function dates(root) {
  root.querySelectorAll('input[data-date]').forEach(field => field.addEventListener('change', () => {
    field.value = isoDate(field.value);
  }));
}
