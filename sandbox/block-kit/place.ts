/** Where blocks can be. A link's preview has narrower rules than the message above it. */
export type SurfaceKind = 'message' | 'modal' | 'home' | 'unfurl';

/** A spot in a payload, by its path, that broken rules are reported at. */
export interface Place {
  readonly surface: SurfaceKind;
  report(problem: string): void;
  at(key: string | number): Place;
}

/** Looks at one value and reports what is wrong with it. */
export type Check = (value: unknown, at: Place) => void;

export function placeIn(surface: SurfaceKind, found: string[], path = ''): Place {
  return {
    surface,
    report: (problem) => found.push(path === '' ? problem : `${path} ${problem}`),
    at: (key) =>
      placeIn(
        surface,
        found,
        typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`,
      ),
  };
}
