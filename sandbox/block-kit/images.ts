import type { Fields } from '../slack/fields.ts';
import { shape, string, webAddress } from './checks.ts';
import type { Check, Place } from './place.ts';
import { plainText } from './text.ts';

const slackFile: Check = shape({}, { id: string(255), url: webAddress }, (fields, at) => {
  if ((fields.id === undefined) === (fields.url === undefined)) at.report('needs either an id or a url');
});

const sources = { image_url: webAddress, slack_file: slackFile } as const;

function oneSource(fields: Fields, at: Place): void {
  if ((fields.image_url === undefined) === (fields.slack_file === undefined)) {
    at.report('needs either image_url or slack_file');
  }
}

/** Source: docs.slack.dev/reference/block-kit/block-elements/image-element */
export const imageElement: Check = shape({ alt_text: string(2000) }, sources, oneSource);

export const imageBlock: Check = shape(
  { alt_text: string(2000) },
  { ...sources, title: plainText(2000), block_id: string(255) },
  oneSource,
);
