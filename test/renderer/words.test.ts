import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dueChipOf } from '../../renderer/parts/due-chip.tsx';
import { readBirthDate, readMoment } from '../../renderer/parts/typed-values.ts';
import { pillWords } from '../../renderer/sync/pill-words.ts';
import { day, moment } from '../../shared/domain/base/local-date.ts';
import type { SyncPill } from '../../shared/domain/sync/sync-pill.ts';
import { en } from '../../shared/text/en.ts';
import { vi } from '../../shared/text/vi.ts';
import { now, rows } from './support/sample.ts';

test.each<{ pill: SyncPill; text: string }>([
  { pill: { kind: 'all-sent', queue: 0 }, text: 'Đã gửi hết' },
  { pill: { kind: 'waiting', queue: 2 }, text: '2 chờ gửi' },
  { pill: { kind: 'sending', queue: 202, done: 12, total: 214 }, text: 'Đang gửi 12/214' },
  { pill: { kind: 'offline', queue: 6, since: now }, text: 'Không có mạng · 6 chờ gửi' },
  { pill: { kind: 'offline', queue: 0, since: now }, text: 'Không có mạng' },
  { pill: { kind: 'server-busy', queue: 1284 }, text: 'Máy chủ bận · 1.284 chờ gửi' },
  { pill: { kind: 'review', queue: 0, count: 1 }, text: '1 cần xem' },
  { pill: { kind: 'risk', queue: 3, risk: 'backup' }, text: 'Cần xử lý: sao lưu · 3 chờ gửi' },
])('the pill says "$text"', ({ pill, text }) => {
  expect(pillWords(pill, vi).text).toBe(text);
});

test.each([
  { name: 'overdue', part: { overdueDays: 2 }, text: 'Quá 2 ngày' },
  { name: 'an hour and more', part: { shownDueAt: moment('2025-05-20T11:30') }, text: 'Còn 1 giờ 48' },
  { name: 'minutes', part: { shownDueAt: moment('2025-05-20T10:00') }, text: 'Còn 18 phút' },
  { name: 'past its hour today', part: { shownDueAt: moment('2025-05-20T09:00') }, text: 'Quá giờ hẹn' },
  { name: 'later today', part: { shownDueAt: moment('2025-05-20T16:30') }, text: 'Hôm nay' },
  { name: 'tomorrow', part: { shownDueAt: moment('2025-05-21T08:00') }, text: 'Còn 1 ngày' },
  { name: 'ready, however late', part: { status: 'resultReady' as const, overdueDays: 3 }, text: 'Chờ trả' },
])('a chip for a dossier that is $name: $text', ({ part, text }) => {
  const [row] = rows;
  expect(row && dueChipOf({ ...row, overdueDays: 0, ...part }, now, vi.chip).text).toBe(text);
});

describe('what officers type', () => {
  const today = day('2025-05-20');
  test.each([
    { text: '12031989', id: '', date: '1989-03-12' },
    { text: '12/3/1989', id: '', date: '1989-03-12' },
    { text: '120389', id: '', date: '1989-03-12' },
    { text: '120319', id: '', date: '2019-03-12' },
    { text: '031989', id: '', date: '1989-03' },
    { text: '1989', id: '', date: '1989' },
    { text: '1203', id: '001089012345', date: '1989-03-12' },
    { text: '12/3', id: '001089012345', date: '1989-03-12' },
    { text: '1203', id: '', date: null },
    { text: '3113', id: '001089012345', date: null },
    { text: '29022023', id: '', date: null },
    { text: '12032030', id: '', date: null },
    { text: 'hôm qua', id: '', date: null },
  ])('birth date "$text" is $date', ({ text, id, date }) => {
    expect(readBirthDate(text, id, today)).toBe(date);
  });

  test.each([
    { date: '2105', time: '16:30', at: '2025-05-21T16:30' },
    { date: '21/5', time: '9', at: '2025-05-21T09:00' },
    { date: '01/02', time: '0930', at: '2026-02-01T09:30' },
    { date: '01/02/26', time: '16:30', at: '2026-02-01T16:30' },
    { date: '3102', time: '16:30', at: null },
    { date: '2105', time: '25:00', at: null },
  ])('due day "$date" "$time" is $at', ({ date, time, at }) => {
    expect(readMoment(date, time, now)).toBe(at);
  });
});

/** Every string of a catalogue with the path that leads to it. */
function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();

test('both catalogues fill the same places in every sentence', () => {
  const english = new Map(leaves(en));
  for (const [path, text] of leaves(vi)) {
    expect({ path, places: places(english.get(path) ?? '') }).toEqual({ path, places: places(text) });
  }
});

test('no exclamation marks, no blame, no computer words on the screens', () => {
  for (const [, text] of leaves(vi))
    expect(text).not.toMatch(/!|Vui lòng|Bạn |đồng bộ thất bại|push|pull|server/i);
});

describe('colours', () => {
  const css = readFileSync(join(import.meta.dirname, '../../renderer/tokens.css'), 'utf8');
  const light = tokensIn(/:root \{([^}]*)\}/);
  const themes = {
    light,
    dark: { ...light, ...tokensIn(/\[data-theme="dark"\] \{([^}]*)\}/) },
    contrast: { ...light, ...tokensIn(/\[data-theme="contrast"\] \{([^}]*)\}/) },
  };
  const texts = [
    ['text', 'surface'],
    ['text', 'bg'],
    ['text-2', 'surface'],
    ['text-2', 'bg'],
    ['text-2', 'surface-2'],
    ['primary', 'surface'],
    ['on-primary', 'primary'],
    ['on-chrome', 'chrome'],
    ['on-chrome-2', 'chrome-2'],
    ['late', 'late-bg'],
    ['today', 'today-bg'],
    ['ok', 'ok-bg'],
    ['wait', 'wait-bg'],
    ['idle', 'idle-bg'],
    ['on-late', 'late-solid'],
    ['text', 'field-on'],
    ['text-2', 'field-on'],
  ] as const;
  const edges = [
    ['line-strong', 'surface'],
    ['focus', 'surface'],
    ['focus', 'field-on'],
    ['focus-chrome', 'chrome'],
    ['late-solid', 'surface'],
    ['ok-solid', 'surface'],
    ['wait-solid', 'surface'],
  ] as const;

  test.each(Object.entries(themes))(
    'in the %s theme every text has 4.5 and every edge 3',
    (_name, tokens) => {
      const tooLow = [
        ...texts.filter((pair) => contrast(tokens, pair) < 4.5),
        ...edges.filter((pair) => contrast(tokens, pair) < 3),
      ];
      expect(tooLow).toEqual([]);
    },
  );

  function tokensIn(block: RegExp): Record<string, string> {
    const body = block.exec(css)?.[1] ?? '';
    return Object.fromEntries(
      [...body.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map(([, name, hex]) => [name, hex]),
    );
  }
});

/** The ratio of WCAG. */
function contrast(tokens: Record<string, string>, [a, b]: readonly [string, string]): number {
  const [high, low] = [luminance(tokens[a]), luminance(tokens[b])].toSorted((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(hex = ''): number {
  const full = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(full.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
