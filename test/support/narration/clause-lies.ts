/** Lies beside what the check was last taught to take: each tells a true figure of another thing, group or clause. */
export const CLAUSE_LIES: Readonly<Record<string, readonly string[]>> = {
  'alumni/1': [
    // overall figure told of Tennis
    'Tennis has an overall average advocacy of 29.6.',
    // change of fans told of referrals
    'Lifetime value rose by $24,150 to $1.39M, and referrals welcomed 18.',
    // 29 is of referrals
    'Lifetime value rose by $24,150, and the community welcomed 29 fans.',
  ],
  'alumni/2': [
    // lowest
    'Golf, at 19.9, sits at the top of the table for advocacy.',
  ],
  'athletics/0': [
    // overall told of Soccer's fans
    'Soccer has the lowest engagement; across its fans, it averages 47.6.',
  ],
  'athletics/1': [
    // prediction
    'Days attended slid by 208 to 3,861. It would be worthwhile, as engagement would rise.',
  ],
  'athletics/3': [
    // below
    'Golf has an engagement of 31.8, well above Football, which tops all groups at 45.7.',
    // above Golf
    'Overall engagement of 38.2 is below Golf, and Football leads with 45.7.',
  ],
  'executive/2': [
    // 2.5% are Elite
    'Focus next on the 30,120 fans at risk, who make up 2.5% of all fans.',
    // of all fans
    'Focus on the 30,120 fans at risk, who account for 25% of Elite fans.',
    // of all fans
    'Focus on the 30,120 fans at risk, who represent 25% of revenue.',
    // 25% are at risk, not Elite
    'There are 30,120 fans at risk. Elite has the highest revenue per fan at $71.25. This group accounts for 25% of all fans.',
    // 25% are at risk
    'There are 3,012 Elite fans, 48 fewer. This group accounts for 25% of all fans.',
    // rose
    'Revenue increased by $96,400, accompanied by sentiment, which fell.',
  ],
  'executive/3': [
    // 74 is of fans at risk
    'The WonderScore gained 2.3 points, despite a decline of 74 in total fans to 7,940.',
  ],
  'finance/0': [
    // it rose too
    'Revenue, revenue per fan and lifetime value all increased. Average revenue efficiency was the exception, at 77.2.',
    // only value fell
    'Several measures fell over 28 days, including average value, down 0.7 points.',
  ],
  'finance/1': [
    // revenue rose
    'Revenue per fan was lifted by $2.44 to $67.39. Review the revenue that fell.',
  ],
  'finance/2': [
    // overall told of Bronze
    'Bronze has the lowest revenue per fan, and total revenue per fan there is $20.15.',
  ],
  'marketing/1': [
    // all fans at risk told of Staff
    'Stay in touch with Staff and its 586 fans at risk.',
    // told of Staff
    'In Staff, there are 586 fans at risk.',
    // told of Staff
    'Staff scores 41.4, the lowest, while 586 fans there are at risk.',
    // told of Staff
    'Staff is lowest at 41.4, and overall 586 of its fans are at risk.',
  ],
  'marketing/2': [
    // 15% is at risk, not Staff
    'Fans at risk fell by 310. Staff has the lowest digital affinity at 35.9. This group makes up 15% of all fans.',
    // fell
    'E-mail was opened 8,400 more times over 28 days.',
  ],
  'marketing/3': [
    // 12 is of fans at risk
    'A small decline in fans, 12 in 28 days, puts the total at 2,480.',
  ],
  'alumni/0': [
    // no change of a group is known
    'In the advocacy ranking Basketball improved to 39.8.',
    // no change of a group is known
    'In the ranking, Baseball has climbed, with 26.7.',
    // 1,847 are referrals
    'Lifetime value rose by $118,900, and the community grew by 92 to 1,847 fans.',
    // 163 is of referrals
    'Lifetime value rose by $118,900 to $6.42M, and the community grew by 163 to 14,608 fans.',
  ],
  'executive/0': [
    // a cause
    'Revenue fell by $41,180. Review the marketing team that lost it.',
    // Explorer
    'Revenue fell by $41,180, and the finance team has the lowest revenue per fan at $9.72.',
  ],
  'marketing/0': [
    // level of the Community group
    'Digital affinity rose, and the community grew by 42.9.',
  ],
};
