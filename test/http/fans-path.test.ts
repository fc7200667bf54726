import { expect, it } from 'vitest';
import { fansPath } from '../../server/http/fans-path.ts';

const asked = { department: 'athletics', scoreDate: '2025-03-01' } as const;

it('lists fans of a segment by the choices of the lists', () => {
  const filters = {
    segment: 'new_members',
    max_revenue: '0',
    marketing_opt_in: 'true',
    gdpr_consent: 'true',
  };
  expect(fansPath({ ...asked, filters })).toBe(
    '/api/v1/segments/new_members?score_date=2025-03-01&department=athletics&bought=false&contactable=true',
  );
  expect(fansPath({ ...asked, department: 'executive', filters: { primary_sport: 'A & B' } })).toBe(
    '/api/v1/fans?score_date=2025-03-01&sport=A+%26+B',
  );
});

it('is none where no list is that narrow', () => {
  expect(fansPath({ ...asked, filters: { primary_sport: null } })).toBeNull();
  expect(fansPath({ ...asked, filters: { digital_affinity_score: 'known' } })).toBeNull();
});
