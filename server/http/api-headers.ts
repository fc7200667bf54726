export type ReplyHeaders = Readonly<Record<string, string>>;

/** On every answer. An API answer is never a page: nothing in it runs, and nobody frames it. */
export const API_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;
