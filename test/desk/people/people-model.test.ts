import { expect, test } from 'vitest';
import { openProjections } from '../../../db/dossier/projections.ts';
import { openDatabase } from '../../../db/open.ts';
import { openPeople } from '../../../db/people/people.ts';
import { openEventLog } from '../../../db/sync/event-log.ts';
import { sha256 } from '../../../desk/machine/keys.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import type { DossierReceived } from '../../../shared/domain/dossier/dossier-events.ts';
import { type Applicant, noApplicant } from '../../../shared/domain/people/applicant.ts';
import { type ClashDecision, clashOf } from '../../../shared/domain/people/id-clash.ts';
import { isIdClash, isSamePerson } from '../../../shared/domain/people/person-match.ts';
import { particularsOf, type Visit, visitsOf } from '../../../shared/domain/people/person-visits.ts';
import { phoneSearchKey } from '../../../shared/domain/people/phone.ts';
import { type EventEnvelope, eventLine, genesisHash } from '../../../shared/protocol/event.ts';
import { bodyVersion } from '../../../shared/protocol/older-bodies.ts';
import { fold } from '../../../shared/text/fold.ts';
import { aReceivedDossier } from '../../domain/dossier/example.ts';
import { type Prng, prng } from '../../simulation/prng.ts';

/**
 * Random visits into the real tables, against a plain list that is searched from end to end. The list is asked by
 * nothing but what a person is, so that an index which forgets, or remembers too long, gives another answer.
 */

const worlds = 100;
const stepsEach = 40;
const questionsEach = 3;

const names = [
  'Nguyễn Văn An',
  'NGUYỄN VĂN AN',
  'Nguyễn Văn Ân',
  'Trần Thị Bình',
  "H'Hen Niê",
  'Hhen Niê',
  'Lý Mỹ Kỳ',
  'Lí Mĩ Kì',
] as const;
const numbers = ['', '', '001085012345', '001085099999', '012345678', '198765432', 'B1234567'] as const;
const births = [null, '1985', '1985-02-05', '1990-07-01'] as const;
const phones = ['', '0912345678', '01689123456', '0389123456', '0987000111'] as const;
const questions = [
  'an',
  'nguyen an',
  'an van',
  'nva',
  'hhen',
  'nie hen',
  'ly ky',
  'li mi',
  'binh',
  'tran binh 1990',
  '2345',
  '001085',
  '012345678',
  '5678',
  '0389123456',
  '+84 389 123 456',
  '016891',
  'khong ai',
] as const;

