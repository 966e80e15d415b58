const signs: Readonly<Record<string, string>> = {
  arrows_counterclockwise: '🔄',
  bust_in_silhouette: '👤',
  busts_in_silhouette: '👥',
  calendar: '📅',
  checkered_flag: '🏁',
  clock3: '🕒',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  key: '🔑',
  large_blue_circle: '🔵',
  large_green_circle: '🟢',
  large_orange_circle: '🟠',
  large_yellow_circle: '🟡',
  lock: '🔒',
  mag: '🔍',
  no_entry: '⛔',
  no_entry_sign: '🚫',
  red_circle: '🔴',
  round_pushpin: '📍',
  spiral_calendar_pad: '🗓️',
  tada: '🎉',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  white_circle: '⚪',
  x: '❌',
};

/** `:key:` as the sign itself; a code that is not known here stays as it is. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (code, name: string) => signs[name] ?? code);
}
