import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FeeRule, feeRule } from '../../../shared/domain/catalogue/procedure.ts';
import {
  certifiedCopyVnd,
  channelOf,
  chosenFee,
  feeChoiceOf,
  feeOf,
} from '../../../shared/domain/dossier/fee.ts';

const byPages = {
  kind: 'certified-pages',
  firstPages: 2,
  firstVnd: 2000,
  nextVnd: 1000,
  capVnd: 200_000,
} as const;

describe('a certified copy', () => {
  test.each([
    { pages: 1, vnd: 2000 },
    { pages: 2, vnd: 4000 },
    { pages: 3, vnd: 5000 },
    { pages: 6, vnd: 8000 },
    { pages: 198, vnd: 200_000 },
    { pages: 199, vnd: 200_000 },
    { pages: 9999, vnd: 200_000 },
  ])('of $pages pages costs $vnd đ', ({ pages, vnd }) => expect(certifiedCopyVnd(byPages, pages)).toBe(vnd));

  test('costs more the more pages it has, and never more than the cap', () => {
    const count = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
        return (
          certifiedCopyVnd(byPages, fewer) <= certifiedCopyVnd(byPages, more) &&
          certifiedCopyVnd(byPages, more) <= byPages.capVnd
        );
      }),
    );
  });
});

test.each<{
  name: string;
  rule: FeeRule;
  copiesWanted?: number;
  enteredVnd?: number;
  channel?: 'direct' | 'online' | 'post';
  total: number | null;
}>([
  {
    name: 'by copy',
    rule: { kind: 'per-copy', amountVnd: 8000, unit: 'bản sao' },
    copiesWanted: 3,
    total: 24_000,
  },
  { name: 'once a dossier', rule: { kind: 'flat', amountVnd: 20_000 }, copiesWanted: 3, total: 20_000 },
  {
    name: 'once a dossier, online',
    rule: { kind: 'flat', amountVnd: 20_000, onlineVnd: 10_000 },
    channel: 'online',
    total: 10_000,
  },
  {
    name: 'by post, as at the desk',
    rule: { kind: 'flat', amountVnd: 20_000, onlineVnd: 10_000 },
    channel: 'post',
    total: 20_000,
  },
  {
    name: 'online where the edition says nothing of it',
    rule: { kind: 'per-copy', amountVnd: 8000, unit: 'bản' },
    channel: 'online',
    total: 8000,
  },
  { name: 'free', rule: { kind: 'flat', amountVnd: 0 }, total: 0 },
  { name: 'set by the province', rule: { kind: 'set-locally', note: '' }, total: null },
  {
    name: 'set by the province, entered',
    rule: { kind: 'set-locally', note: '' },
    enteredVnd: 15_000,
    total: 15_000,
  },
])('$name', ({ rule, copiesWanted = 1, enteredVnd = null, channel = 'direct', total }) =>
  expect(feeOf(rule, { rows: [], copiesWanted, enteredVnd, channel, choice: null }).totalVnd).toBe(total),
);

test('rows are charged one by one: 3 copies of 1 page and 2 of 6 pages are 22.000 đ', () =>
  expect(
    feeOf(byPages, {
      rows: [
        { pages: 1, copies: 3 },
        { pages: 6, copies: 2 },
      ],
      copiesWanted: 1,
      channel: 'direct',
      choice: null,
      enteredVnd: null,
    }),
  ).toEqual({
    lines: [
      { perCopyVnd: 2000, copies: 3, vnd: 6000 },
      { perCopyVnd: 8000, copies: 2, vnd: 16_000 },
    ],
    totalVnd: 22_000,
  }));

