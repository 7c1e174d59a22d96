// 字数 as Word counts it: the same rule as io.huhang.campaign.WordCount on the server.

// Joiners, accents and variation selectors belong to the mark before them.
const INVISIBLE = /[\p{Cf}\p{Mn}]/u;
const BLANK = /[\p{Z}\t-\r\x1C-\x1F]/u;

/** Each Chinese character or full-width mark is one, each run of Latin letters and digits is one. */
export function wordCount(text) {
  let count = 0;
  let inRun = false;
  for (const mark of text) {
    if (INVISIBLE.test(mark)) {
      continue;
    }
    const blank = BLANK.test(mark);
    const wide = !blank && isWide(mark.codePointAt(0));
    if (wide || (!blank && !inRun)) {
      count++;
    }
    inRun = !blank && !wide;
  }
  return count;
}

function isWide(codePoint) {
  return codePoint >= 0x2E80 || (codePoint >= 0x2010 && codePoint <= 0x2027)
    || (codePoint >= 0x2030 && codePoint <= 0x205E) || codePoint === 0x00B7
    || (codePoint >= 0x2460 && codePoint <= 0x27BF);
}
