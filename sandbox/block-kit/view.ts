import { type Fields, isFields, listAt } from '../slack/fields.ts';
import { blockList, elementsOf, withInner } from './block-list.ts';
import { boolean, byType, shape, string } from './checks.ts';
import { type Place, placeIn } from './place.ts';
import { plainText } from './text.ts';

const MAX_BYTES = 250_000;

const required = { blocks: blockList(100, 1) } as const;
const optional = {
  private_metadata: string(3000, 0),
  callback_id: string(255),
  external_id: string(255, 0),
} as const;

const view = byType('view', {
  home: shape(required, optional),
  modal: shape(
    { ...required, title: plainText(24) },
    {
      ...optional,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
    submitBesideInputs,
  ),
});

/** What is wrong with a modal or a Home tab. Source: docs.slack.dev/surfaces/modals */
export function violationsOfView(payload: unknown): string[] {
  const found: string[] = [];
  const kind = isFields(payload) && payload.type === 'home' ? 'home' : 'modal';
  const at = placeIn(kind, found);
  view(payload, at);
  if (!isFields(payload)) return found;
  const bytes = Buffer.byteLength(JSON.stringify(payload));
  if (bytes > MAX_BYTES) at.report(`view is ${bytes} bytes, at most ${MAX_BYTES} fit`);
  const focused = withInner(listAt(payload, 'blocks'))
    .flatMap(elementsOf)
    .filter((element) => element.focus_on_load === true);
  if (focused.length > 1) at.report('has more than one element with focus_on_load');
  return found;
}

function submitBesideInputs(fields: Fields, at: Place): void {
  const hasInput = listAt(fields, 'blocks').some((block) => block.type === 'input');
  if (hasInput && fields.submit === undefined) at.report('has an input and no submit');
}
