/** The look of the page at /docs, in light and dark. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: #1c1c1c; --soft: #56565a; --line: #dcdad5; --surface: #fff; --raised: #f7f5f1; --gold: #7a5c1e; --get: #1f5f8b; --post: #8a4b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae6; --soft: #aaa8a3; --line: #3a3937; --surface: #191918; --raised: #232221; --gold: #cfae70; --get: #82bfe8; --post: #e9b36b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
header, main { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.02em; }
.version { color: var(--soft); font-weight: 400; font-size: 1rem; letter-spacing: 0; }
header p { color: var(--soft); max-width: 44rem; margin: 0 0 1rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding-bottom: 1rem; border-bottom: 1px solid var(--line); }
a { color: var(--gold); }
h2 { font-size: 1.0625rem; margin: 2rem 0 .5rem; }
h4 { font-size: .8125rem; margin: 1rem 0 .25rem; color: var(--soft); font-weight: 600; }
details { border-bottom: 1px solid var(--line); }
summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; padding: .5rem 0; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "+"; color: var(--soft); width: .75rem; }
details[open] > summary::before { content: "\\2212"; }
summary:focus-visible, a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--gold); outline-offset: 2px; }
.method { font: 600 .75rem ui-monospace, Menlo, Consolas, monospace; width: 2.5rem; color: var(--get); }
.method.post { color: var(--post); }
code { font: .875em ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.path { font-weight: 600; }
.what { color: var(--soft); }
.more { padding: 0 0 1rem 1.5rem; }
.who { margin: 0; color: var(--soft); font-size: .8125rem; }
.scroll { overflow-x: auto; }
.scroll code { white-space: nowrap; }
thead th { width: 33%; }
table { width: 100%; border-collapse: collapse; font-size: .8125rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); border-top: 0; }
td:last-child { color: var(--soft); }
@media print { details > * { display: block; } }
`;
