import { parseSync } from 'oxc-parser';
import { type Fields, fieldsAt, isFields, listAt, textAt } from '../../sandbox/slack/fields.ts';
import { fileText } from './project.ts';

/** A regular expression of a source file. */
export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression of a file: literals, and `RegExp(…)` of texts that the file itself spells out. Throws on any other. */
export function patternsIn(file: string): Pattern[] {
  const { program, errors } = parseSync(file, fileText(file));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const nodes = nodesBelow(program);
  const constants = new Map(
    nodes
      .filter(({ type }) => type === 'VariableDeclarator')
      .map((node) => [textAt(fieldsAt(node, 'id') ?? {}, 'name') ?? '', fieldsAt(node, 'init') ?? {}]),
  );
  return nodes.flatMap((node) => {
    const literal = fieldsAt(node, 'regex');
    if (literal !== undefined)
      return [{ file, source: textAt(literal, 'pattern') ?? '', flags: textAt(literal, 'flags') ?? '' }];
    if (textAt(fieldsAt(node, 'callee') ?? {}, 'name') !== 'RegExp') return [];
    const [source, flags] = listAt(node, 'arguments').map((argument) => textOf(argument, constants));
    if (source === undefined)
      throw new Error(`${file}: a RegExp is made of what the file does not spell out`);
    return [{ file, source, flags: flags ?? '' }];
  });
}

function nodesBelow(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(nodesBelow);
  return isFields(value) ? [value, ...Object.values(value).flatMap(nodesBelow)] : [];
}

/** What a text is at run time: a literal, a constant of the file, or a template of these. */
function textOf(node: Fields, constants: ReadonlyMap<string, Fields>): string | undefined {
  switch (node.type) {
    case 'Literal':
      return textAt(node, 'value');
    case 'Identifier': {
      const value = constants.get(textAt(node, 'name') ?? '');
      return value === undefined ? undefined : textOf(value, constants);
    }
    case 'TemplateLiteral': {
      const values = listAt(node, 'expressions').map((expression) => textOf(expression, constants));
      const texts = listAt(node, 'quasis').map((quasi) => textAt(fieldsAt(quasi, 'value') ?? {}, 'cooked'));
      if (values.includes(undefined)) return undefined;
      return texts.map((text, nth) => `${text}${values[nth] ?? ''}`).join('');
    }
    default:
      return undefined;
  }
}
