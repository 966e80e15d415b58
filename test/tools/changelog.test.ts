import { describe, expect, test } from 'vitest';
import { notesOf } from '../../tools/changelog.ts';
import { fileText } from '../support/project.ts';

const CHANGELOG = `# Changes

## [Unreleased]

- Newer

## [1.1.0] - 2027-01-02

### Added

- One thing
  that goes on
  - with a part
- Another

## [1.0.0] - 2026-12-01

- First
`;

describe('the notes of a release', () => {
  test('are the section of its version, without its head', () => {
    expect(notesOf(CHANGELOG, '1.0.0')).toBe('- First');
  });

  test('have each entry on one line, because GitHub shows each end of a line', () => {
    expect(notesOf(CHANGELOG, '1.1.0')).toBe(
      '### Added\n\n- One thing that goes on\n  - with a part\n- Another',
    );
  });

  test('can be those of what is not released yet', () => {
    expect(notesOf(CHANGELOG, 'Unreleased')).toBe('- Newer');
  });

  test('are absent for a version that the changelog does not name', () => {
    expect(notesOf(CHANGELOG, '1.0')).toBeUndefined();
  });
});

test('CHANGELOG.md has notes for the version of package.json', () => {
  const { version }: { version: string } = JSON.parse(fileText('package.json'));
  expect(notesOf(fileText('CHANGELOG.md'), version)?.length).toBeGreaterThan(100);
});
