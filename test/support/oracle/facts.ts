export interface Fan {
  readonly sk: number | null;
  readonly wonderId: string | null;
  readonly created: number | null;
  readonly tier: string | null;
  readonly sport: string | null;
  readonly affiliation: string | null;
  readonly active: boolean | null;
}

export interface Keyed {
  readonly sk: number | null;
  readonly fanSk: number | null;
  readonly dateKey: number | null;
}

interface Engagement extends Keyed {
  readonly type: string | null;
  readonly channel: string | null;
  readonly session: string | null;
  readonly seconds: number | null;
  readonly device: string | null;
}

interface Spend extends Keyed {
  readonly transaction: string | null;
  readonly product: number | null;
  readonly net: bigint | null;
}

interface Loyalty extends Keyed {
  readonly type: string | null;
  readonly reward: bigint | null;
}

interface Sentiment extends Keyed {
  readonly source: string | null;
  readonly score: number | null;
  readonly nps: number | null;
  readonly review: number | null;
}

interface Attendance extends Keyed {
  readonly event: number | null;
  readonly noShow: boolean | null;
}

interface Hospitality extends Keyed {
  readonly event: number | null;
  readonly spend: bigint | null;
  readonly service: number | null;
}

interface Advocacy extends Keyed {
  readonly type: string | null;
  readonly reach: number | null;
  readonly conversion: boolean | null;
}

/** A row of each fact table. */
export interface Facts {
  readonly engagement: Engagement;
  readonly spend: Spend;
  readonly loyalty: Loyalty;
  readonly sentiment: Sentiment;
  readonly attendance: Attendance;
  readonly hospitality: Hospitality;
  readonly advocacy: Advocacy;
}
