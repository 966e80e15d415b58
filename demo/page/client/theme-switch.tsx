import { useTheme } from './use-theme.ts';

/** Light or dark: as the system says until somebody presses this. */
export function ThemeSwitch() {
  const [theme, choose] = useTheme();
  const isDark = theme === 'dark';
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isDark}
      className="switch"
      onClick={() => choose(isDark ? 'light' : 'dark')}
    >
      Dark mode
    </button>
  );
}
