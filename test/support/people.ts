/** Made-up people of the demo commune: names, numbers and phones belong to nobody. */
const families = ['Nguyễn', 'Khuất', 'Cấn', 'Đỗ', 'Phùng', 'Kiều', 'Doãn', 'Hoàng', 'Bùi', 'Đặng'];
const middles = ['Thị Minh', 'Văn', 'Thị Thanh', 'Đình', 'Quốc', 'Thị Ngọc', 'Hữu', 'Thị Kim'];
const givens = ['Nguyệt', 'Thịnh', 'Hường', 'Khôi', 'Bảo', 'Ánh', 'Phước', 'Oanh', 'Tiến', 'Đạt', 'Huyền'];

export interface MadeUpPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly phone: string;
  readonly address: string;
}

/** The `index`-th person, always the same one. */
export function madeUpPerson(index: number): MadeUpPerson {
  const middle = middles[index % middles.length] ?? '';
  const female = middle.startsWith('Thị');
  const year = 1950 + ((index * 7) % 50);
  const month = 1 + (index % 12);
  const day = 1 + ((index * 5) % 28);
  return {
    name: [families[index % families.length], middle, givens[(index * 3) % givens.length]].join(' '),
    idNumber: `001${female ? 1 : 0}${two(year % 100)}${String(100_000 + index * 37).slice(-6)}`,
    birthDate: `${year}-${two(month)}-${two(day)}`,
    sex: female ? 'female' : 'male',
    phone: `0912${String(100_000 + index * 91).slice(-6)}`,
    address: `Cụm ${1 + (index % 9)}, xã Võng Xuyên`,
  };
}

/** What the person's chip card gives a scanner. */
export function cardText({
  idNumber,
  oldIdNumber = '',
  name,
  birthDate,
  sex,
  address,
}: MadeUpPerson & { readonly oldIdNumber?: string }): string {
  const ddmmyyyy = birthDate.split('-').toReversed().join('');
  return [idNumber, oldIdNumber, name, ddmmyyyy, sex === 'male' ? 'Nam' : 'Nữ', address, '10082021'].join(
    '|',
  );
}

const two = (n: number): string => String(n).padStart(2, '0');
