import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { inAddress, putInAddress } from './address.ts';

export type Theme = 'light' | 'dark';

const system = window.matchMedia('(prefers-color-scheme: dark)');

/** The theme chosen on the page, or else the system's, also when that changes. The style sheet reads it at the root element. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [chosen, setChosen] = useState(firstTheme);
  const isSystemDark = useSyncExternalStore(
    (changed) => {
      system.addEventListener('change', changed);
      return () => system.removeEventListener('change', changed);
    },
    () => system.matches,
  );
  const theme = chosen ?? (isSystemDark ? 'dark' : 'light');
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const choose = (next: Theme): void => {
    putInAddress('theme', next);
    setChosen(next);
  };
  return [theme, choose];
}

function firstTheme(): Theme | undefined {
  const named = inAddress('theme');
  return named === 'light' || named === 'dark' ? named : undefined;
}