describe('several fees', () => {
  const free = { kind: 'flat', amountVnd: 0 } as const;
  const choice = { condition: '', channels: [], usual: false, fee: free };
  const byChannel: FeeRule = {
    kind: 'choices',
    choices: [
      {
        ...choice,
        key: 'direct',
        label: 'Nộp trực tiếp',
        channels: ['direct', 'post'],
        usual: true,
        fee: { ...free, amountVnd: 15_000 },
      },
      {
        ...choice,
        key: 'online',
        label: 'Nộp trực tuyến',
        channels: ['online'],
        usual: true,
        fee: { ...free, amountVnd: 7000 },
      },
      { ...choice, key: 'exempt-poor', label: 'Miễn lệ phí', condition: 'Người thuộc hộ nghèo' },
    ],
  };
  const byLateness: FeeRule = {
    kind: 'choices',
    choices: [
      { ...choice, key: 'on-time', label: 'Đúng hạn' },
      { ...choice, key: 'late', label: 'Quá hạn', fee: { kind: 'set-locally', note: '' } },
    ],
  };
  test.each<{
    name: string;
    rule: FeeRule;
    choice: string | null;
    channel: 'direct' | 'online' | 'post';
    key: string | null;
    total: number | null;
    entered?: number;
  }>([
    {
      name: 'the usual one of the counter',
      rule: byChannel,
      choice: null,
      channel: 'direct',
      key: 'direct',
      total: 15_000,
    },
    {
      name: 'by post as at the counter',
      rule: byChannel,
      choice: null,
      channel: 'post',
      key: 'direct',
      total: 15_000,
    },
    {
      name: 'the usual one of what is handed in online',
      rule: byChannel,
      choice: null,
      channel: 'online',
      key: 'online',
      total: 7000,
    },
    {
      name: 'the one that was chosen',
      rule: byChannel,
      choice: 'online',
      channel: 'direct',
      key: 'online',
      total: 7000,
    },
    {
      name: 'nothing, for a reason',
      rule: byChannel,
      choice: 'exempt-poor',
      channel: 'direct',
      key: 'exempt-poor',
      total: 0,
    },
    {
      name: 'not known while nobody says whether it is late',
      rule: byLateness,
      choice: null,
      channel: 'direct',
      key: null,
      total: null,
    },
    {
      name: 'nothing in time',
      rule: byLateness,
      choice: 'on-time',
      channel: 'direct',
      key: 'on-time',
      total: 0,
    },
    {
      name: 'late, set by the province',
      rule: byLateness,
      choice: 'late',
      channel: 'direct',
      key: 'late',
      total: null,
    },
    {
      name: 'late, as entered',
      rule: byLateness,
      choice: 'late',
      channel: 'direct',
      key: 'late',
      total: 5000,
      entered: 5000,
    },
    {
      name: 'none for a key of another edition',
      rule: byChannel,
      choice: 'half',
      channel: 'direct',
      key: null,
      total: null,
    },
  ])('$name', ({ rule, choice, channel, key, total, entered }) => {
    const request = { rows: [], copiesWanted: 1, enteredVnd: entered ?? null, choice, channel };
    expect(feeChoiceOf(rule, request)?.key ?? null).toBe(key);
    expect(feeOf(rule, request).totalVnd).toBe(total);
  });

  test('the one for what is handed in online says that it was; any other leaves the channel', () => {
    expect([
      ...['online', 'direct', 'exempt-poor'].map((choice) =>
        channelOf(feeChoiceOf(byChannel, { choice, channel: 'direct' }), 'direct'),
      ),
      channelOf(null, 'post'),
    ]).toEqual(['online', 'direct', 'direct', 'post']);
  });

  test('are kept with their reason and without their amount', () => {
    expect(chosenFee(feeChoiceOf(byChannel, { choice: 'exempt-poor', channel: 'direct' }))).toEqual({
      key: 'exempt-poor',
      label: 'Miễn lệ phí',
      condition: 'Người thuộc hộ nghèo',
    });
  });

  test('never share a key', () => {
    const [one] = byLateness.kind === 'choices' ? byLateness.choices : [];
    expect(feeRule.safeParse({ kind: 'choices', choices: [one, one] }).success).toBe(false);
    expect(feeRule.safeParse(byLateness).success).toBe(true);
  });
});
