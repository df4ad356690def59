// Counting for the checkers, the twin of tally.py: every one ends with the line `N passed, M failed`, which tests/run reads.

export const counts = { passed: 0, failed: 0 };

// One expectation; the text says what was seen and is printed where it does not hold.
export function expect(holds, text) {
  if (holds) counts.passed += 1;
  else {
    counts.failed += 1;
    console.log(`FAILED: ${text}`);
  }
  return Boolean(holds);
}

// The words of the command line, of which so many are needed.
export function wordsOf(usage, least = 1) {
  const words = process.argv.slice(2);
  if (words.length < least) {
    console.error(`usage: node ${usage}`);
    process.exit(2);
  }
  return words;
}

export function finish() {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed ? 1 : 0);
}
