/** The look of the page at /docs, in light and dark. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: #1c1c1c; --soft: #57534a; --quiet: #6b665b; --line: #e4e0d8; --control: #8f897d; --surface: #fff; --gold: #cfae70; --focus: #7a5c1e; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f0ea; --soft: #bbb5aa; --quiet: #989286; --line: #34312c; --control: #7d776c; --surface: #1a1918; --focus: #cfae70; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--ink); font: 14px/1.5 Inter, system-ui, -apple-system, "Segoe UI", sans-serif; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0 10px; min-height: 56px; padding: 0 24px; border-bottom: 1px solid var(--line); }
.brand-mark { flex: none; width: 15px; height: 15px; border: 3px solid var(--gold); border-radius: 50%; }
.brand-name { font-size: 15px; font-weight: 600; white-space: nowrap; }
.top nav { display: flex; gap: 16px; margin-left: auto; white-space: nowrap; }
main { max-width: 868px; margin: 0 auto; padding: 48px 24px; }
h1 { font-size: 28px; line-height: 32px; font-weight: 600; margin: 0 0 12px; letter-spacing: -.02em; }
.version { color: var(--quiet); font-weight: 400; font-size: 15px; letter-spacing: 0; }
.head p { color: var(--soft); max-width: 60ch; margin: 0 0 16px; font-size: 15px; line-height: 22px; }
.parts { display: flex; flex-wrap: wrap; gap: 4px 16px; padding-bottom: 16px; border-bottom: 1px solid var(--line); }
a { color: var(--soft); line-height: 24px; text-decoration-color: var(--control); text-underline-offset: 3px; }
a:hover { color: var(--ink); }
h2 { font-size: 20px; line-height: 24px; font-weight: 600; letter-spacing: -.01em; margin: 32px 0 8px; }
h4 { font-size: .8125rem; margin: 1rem 0 .25rem; color: var(--soft); font-weight: 600; }
dl { margin: 0 0 16px; display: grid; grid-template-columns: 8.5rem 1fr; gap: .5rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; color: var(--soft); }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
details { border-bottom: 1px solid var(--line); }
summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; padding: .5rem 0; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "+"; color: var(--soft); width: .75rem; }
details[open] > summary::before { content: "\\2212"; }
summary:focus-visible, a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.method { font: 600 .75rem ui-monospace, Menlo, Consolas, monospace; width: 2.5rem; color: var(--quiet); }
.method.post { color: var(--ink); }
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
