// The demo lives in November 2024; pages must call the same moment "today".

/** Milliseconds between the server's time and the browser's; 0 outside the demo. */
export async function demoOffset() {
  try {
    const base = document.querySelector('base').getAttribute('app-root');
    const answer = await fetch(`${base}/app/huhang/clock.json`, { cache: 'no-store' });
    return answer.ok ? (await answer.json()).offsetSeconds * 1000 : 0;
  } catch {
    return 0;
  }
}

export function shiftClock(offset) {
  if (!offset) {
    return;
  }
  const Native = Date;
  const now = () => Native.now() + offset;
  const Shifted = function (...parts) {
    if (!new.target) {
      return new Native(now()).toString();
    }
    return Reflect.construct(Native, parts.length ? parts : [now()], new.target);
  };
  Object.setPrototypeOf(Shifted, Native);
  Shifted.prototype = Native.prototype;
  Shifted.now = now;
  window.Date = Shifted;
}
