import { type Fields, fieldsAt, listAt, textAt } from '../slack/fields.ts';

/**
 * What is wrong with a Work Object; `urls`: of the links that it may stand under, none for a flexpane.
 * Source: docs.slack.dev/messaging/work-objects-implementation
 */
export function violationsOfEntity(entity: Fields, urls: readonly string[] = []): string[] {
  const payload = fieldsAt(entity, 'entity_payload') ?? {};
  const attributes = fieldsAt(payload, 'attributes') ?? {};
  const fields = listAt(payload, 'custom_fields');
  const keys = fields.map((field) => textAt(field, 'key') ?? '');
  const buttons = listAt(fieldsAt(payload, 'actions') ?? {}, 'primary_actions');
  const unfurlUrl = textAt(entity, 'app_unfurl_url');
  const isPlaced = urls.length === 0 ? unfurlUrl === undefined : urls.includes(unfurlUrl ?? '');
  const checks: readonly (readonly [string, boolean])[] = [
    ['has no url', (textAt(entity, 'url') ?? '') !== ''],
    ['has no external_ref', textAt(fieldsAt(entity, 'external_ref') ?? {}, 'id') !== undefined],
    ['is of another type', entity.entity_type === 'slack#/entities/item'],
    ['stands under no link', isPlaced],
    ['is an item with fields', payload.fields === undefined],
    ['has no title', (textAt(fieldsAt(attributes, 'title') ?? {}, 'text') ?? '') !== ''],
    ['has a key twice', new Set(keys).size === keys.length],
    ['orders other keys', JSON.stringify(payload.display_order) === JSON.stringify(keys)],
    ['has a field without a label', fields.every((field) => (textAt(field, 'label') ?? '') !== '')],
    [
      'has a button without a spoken label',
      buttons.every((button) => isLabel(textAt(button, 'accessibility_label'))),
    ],
  ];
  return checks.filter(([, holds]) => !holds).map(([rule]) => `entity ${rule}`);
}

/** The limit is that of a button in a message (docs.slack.dev/reference/block-kit/block-elements/button-element). */
const isLabel = (text = ''): boolean => text.length > 0 && text.length <= 75;
