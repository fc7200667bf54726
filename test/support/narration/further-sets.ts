import type { Department } from '../../../server/domain/departments.ts';
import type { Made } from './fact-sets.ts';

/** Two more sets for each department, which moved in other ways: what the plain-spoken texts are about. */
export const FURTHER_SETS: Readonly<Record<Department, readonly [Made, Made]>> = {
  executive: [
    {
      kpis: [
        ['average_wonder_score', 52.07, -0.63],
        ['fans', 120_480, 1_260],
        ['elite_fans', 3_012, -48],
        ['at_risk_fans', 30_120, -1_175],
        ['average_sentiment', 61.2, 0.8],
        ['revenue', 1_260_000, 96_400],
      ],
      compared: 'revenue_per_fan',
      groups: [
        ['Elite', 71.25],
        ['Supporter', 24.9],
        ['Explorer', 3.42],
      ],
    },
    {
      kpis: [
        ['average_wonder_score', 66.42, 2.3],
        ['fans', 7_940, -120],
        ['elite_fans', 1_032, 12],
        ['at_risk_fans', 953, 74],
        ['average_sentiment', 58.8, -1.9],
        ['revenue', 845_300, -12_750],
      ],
      compared: 'revenue_per_fan',
      groups: [
        ['Champion', 210],
        ['Friend', 96.5],
        ['Explorer', 41],
      ],
    },
  ],
  athletics: [
    {
      kpis: [
        ['fans', 5_210, -35],
        ['average_engagement', 44.4, 1.6],
        ['average_hospitality', 49.7, -0.9],
        ['attended_days', 9_880, 1_240],
        ['at_risk_fans', 624, -57],
      ],
      compared: 'average_engagement',
      groups: [
        ['Women Soccer', 52.6],
        ['Baseball', 47.1],
        ['Tennis', 40.3],
      ],
    },
    {
      kpis: [
        ['fans', 18_350, 415],
        ['average_engagement', 38.2, -2.4],
        ['average_hospitality', 55.1, 1.5],
        ['attended_days', 12_045, -1_310],
        ['at_risk_fans', 3_670, 288],
      ],
      compared: 'average_engagement',
      groups: [
        ['Football', 45.7],
        ['Basketball', 41.9],
        ['Golf', 31.8],
      ],
    },
  ],
  marketing: [
    {
      kpis: [
        ['fans', 64_200, 1_150],
        ['average_digital', 43.5, -1.2],
        ['average_engagement', 36.3, 0.8],
        ['email_opens', 201_600, -8_400],
        ['at_risk_fans', 9_630, -310],
      ],
      compared: 'average_digital',
      groups: [
        ['Parent', 47.7],
        ['Alumni', 44.1],
        ['Staff', 35.9],
      ],
    },
    {
      kpis: [
        ['fans', 2_480, -20],
        ['average_digital', 56.9, 3.1],
        ['average_engagement', 50.6, 2.2],
        ['email_opens', 12_140, 980],
        ['at_risk_fans', 248, 12],
      ],
      compared: 'average_digital',
      groups: [
        ['Student', 63.4],
        ['Community', 55],
        ['Alumni', 48.2],
      ],
    },
  ],
  finance: [
    {
      kpis: [
        ['revenue', 968_400, -25_600],
        ['revenue_per_fan', 20.15, -1.35],
        ['lifetime_value', 8_420_000, -64_000],
        ['average_value', 47.3, 0.9],
        ['average_efficiency', 69.8, -1.7],
      ],
      compared: 'revenue_per_fan',
      groups: [
        ['Commodore Elite', 58.2],
        ['Gold', 33.4],
        ['Bronze', 7.15],
      ],
    },
    {
      kpis: [
        ['revenue', 3_120_000, 240_000],
        ['revenue_per_fan', 81.6, 4.9],
        ['lifetime_value', 22_750_000, 1_320_000],
        ['average_value', 36.4, -2.2],
        ['average_efficiency', 88.1, 0.6],
      ],
      compared: 'revenue_per_fan',
      groups: [
        ['Platinum', 140],
        ['Silver', 77.3],
        ['Anchor', 28],
      ],
    },
  ],
  alumni: [
    {
      kpis: [
        ['fans', 8_730, -45],
        ['average_advocacy', 27.9, -1.1],
        ['referrals', 912, -86],
        ['hostings', 415, 38],
        ['lifetime_value', 3_150_000, 72_500],
      ],
      compared: 'average_advocacy',
      groups: [
        ['Football', 33.2],
        ['Rowing', 28.7],
        ['Golf', 19.9],
      ],
    },
    {
      kpis: [
        ['fans', 950, 12],
        ['average_advocacy', 41.6, 2.7],
        ['referrals', 204, 24],
        ['hostings', 58, 7],
        ['lifetime_value', 690_000, -9_300],
      ],
      compared: 'average_advocacy',
      groups: [
        ['Tennis', 48.8],
        ['Baseball', 40.2],
        ['Soccer', 34.5],
      ],
    },
  ],
};
