// The webapps draw their pages while their texts are still on the way, and show the keys until these arrive.
// They look into their own store first: what lies there before they start is there at the first stroke.

export async function keepTexts() {
  try {
    const base = document.querySelector('base');
    const texts = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
    const answer = await fetch(`${texts}zh.json?bust=${window.bust}`);
    if (answer.ok) {
      const store = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
      store[`${texts}_locales_data_zh_${window.bust}`] = JSON.stringify(await answer.json());
      window.localStorage.setItem('camunda-web', JSON.stringify(store));
    }
  } catch {
    // The webapp asks once more itself, and says so when the texts cannot be had.
  }
}
