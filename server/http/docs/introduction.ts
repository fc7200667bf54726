interface Paragraph {
  readonly about: string;
  /** With names of the API between backquotes. */
  readonly text: string;
}

/** What holds for every route, so that no route has to say it again. */
export const INTRODUCTION: readonly Paragraph[] = [
  {
    about: 'Who asks',
    text: 'In this version everyone is signed in as a demo role. `x-demo-role` chooses another: an `executive` sees every fan without names, a `lead` the fans of the departments in `x-demo-departments`, by name where that is allowed and they consent, an `admin` no fan at all, but starts runs, refreshes extracts and puts models in use.',
  },
  {
    about: 'Which day',
    text: '`score_date` asks for a published day, and without it the latest answers. `meta` says which run an answer is of, how old that is in seconds, and whether it is stale and why.',
  },
  {
    about: 'Lists',
    text: 'A list is `items`, `total` and `next_cursor`. Pass `next_cursor` as `cursor`, with the same filters and the same `sort`, for the next page, until it is null. All pages of a list are of the run it began with, also where a newer one is published in between.',
  },
  {
    about: 'Small groups',
    text: 'A figure of fewer fans than `minimum`, or one that would give such a figure away, is null with `suppressed` true. Elsewhere null means that there are no data, where the field says nothing else.',
  },
  {
    about: 'Asking again',
    text: 'Answers with an `etag` are not sent again to who sends it back as `if-none-match`: 304 says that nothing but their age has changed.',
  },
  {
    about: 'Once only',
    text: 'A POST that starts something takes an `idempotency-key`. The same key and body answer what was started the first time, also if that failed; the same key with another body is refused.',
  },
  {
    about: 'Refusals',
    text: 'Every error is `application/problem+json` with a `code`, a `detail` and a `request_id`; `errors` names each wrong field and what is allowed. A parameter that is unknown or given twice is refused, never ignored. What is out of scope answers like what does not exist.',
  },
];
