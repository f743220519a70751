import { describe, expect, test } from 'vitest';
import { buildApp } from '../../../district/app.ts';
import { rawPublicOf } from '../../../district/sync/verify.ts';
import { enrolAnswer, problem } from '../../../shared/protocol/bodies.ts';
import { askToEnrol, newKey } from '../device.ts';
import { districtForFile } from '../support.ts';

const district = districtForFile();

describe('enrolment', () => {
  test('a code gives the counter, the stream, the agency whatever its number, and the key that signs acks', async () => {
    const stream = await district.commune();
    const code = await district.code(stream, 2);
    const answer = await askToEnrol(district.open.app, { code, publicKey: rawPublicOf(newKey()) });
    expect(answer.statusCode).toBe(200);
    expect(enrolAnswer.parse(answer.json())).toMatchObject({
      epoch: 1,
      stream,
      deskDigit: 2,
      deskName: 'Quầy 2',
      agency: { id: '09739', name: 'Xã Võng Xuyên' },
      districtKey: district.open.world.keys.publicKey,
    });
  });

  test('an answer lost on the line does not burn the code: the same key hears the same again', async () => {
    const code = await district.code(await district.commune());
    const request = { code, publicKey: rawPublicOf(newKey()) };
    const first = await askToEnrol(district.open.app, request);
    const again = await askToEnrol(district.open.app, request);
    expect(again.statusCode).toBe(200);
    expect(again.body).toBe(first.body);
  });

  test('of machines that show one code at the same moment, one is enrolled', async () => {
    const code = await district.code(await district.commune());
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        askToEnrol(district.open.app, { code, publicKey: rawPublicOf(newKey()) }),
      ),
    );
    const enrolled = answers.filter(({ statusCode }) => statusCode === 200);
    const refused = answers.filter(({ statusCode }) => statusCode === 409);
    expect([enrolled.length, refused.length]).toEqual([1, 7]);
  });

  const good = rawPublicOf(newKey());
  test.each([
    { name: 'an unknown code', change: { code: '999999999' }, http: 404, code: 'code-unknown' },
    { name: 'a code that is none', change: { code: '12345' }, http: 400, code: 'bad-request' },
    { name: 'a key that is none', change: { publicKey: '='.repeat(43) }, http: 400, code: 'bad-request' },
    { name: 'a name no database holds', change: { deviceName: 'a\0b' }, http: 400, code: 'bad-request' },
    { name: 'a desk too old', change: { protocol: 0 }, http: 400, code: 'protocol-too-old' },
    { name: 'a desk too new', change: { protocol: 2 }, http: 400, code: 'protocol-too-new' },
  ])('$name is refused', async ({ change, http, code }) => {
    const fresh = await district.code(await district.commune());
    const answer = await askToEnrol(district.open.app, { code: fresh, publicKey: good, ...change });
    expect([answer.statusCode, problem.parse(answer.json()).code]).toEqual([http, code]);
  });

  test('a used code is refused to another key', async () => {
    const code = await district.code(await district.commune());
    await askToEnrol(district.open.app, { code, publicKey: good });
    const other = await askToEnrol(district.open.app, { code, publicKey: rawPublicOf(newKey()) });
    expect([other.statusCode, problem.parse(other.json()).code]).toEqual([409, 'code-used']);
  });

  test.each([
    { durable: false, training: false, http: 403 },
    { durable: false, training: true, http: 200 },
    { durable: true, training: false, http: 200 },
  ])('durable $durable, training $training: answers $http', async ({ durable, training, http }) => {
    const app = buildApp({ ...district.open.world, durable, training });
    const code = await district.code(await district.commune());
    const answer = await askToEnrol(app, { code, publicKey: good });
    expect(answer.statusCode).toBe(http);
    if (http === 403) expect(problem.parse(answer.json()).code).toBe('not-durable');
    await app.close();
  });
});
