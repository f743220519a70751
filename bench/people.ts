import { type Prng, pick, weighted } from './prng.ts';

/** Families as often as they are in the north of Việt Nam, per hundred: every third is Nguyễn. */
const families: readonly (readonly [string, number])[] = [
  ['Nguyễn', 32],
  ['Trần', 11],
  ['Lê', 9],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Vũ', 4],
  ['Phan', 4],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 4],
  ['Ngô', 2],
  ['Khuất', 3],
  ['Kiều', 3],
  ['Cấn', 2],
  ['Phùng', 2],
  ['Doãn', 1],
  ['Dương', 2],
  ['Lý', 1],
];
const middles = {
  female: ['Thị', 'Thị Minh', 'Thị Thanh', 'Thị Ngọc', 'Thu', 'Bích'],
  male: ['Văn', 'Đình', 'Quốc', 'Hữu', 'Đức', 'Xuân'],
};
const givens = [
  'Anh',
  'Bình',
  'Châu',
  'Dũng',
  'Đạt',
  'Giang',
  'Hà',
  'Hải',
  'Hạnh',
  'Hiếu',
  'Hoa',
  'Hùng',
  'Hương',
  'Khánh',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Nhung',
  'Phong',
  'Phúc',
  'Quân',
  'Sơn',
  'Tâm',
  'Thảo',
  'Thủy',
  'Trang',
  'Tuấn',
  'Vân',
  'Yến',
];

export interface BenchPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly phone: string;
  readonly address: string;
}

/** Somebody of a commune, made up: the same for the same draw. */
export function anyPerson(draw: Prng): BenchPerson {
  const sex = draw() < 0.5 ? 'female' : 'male';
  const year = 1945 + whole(draw, 60);
  const century = year >= 2000 ? 2 : 0;
  return {
    name: [weighted(draw, families), pick(draw, middles[sex]), pick(draw, givens)].join(' '),
    idNumber: `001${century + (sex === 'female' ? 1 : 0)}${two(year % 100)}${String(whole(draw, 1e6)).padStart(6, '0')}`,
    birthDate: `${year}-${two(1 + whole(draw, 12))}-${two(1 + whole(draw, 28))}`,
    sex,
    phone: draw() < 0.9 ? `09${String(whole(draw, 1e8)).padStart(8, '0')}` : '',
    address: `${draw() < 0.6 ? 'Cụm' : 'Thôn'} ${1 + whole(draw, 12)}, xã Võng Xuyên`,
  };
}

const whole = (draw: Prng, below: number): number => Math.floor(draw() * below);
const two = (n: number): string => String(n).padStart(2, '0');
