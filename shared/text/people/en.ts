import type { peopleVi } from './vi.ts';

export const peopleEn: typeof peopleVi = {
  person: {
    male: 'Male',
    female: 'Female',
    unknown: 'Unknown',
    card: 'Citizen ID',
    oldCard: 'Old ID card',
    paper: 'ID paper',
    phone: 'Phone',
    idNumber: 'Personal ID number',
    name: 'Full name',
    birthDate: 'Date of birth',
    sex: 'Sex',
    phoneLabel: 'Phone',
    address: 'Address',
    relation: 'Relation',
  },
};
