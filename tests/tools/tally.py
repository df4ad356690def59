"""Counting for the checkers: every one ends with the line `N passed, M failed`, which tests/run reads."""

import sys


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def expect(self, holds, text):
        """One expectation; the text says what was seen and is printed where it does not hold."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f'FAILED: {text}', flush=True)
        return holds

    def finish(self):
        print(f'{self.passed} passed, {self.failed} failed', flush=True)
        sys.exit(1 if self.failed else 0)
