import { execFileSync } from 'node:child_process';

/** What a printed paper says, without blanks: how its lines were broken does not matter. @param path of the PDF */
export const textOfPdf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    .normalize('NFC')
    .replaceAll(/\s+/g, '');
