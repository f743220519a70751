import { dateOf } from '../../domain/base/local-date.ts';
import { registerNumber } from '../../domain/dossier/register.ts';
import { isOrganisation } from '../../domain/people/applicant.ts';
import { printedName } from '../../domain/people/person-name.ts';
import { formatPhone } from '../../domain/people/phone.ts';
import { formatDate } from '../../text/format.ts';
import type { FormOptions } from '../base/form-options.ts';
import type { Cell, List } from '../base/paper.ts';
import { cell, isSaid } from '../base/paper-parts.ts';
import type { RegisterLine } from './register.ts';

interface Column {
  readonly title: string;
  /** Columns of one group stand side by side under its title. */
  readonly group: string;
  readonly align: 'left' | 'center' | 'right';
  readonly width: number;
  readonly text: (entry: RegisterLine) => string;
}

const column = (
  title: string,
  width: number,
  align: Column['align'],
  text: Column['text'],
  group = '',
): Column => ({ title, group, align, width, text });

const dates = 'Ngày, tháng, năm';
const result = 'Trả kết quả';
const number: Column['text'] = ({ received }) => registerNumber(received.register.number);
const code: Column['text'] = ({ received }) => received.code;
const procedure: Column['text'] = ({ received }) => received.procedure.name;
const sets: Column['text'] = ({ received }) => String(received.sets);
const applicant: Column['text'] = ({ received: { applicant: one, submitter } }) =>
  isOrganisation(one) && submitter !== null
    ? `${printedName(one.name)}\nĐại diện: ${submitter.name}`
    : printedName(one.name);
const address: Column['text'] = ({ received }) => received.applicant.address;
const phone: Column['text'] = ({ received }) => formatPhone(received.applicant.phone);
const receivedOn: Column['text'] = ({ received }) => formatDate(dateOf(received.receivedAt));
const dueOn: Column['text'] = ({ dueAt }) => formatDate(dateOf(dueAt));
const deliveredOn: Column['text'] = ({ delivered }) =>
  delivered === null ? '' : formatDate(dateOf(delivered.at));
const notes: Column['text'] = (entry) => entry.notes.join('; ');
const nothing: Column['text'] = () => '';

/** As an e-one-stop prints the book, and as the circular's own columns are remembered. @source docs/sources.md#forms */
const columnSets: Readonly<Record<FormOptions['registerColumns'], readonly Column[]>> = {
  practice: [
    column('STT', 3, 'center', number),
    column('Mã hồ sơ', 9, 'left', code),
    column('Nội dung hồ sơ', 12, 'left', procedure),
    column('Số lượng (bộ)', 4, 'center', sets),
    column('Họ tên chủ hồ sơ', 9, 'left', applicant),
    column('Địa chỉ chủ hồ sơ', 9, 'left', address),
    column('Số điện thoại', 6, 'left', phone),
    column('Nhận hồ sơ', 7, 'center', receivedOn, dates),
    column('Hẹn trả kết quả', 7, 'center', dueOn, dates),
    column('Ngày nhận kết quả', 7, 'center', deliveredOn, result),
    column('Bên giao (Ký tên)', 6, 'center', nothing, result),
    column('Bên nhận (Ký tên)', 6, 'center', nothing, result),
    column('Người nhận hồ sơ', 5, 'left', ({ officerName }) => officerName),
    column('Địa bàn phát sinh hồ sơ', 5, 'left', ({ area }) => area),
    column('Ghi chú', 5, 'left', notes),
  ],
  official: [
    column('TT', 3, 'center', number),
    column('Mã hồ sơ', 9, 'left', code),
    column('Tên TTHC', 13, 'left', procedure),
    column('Số lượng hồ sơ (bộ)', 5, 'center', sets),
    column('Tên cá nhân, tổ chức', 10, 'left', applicant),
    column('Địa chỉ, số điện thoại', 11, 'left', (entry) =>
      [address(entry), phone(entry)].filter(isSaid).join(', '),
    ),
    column('Cơ quan chủ trì giải quyết', 9, 'left', ({ office }) => office),
    column('Nhận hồ sơ', 7, 'center', receivedOn, dates),
    column('Hẹn trả kết quả', 7, 'center', dueOn, dates),
    column('Trả kết quả', 7, 'center', deliveredOn, dates),
    column('Phương thức nhận kết quả', 6, 'left', ({ received }) => returnWords[received.returnAt], result),
    column('Ký nhận', 6, 'center', nothing, result),
    column('Ghi chú', 7, 'left', notes),
  ],
};

const returnWords = { desk: 'Trực tiếp', post: 'Bưu chính', online: 'Trực tuyến' } as const;

/** Columns, their grouped heading, and the cells of one entry. */
export function registerTable(kind: FormOptions['registerColumns']) {
  const columns = columnSets[kind];
  return {
    columns: columns.map(({ align, width }) => ({ align, width })),
    head: groupedHead(columns),
    cells: (entry: RegisterLine): Cell[] => columns.map(({ text }) => cell(text(entry))),
  };
}

function groupedHead(columns: readonly Column[]): List['head'] {
  const top = columns.flatMap(({ title, group }, n) => {
    if (group === '') return [cell(title, 1, 2)];
    return group === columns[n - 1]?.group ? [] : [cell(group, sizeOf(columns, group))];
  });
  return [top, columns.filter(({ group }) => group !== '').map(({ title }) => cell(title))];
}

const sizeOf = (columns: readonly Column[], group: string): number =>
  columns.filter((one) => one.group === group).length;
