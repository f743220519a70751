import { describe, expect, test } from 'vitest';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { absent, type DossierState, isPetition } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../../../shared/domain/dossier/dossier-events.ts';
import { evolve } from '../../../shared/domain/dossier/evolve.ts';
import { type Draft, emptyDraft } from '../../../shared/domain/intake/draft.ts';
import {
  draftOfPetition,
  lapsePetition,
  petitionClosed,
  refuseIntake,
  requestSupplement,
  slipItems,
} from '../../../shared/domain/intake/petition.ts';
import { seedCatalogue } from '../../../shared/seed/editions.ts';
import { aReceivedDossier } from '../dossier/example.ts';

const id = '0197a000-0000-7000-8000-000000000002';
const at = moment('2026-11-20T09:00');
const later = moment('2026-11-23T10:15');
const procedure = seedCatalogue().procedures.find(({ code }) => code === '1.000656') ?? null;
const papers = procedure?.papers ?? [];
const asked = { at, reason: '', more: [] };

/** A form with every paper ticked but the first required one. */
const draft = (part: Partial<Draft> = {}, applicant: Partial<Draft['applicant']> = {}): Draft => ({
  ...emptyDraft(id),
  procedureCode: '1.000656',
  papers: papers.map((paper, n) => ({
    ...paper,
    ticked: n !== papers.findIndex(({ required }) => required),
  })),
  ...part,
  applicant: { ...emptyDraft(id).applicant, name: ' Khuất  Thị Lan ', phone: '0912345678', ...applicant },
});
const missing = papers.find(({ required }) => required)?.name ?? '';

let seq = 0;
const after = (state: DossierState, fact: DossierFact | null): DossierState => {
  if (fact === null) return state;
  seq += 1;
  const origin = { device: 'd1', epoch: 1, seq, actor: 'trang', role: 'reception', at: '' } as const;
  return evolve(state, fact, origin);
};
const factOf = <T>(decided: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
};
const waiting = () => after(absent, factOf(requestSupplement(absent, draft(), procedure, asked)));
const refused = () =>
  after(absent, factOf(refuseIntake(absent, draft(), procedure, { at, reason: 'Thuộc xã khác' })));
const lapsed = () => after(waiting(), factOf(lapsePetition(waiting(), at)));
const received = () => after(absent, { type: 'dossier.received', dossier: id, body: aReceivedDossier() });

describe('what a supplement slip lists', () => {
  test('every required paper that is unticked, also one only shown, then the officer’s lines; nothing twice', () => {
    const one = draft({
      papers: papers.map((paper) => ({ ...paper, ticked: false })),
    });
    const required = papers.filter((paper) => paper.required).map(({ name }) => name);
    expect(slipItems(one, ['  Sổ hộ khẩu ', '', required[0] ?? ''])).toEqual([...required, 'Sổ hộ khẩu']);
  });

  test('what is asked for only where there is any is not demanded', () => {
    const optional = papers.filter((paper) => !paper.required).map(({ name }) => name);
    const items = slipItems(draft({ papers: papers.map((paper) => ({ ...paper, ticked: false })) }), []);
    expect(items.filter((name) => optional.includes(name))).toEqual([]);
  });
});

describe('form 02 at the counter', () => {
  test('the fact names whom, what for and everything that is missing, and starts no clock', () => {
    const decided = requestSupplement(absent, draft(), procedure, {
      at,
      reason: ' Thiếu giấy ',
      more: ['Ảnh 4x6'],
    });
    expect(decided).toMatchObject({
      ok: true,
      value: {
        type: 'intake.supplementRequested',
        dossier: id,
        body: {
          at,
          applicant: { name: 'Khuất Thị Lan', phone: '0912345678' },
          procedure: { code: '1.000656', name: procedure?.name },
          items: [missing, 'Ảnh 4x6'],
          reason: 'Thiếu giấy',
        },
      },
    });
    expect(waiting()).toMatchObject({
      status: 'intakeSupplement',
      items: [missing],
      askedBy: 'trang',
      slips: 1,
    });
  });

  test('the same words again, at whatever hour, are one fact; other words are a second slip', () => {
    expect(requestSupplement(waiting(), draft(), procedure, { ...asked, at: later })).toEqual({
      ok: true,
      value: null,
    });
    const more = requestSupplement(waiting(), draft(), procedure, { ...asked, more: ['Ảnh'] });
    expect(after(waiting(), factOf(more))).toMatchObject({ slips: 2, items: [missing, 'Ảnh'] });
  });

  test.each([
    { name: 'no name', one: () => draft({}, { name: ' ' }), code: 'no-name' },
    { name: 'an 11-digit number', one: () => draft({}, { idNumber: '00118901234' }), code: 'id-length' },
    { name: 'a phone of 7 digits', one: () => draft({}, { phone: '0912345' }), code: 'phone-length' },
    {
      name: 'nothing listed',
      one: () => draft({ papers: papers.map((paper) => ({ ...paper, ticked: true })) }),
      code: 'nothing-listed',
    },
  ])('$name is refused', ({ one, code }) => {
    expect(requestSupplement(absent, one(), procedure, asked)).toMatchObject({
      ok: false,
      error: [{ code }],
    });
  });

  test('more lines than the slip takes are refused, not cut', () => {
    const more = Array.from({ length: 60 }, (_, n) => `Giấy ${n}`);
    expect(requestSupplement(absent, draft(), procedure, { ...asked, more })).toMatchObject({
      ok: false,
      error: [{ code: 'bad-input', field: 'more' }],
    });
  });

  test.each([
    { name: 'no procedure', code: null, expected: 'no-procedure' },
    { name: 'one that today’s catalogue does not have', code: '9.999999', expected: 'procedure-unknown' },
  ])('$name is refused by name', ({ code, expected }) => {
    expect(requestSupplement(absent, draft({ procedureCode: code }), null, asked)).toMatchObject({
      ok: false,
      error: [{ code: expected }],
    });
  });
});