/** One world: the tables of a desk, and the list. */
function openWorld(chance: Prng) {
  const db = openDatabase(':memory:');
  const log = openEventLog(db);
  const projections = openProjections(db, log);
  const people = openPeople(db);
  const list = new Map<string, Visit>();
  let seq = 0;

  const record = (dossier: string, type: string, body: Record<string, unknown>) => {
    seq += 1;
    const event: EventEnvelope = {
      stream: '09739',
      device: '7d444840-9dc0-41d1-8245-5ffdce74fad2',
      epoch: 1,
      seq,
      prevHash: genesisHash,
      type,
      v: bodyVersion(type),
      actor: 'quy',
      role: 'supervisor',
      deviceTime: '2026-11-20T02:00:00.000Z',
      catalogueEdition: '2026-11',
      calendarEdition: '2018-2026',
      basedOn: { dossier, version: 0 },
      attachments: [],
      body,
    };
    const line = eventLine(event);
    log.append({ event, line, hash: sha256(line) });
    projections.apply(event);
  };

  const somebody = (): Applicant => {
    const idNumber = chance.pick(numbers);
    return {
      ...noApplicant,
      name: chance.pick(names),
      idNumber,
      idKind: idNumber === '198765432' && chance.chance(0.5) ? 'passport' : null,
      otherNumbers: idNumber.length === 12 && chance.chance(0.3) ? ['012345678'] : [],
      birthDate: chance.pick(births),
      phone: chance.pick(phones),
    };
  };
  const all = () => [...list.values()];

  /** What an officer would be asked, and some answer. */
  const decided = (applicant: Applicant, except: string): ClashDecision | null => {
    const holders = people.holders(applicant, except);
    const found = clashOf(applicant, holders.map(particularsOf));
    const others = all()
      .filter(({ dossier }) => dossier !== except)
      .toSorted(newestFirst)
      .map(particularsOf);
    const expected = others.some((one) => isSamePerson(applicant, one) && sharesNumber(applicant, one))
      ? null
      : (others.find((one) => isIdClash(applicant, one)) ?? null);
    expect(found?.name).toBe(expected?.name);
    expect(found?.birthDate).toBe(expected?.birthDate);
    if (found === null) return null;
    return {
      decided: chance.chance(0.5) ? 'samePerson' : 'otherPerson',
      idNumber: applicant.idNumber,
      name: applicant.name,
      otherName: found.name,
      otherBirthDate: found.birthDate,
    };
  };

  return {
    close: () => db.close(),
    receive() {
      const n = list.size + seq;
      const dossier = `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
      const at = moment(`2026-${two(1 + (n % 12))}-${two(1 + (n % 28))}T${two(n % 24)}:${two(n % 60)}`);
      if (all().some((one) => one.at === at)) return;
      const applicant = somebody();
      const clash = decided(applicant, dossier);
      const body: DossierReceived = { ...aReceivedDossier({ applicant, clash }), receivedAt: at };
      record(dossier, 'dossier.received', body);
      list.set(dossier, visitOf(dossier, at, applicant, clash));
    },
    correct() {
      const one = all()[chance.int(list.size)];
      if (one === undefined) return;
      const applicant = somebody();
      const clash = decided(applicant, one.dossier);
      const nothing = {
        submitter: null,
        procedure: null,
        legs: null,
        due: null,
        papers: null,
        certified: null,
      };
      const changes = { ...nothing, applicant, clash, fee: null, note: null };
      record(one.dossier, 'dossier.corrected', { at: one.at, reason: 'sai', approvedBy: 'quy', changes });
      list.set(one.dossier, visitOf(one.dossier, one.at, applicant, clash));
    },
    rebuild: () => projections.rebuild(),
    ask() {
      const person = chance.chance(0.5)
        ? somebody()
        : particularsOf(all()[chance.int(list.size)] ?? { applicant: somebody(), former: null });
      expect(ids(visitsOf(person, people.candidates))).toEqual(ids(visitsOf(person, all)));
      const query = chance.pick(questions);
      expect(ids(people.found(query)).toSorted(), query).toEqual(
        ids(all().filter((one) => answers(one, query))).toSorted(),
      );
    },
  };
}

const sharesNumber = (a: Applicant, b: Pick<Applicant, 'idNumber' | 'otherNumbers'>): boolean =>
  [a.idNumber, ...a.otherNumbers].some(
    (number) => number !== '' && [b.idNumber, ...b.otherNumbers].includes(number),
  );

/** As somebody would look through a heap of paper. */
function answers({ applicant }: Visit, query: string): boolean {
  const digits = query.replaceAll(/\D/g, '');
  if (!/\p{L}/u.test(query)) {
    const own = [applicant.idNumber, ...applicant.otherNumbers, phoneSearchKey(applicant.phone)];
    const asked = [digits, phoneSearchKey(query), digits.replace(/^0168/, '038')];
    return own.some(
      (number) =>
        number !== '' &&
        (number.endsWith(digits) || (digits.length >= 6 && asked.some((one) => number.startsWith(one)))),
    );
  }
  const [, text = query, year = ''] = /^(.*) (\d{4})$/.exec(query) ?? [];
  if (!(applicant.birthDate ?? '').startsWith(year)) return false;
  const words = fold(applicant.name).split(' ');
  const whole = applicant.name.split(' ').map((word) => fold(word).replaceAll(' ', ''));
  const initials = [words, whole].map((parts) => parts.map((word) => word.slice(0, 1)).join(''));
  const heap = [
    ...words,
    ...whole,
    ...words.map((word, n) => word + (words[n + 1] ?? '')).filter((_, n) => words[n]?.length === 1),
  ];
  const isNamed = text.split(' ').every((asked) => heap.some((word) => plain(word).startsWith(plain(asked))));
  return isNamed || initials.some((one) => one.startsWith(text));
}

const newestFirst = (a: Visit, b: Visit) => (a.at < b.at ? 1 : -1);
const visitOf = (
  dossier: string,
  at: Visit['at'],
  applicant: Applicant,
  clash: ClashDecision | null,
): Visit => ({
  dossier,
  at,
  applicant,
  former: clash?.decided === 'samePerson' ? { name: clash.otherName, birthDate: clash.otherBirthDate } : null,
});
const ids = (found: readonly Visit[]) => found.map(({ dossier }) => dossier);
const plain = (word: string) => word.replaceAll('y', 'i');

const two = (n: number): string => String(n).padStart(2, '0');

test(`in 10,000 runs the tables find whom a search through all visits finds: visits, clashes, names, numbers`, () => {
  for (let seed = 1; seed <= worlds; seed += 1) {
    const chance = prng(seed);
    const world = openWorld(chance);
    for (let step = 0; step < stepsEach; step += 1) {
      try {
        const act = chance.weighted({ receive: 12, correct: 4, rebuild: 0.2, nothing: 4 });
        if (act !== 'nothing') world[act]();
        for (let asked = step % 2; asked < questionsEach; asked += 1) world.ask();
      } catch (cause) {
        throw new Error(`World ${seed}, step ${step}`, { cause });
      }
    }
    world.close();
  }
});
