const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const scales = ['', 'nghìn', 'triệu', 'tỷ'] as const;

/**
 * An amount for the line `Viết bằng chữ`: `8000` → `Tám nghìn đồng`.
 * @param vnd whole đồng, 0 to 999.999.999.999
 * @throws RangeError outside that range: no fee of a commune comes near it
 */
export function moneyWords(vnd: number): string {
  if (!Number.isInteger(vnd) || vnd < 0 || vnd > 999_999_999_999) throw new RangeError(`No amount: ${vnd}`);
  const words = `${vnd === 0 ? 'không' : groupsInWords(vnd)} đồng`;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Groups of three digits with their scale; an empty group is not spoken. */
function groupsInWords(number: number): string {
  const spoken: string[] = [];
  for (let scale = scales.length - 1; scale >= 0; scale -= 1) {
    const group = Math.floor(number / 1000 ** scale) % 1000;
    if (group > 0) spoken.push(...groupInWords(group, spoken.length > 0), scales[scale] ?? '');
  }
  return spoken.filter((word) => word !== '').join(' ');
}

/** @param inner a higher group was spoken, so that missing hundreds are said: `không trăm linh năm` */
function groupInWords(group: number, inner: boolean): readonly string[] {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const units = group % 10;
  const speaksHundreds = hundreds > 0 || inner;
  return [
    ...(speaksHundreds ? [digit(hundreds), 'trăm'] : []),
    ...tensInWords(tens, units, speaksHundreds),
    ...unitInWords(tens, units),
  ];
}

function tensInWords(tens: number, units: number, afterHundreds: boolean): readonly string[] {
  if (tens === 0) return units > 0 && afterHundreds ? ['linh'] : [];
  return tens === 1 ? ['mười'] : [digit(tens), 'mươi'];
}

/** The last digit changes its sound after a ten: `mốt`, `tư`, `lăm`. */
function unitInWords(tens: number, units: number): readonly string[] {
  if (units === 0) return [];
  if (units === 5 && tens > 0) return ['lăm'];
  if (units === 1 && tens > 1) return ['mốt'];
  if (units === 4 && tens > 1) return ['tư'];
  return [digit(units)];
}

const digit = (n: number): string => digits[n] ?? '';