describe('form 03', () => {
  test('carries the officer’s reason, and also ends a petition that waited', () => {
    expect(refused()).toMatchObject({ status: 'refused', reason: 'Thuộc xã khác' });
    const words = { at: later, reason: 'Không đủ điều kiện' };
    const ended = after(waiting(), factOf(refuseIntake(waiting(), draft(), procedure, words)));
    expect(ended).toMatchObject({ status: 'refused', slips: 2, items: [missing] });
  });

  test.each(['', '   ', '\n'])('a blank reason (%j) is none', (reason) => {
    expect(refuseIntake(absent, draft(), procedure, { at, reason })).toMatchObject({
      ok: false,
      error: [{ code: 'reason-missing', field: 'reason' }],
    });
  });

  test('the same refusal again is one fact, another reason afterwards is not taken', () => {
    const same = { at: later, reason: 'Thuộc xã khác' };
    expect(refuseIntake(refused(), draft(), procedure, same)).toEqual({ ok: true, value: null });
    expect(refuseIntake(refused(), draft(), procedure, { ...same, reason: 'Khác' })).toMatchObject({
      ok: false,
      error: [{ code: 'petition-closed' }],
    });
  });
});

test.each([
  { name: 'accepted', state: received, code: 'already-accepted' },
  { name: 'refused', state: refused, code: 'petition-closed' },
  { name: 'lapsed', state: lapsed, code: 'petition-closed' },
])('once it is $name nothing more is asked for', ({ state, code }) => {
  expect(requestSupplement(state(), draft(), procedure, asked)).toMatchObject({
    ok: false,
    error: [{ code }],
  });
});

describe('a petition that nobody came back for', () => {
  test('lapses, once', () => {
    expect(lapsed()).toMatchObject({ status: 'lapsed' });
    expect(lapsePetition(lapsed(), later)).toEqual({ ok: true, value: null });
  });

  test.each([
    { name: 'unknown', state: () => absent, code: 'petition-unknown' },
    { name: 'received meanwhile', state: received, code: 'petition-unknown' },
    { name: 'refused', state: refused, code: 'petition-closed' },
  ])('does not lapse when it is $name', ({ state, code }) => {
    expect(lapsePetition(state(), at)).toMatchObject({ ok: false, error: [{ code }] });
  });
});

test('only a petition that waits can still be received', () => {
  expect(petitionClosed(absent)).toBeNull();
  expect(petitionClosed(waiting())).toBeNull();
  expect(petitionClosed(refused())).toMatchObject({ code: 'petition-closed' });
  expect(petitionClosed(lapsed())).toMatchObject({ code: 'petition-closed' });
});

const again = (found: typeof procedure): Draft => {
  const state = waiting();
  if (!isPetition(state)) throw new Error('It does not wait');
  return draftOfPetition(state, found);
};

describe('the form at a desk where it was not typed', () => {
  test('brings person and procedure, with the listed papers unticked', () => {
    expect(again(procedure)).toMatchObject({
      id,
      applicant: { name: 'Khuất Thị Lan', phone: '0912345678' },
      procedureCode: '1.000656',
    });
    expect(slipItems(again(procedure), [])).toEqual([missing]);
  });

  test('brings the person when the catalogue has the procedure no more', () => {
    expect(again(null)).toMatchObject({ applicant: { name: 'Khuất Thị Lan' }, papers: [] });
  });
});
