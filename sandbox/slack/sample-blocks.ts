/** Small blocks for the tests of the rules to spoil. */
export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const button = (extra: object = {}) => ({
  type: 'button',
  action_id: 'go',
  text: plain('Go'),
  ...extra,
});
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const section = (extra: object = {}) => ({ type: 'section', text: mrkdwn('A card'), ...extra });
export const option = (extra: object = {}) => ({ text: plain('One'), value: '1', ...extra });
export const menu = (extra: object = {}) => ({
  type: 'static_select',
  action_id: 'pick',
  options: [option()],
  ...extra,
});
export const image = (extra: object = {}) => ({
  type: 'image',
  image_url: 'https://a.example/1.png',
  alt_text: 'x',
  ...extra,
});
export const text = (elements: object[]) => ({ type: 'rich_text', elements });
export const richSection = (...elements: object[]) => text([{ type: 'rich_text_section', elements }]);
export const row = (...cells: string[]) => cells.map((cell) => ({ type: 'raw_text', text: cell }));
export const x = (length: number) => 'x'.repeat(length);
export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_one, index) => make(index));

export const message = (...blocks: object[]) => ({ text: 'A card', blocks });
