import type { DescribedError } from '../errors.ts';
import type { describeRoutes } from '../openapi.ts';
import { INTRODUCTION } from './introduction.ts';
import { describeSchema, type FieldRow } from './schema-rows.ts';

type Document = ReturnType<typeof describeRoutes>;
type PathItem = NonNullable<Document['paths']>[string];
type Operation = NonNullable<PathItem['get']>;

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function entriesOf({ paths = {} }: Document): Entry[] {
  return Object.entries(paths).flatMap(([path, { get, post }]: [string, PathItem]) => [
    ...(get === undefined ? [] : [{ method: 'GET', path, operation: get }]),
    ...(post === undefined ? [] : [{ method: 'POST', path, operation: post }]),
  ]);
}

function anchorOf({ method, path }: Entry): string {
  return `${method.toLowerCase()}${path.replace(/[^A-Za-z0-9]+/g, '-')}`.replace(/-$/, '');
}

/** Text with what stands between backquotes as code. */
function prose(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

/** What holds for every route. */
function introduction(errors: readonly DescribedError[]): string {
  const said = INTRODUCTION.map(
    ({ about, text }) => `<dt>${escapeHtml(about)}</dt><dd>${prose(text)}</dd>`,
  );
  const rows = errors.map(({ code, status, title }) => ({
    name: code,
    type: String(status),
    note: title,
  }));
  return `<section aria-labelledby="every-route"><h2 id="every-route">Every route</h2><dl>${said.join('')}</dl><details id="codes"><summary>The codes of errors, with their status</summary><div class="more">${table('Codes', rows, ['Code', 'Status', 'Title'])}</div></details></section>`;
}

const FIELD_HEADS = ['Name', 'Type', 'Meaning'];

function table(caption: string, rows: readonly FieldRow[], heads = FIELD_HEADS): string {
  if (rows.length === 0) return '';
  const cells = rows.map(
    ({ name, type, note }) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(type)}</td><td>${escapeHtml(note)}</td></tr>`,
  );
  return `<h4>${escapeHtml(caption)}</h4><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${cells.join('')}</tbody></table></div>`;
}

function parameterRows(document: Document, { parameters = [] }: Operation): FieldRow[] {
  return parameters.flatMap((parameter) => {
    if ('$ref' in parameter) return [];
    const { name, schema, description = '', required = false } = parameter;
    const [row] = schema === undefined ? [] : describeSchema(document, { schema, name });
    const place = parameter.in === 'query' ? '' : `in ${parameter.in}`;
    const notes = [place, required ? '' : 'optional', description, row?.note ?? ''];
    const note = [...new Set(notes.filter((each) => each !== ''))].join(', ');
    return [{ name, type: row?.type ?? 'text', note }];
  });
}

function bodyRows(document: Document, { requestBody }: Operation): FieldRow[] {
  if (requestBody === undefined || '$ref' in requestBody) return [];
  const schema = requestBody.content['application/json']?.schema;
  return schema === undefined ? [] : describeSchema(document, { schema, name: '' });
}

function answersOf(document: Document, { responses = {} }: Operation): string {
  const statuses = Object.entries(responses).filter(([status]) => Number(status) < 400);
  return statuses
    .map(([status, response]) => {
      if (typeof response !== 'object' || response === null || !('content' in response)) return '';
      const [type, media] = Object.entries<{ schema?: object }>(response.content ?? {})[0] ?? [];
      const schema = media?.schema;
      const rows = schema === undefined ? [] : describeSchema(document, { schema, name: '' });
      return table(`Answer ${status}, ${type ?? ''}`, rows);
    })
    .join('');
}

function section(document: Document, entry: Entry): string {
  const { method, path, operation } = entry;
  const who = escapeHtml(operation.description ?? '');
  return [
    `<details id="${anchorOf(entry)}"><summary><span class="method ${method.toLowerCase()}">${method}</span> `,
    `<code class="path">${escapeHtml(path)}</code> <span class="what">${escapeHtml(operation.summary ?? '')}</span></summary>`,
    `<div class="more"><p class="who">${who}</p>`,
    table('Parameters', parameterRows(document, operation)),
    table('Body', bodyRows(document, operation)),
    answersOf(document, operation),
    '</div></details>',
  ].join('');
}

/** The API as a page to read: no script, no outside host. */
export function renderDocs(document: Document, errors: readonly DescribedError[]): string {
  const entries = entriesOf(document);
  const tags = [...new Set(entries.map(({ operation }) => operation.tags?.[0] ?? ''))];
  const sections = tags.map((tag) => {
    const own = entries.filter(({ operation }) => operation.tags?.[0] === tag);
    const id = tag.toLowerCase();
    return `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(tag)}</h2>${own.map((entry) => section(document, entry)).join('')}</section>`;
  });
  const links = tags.map((tag) => `<a href="#${tag.toLowerCase()}">${escapeHtml(tag)}</a>`);
  const { title, version, description = '' } = document.info;
  const [said = ''] = description.split('\n\n');
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)} API</title>`,
    '<link rel="stylesheet" href="/docs/style.css"></head><body>',
    '<header class="top"><i class="brand-mark" aria-hidden="true"></i><span class="brand-name">Wonder Portal</span>',
    '<nav aria-label="Pages"><a href="/preview">Preview</a><a href="/extension/">Add to Tableau</a></nav></header>',
    `<main><div class="head"><h1>${escapeHtml(title)} <span class="version">API ${escapeHtml(version)}</span></h1>`,
    `<p>${escapeHtml(said)}</p>`,
    `<nav class="parts" aria-label="Parts"><a href="#every-route">Every route</a>${links.join('')}<a href="/openapi.json">openapi.json</a></nav></div>`,
    `${introduction(errors)}${sections.join('')}</main>`,
    '</body></html>\n',
  ].join('\n');
}
