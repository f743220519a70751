/** Of the books of the office. */
export const officeRefusals = ['nothing-to-print', 'too-many-pages'] as const;
