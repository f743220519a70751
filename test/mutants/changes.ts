import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import type { Change, Mutant } from './mutant.ts';
import { sqlChanges } from './sql-changes.ts';

/** What stands beside a word in a union of words: `'late'` → `'on-time'`. */
export type Siblings = ReadonlyMap<string, string>;

const swaps: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&&': '||',
  '||': '&&',
};

/** Every change of one token that this file offers, in the order in which they stand. Whether it compiles is not asked. */
export function changesOf(file: string, source: string, siblings: Siblings): readonly Mutant[] {
  const found: Change[] = [];
  const fixed: Range[] = [];
  const text = (node: Range): string => source.slice(node.start, node.end);
  const change = (node: Range, now: string): void => {
    found.push({ start: node.start, end: node.end, now });
  };

  function operator(node: ESTree.BinaryExpression | ESTree.LogicalExpression): void {
    const now = swaps[node.operator];
    const start = source.indexOf(node.operator, node.left.end);
    if (now !== undefined) change({ start, end: start + node.operator.length }, now);
    if (node.operator === '??') change(node, `(${text(node.right)})`);
  }

  function condition(test: Range): void {
    change(test, `!(${text(test)})`);
  }

  new Visitor({
    TSLiteralType: (node) => fixed.push(node),
    ImportDeclaration: (node) => fixed.push(node),
    BinaryExpression: operator,
    LogicalExpression: operator,
    IfStatement: ({ test }) => condition(test),
    WhileStatement: ({ test }) => condition(test),
    ConditionalExpression({ test, consequent, alternate }) {
      condition(test);
      change({ start: consequent.start, end: alternate.end }, `${text(alternate)} : ${text(consequent)}`);
    },
    UnaryExpression(node) {
      if (node.operator === '!') change(node, text(node.argument));
    },
    AwaitExpression: (node) => change(node, text(node.argument)),
    ExpressionStatement(node) {
      const called = node.expression.type === 'AwaitExpression' ? node.expression.argument : node.expression;
      if (called.type === 'CallExpression') change(node, ';');
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const dropped = ['toReversed', 'toSorted', 'sort', 'reverse', 'trim'].includes(callee.property.name);
      if (dropped) change(node, text(callee.object));
    },
    Literal(node) {
      if (typeof node.value === 'boolean') change(node, String(!node.value));
      if (typeof node.value === 'number') {
        change(node, String(node.value + 1));
        if (node.value > 0) change(node, String(node.value - 1));
      }
      if (typeof node.value !== 'string') return;
      const sibling = siblings.get(node.value);
      if (sibling === undefined) found.push(...sqlChanges(text(node), node.start));
      else change(node, `'${sibling}'`);
    },
    TemplateElement: (node) => found.push(...sqlChanges(text(node), node.start)),
  }).visit(parsed(file, source));

  const free = found.filter((one) => !fixed.some(({ start, end }) => start <= one.start && one.end <= end));
  return free
    .map((one) => ({ ...one, file, line: lineAt(source, one.start), was: text(one) }))
    .toSorted((a, b) => a.start - b.start);
}

/** The words of every union of words in these files, each with the next one of its union. */
export function siblingsIn(files: Iterable<readonly [string, string]>): Siblings {
  const siblings = new Map<string, string>();
  for (const [file, source] of files) {
    new Visitor({
      TSUnionType({ types }) {
        const words = types.flatMap((type) =>
          type.type === 'TSLiteralType' && 'value' in type.literal && typeof type.literal.value === 'string'
            ? [type.literal.value]
            : [],
        );
        pairUp(words, siblings);
      },
      ArrayExpression({ elements }) {
        const words = elements.flatMap((one) =>
          one?.type === 'Literal' && typeof one.value === 'string' ? [one.value] : [],
        );
        if (words.length === elements.length) pairUp(words, siblings);
      },
    }).visit(parsed(file, source));
  }
  return siblings;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function pairUp(words: readonly string[], siblings: Map<string, string>): void {
  if (words.length < 2 || words.includes('')) return;
  words.forEach((word, at) => siblings.set(word, words[(at + 1) % words.length] ?? word));
}

function parsed(file: string, source: string): ESTree.Program {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  return program;
}

const lineAt = (source: string, at: number): number => source.slice(0, at).split('\n').length;
