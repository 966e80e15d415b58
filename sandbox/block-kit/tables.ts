import type { Fields } from '../slack/fields.ts';
import { boolean, byType, integer, listOf, oneOf, shape, string } from './checks.ts';
import type { Check, Place } from './place.ts';
import { richTextShape } from './rich-text.ts';

const number: Check = (value, at) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) at.report('must be a number');
};

const cell = byType('table cell', {
  rich_text: richTextShape,
  raw_text: shape({ text: string(10_000) }),
  raw_number: shape({ value: number, text: string(10_000) }),
});

const column: Check = shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean });

/** Source: docs.slack.dev/reference/block-kit/blocks/table-block */
export const table: Check = shape(
  { rows: listOf(listOf(cell, 20), 100) },
  { column_settings: listOf(column, 20), block_id: string(255) },
);

function equalColumns(fields: Fields, at: Place): void {
  const rows = Array.isArray(fields.rows) ? fields.rows.filter(Array.isArray) : [];
  if (new Set(rows.map((row) => row.length)).size > 1) at.report('has rows of different lengths');
}

/** A header row and 1 to 200 rows. Source: docs.slack.dev/reference/block-kit/blocks/data-table-block */
export const dataTable: Check = shape(
  { rows: listOf(listOf(cell, 20), 201, 2), caption: string(3000) },
  { page_size: integer(1, 100), row_header_column_index: integer(0, 19), block_id: string(255) },
  equalColumns,
);
