/** What templates may not do, as 'path:line: why'. Scripts of the embedded engine (setup/demo) are their own. */
export function templateFindings(files: ReadonlyMap<string, string>): string[] {
  const all = [...files.values()].join('\n');
  return [...files].flatMap(([path, text]) => {
    if (!path.endsWith('.sql')) return [];
    if (path.startsWith('macros/')) return macroFindings(path, text, all);
    return /^(models|queries|tests)\//.test(path) ? textFindings(path, text) : [];
  });
}

function textFindings(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const place = `${path}:${index + 1}`;
    const wrong: string[] = [];
    if (/\{[%#]/.test(line)) wrong.push(`${place}: has a tag; only macros may`);
    if (line.split('{{').length !== line.split('}}').length) {
      wrong.push(`${place}: has an expression of several lines`);
    }
    if (
      /\{\{ config\(/.test(line) &&
      !/^\{\{ config\([^{}]*(\{[^{}]*\})?[^{}]*\) \}\}$/.test(line)
    ) {
      wrong.push(`${place}: has more than config() on its line`);
    }
    return wrong;
  });
}

function macroFindings(path: string, text: string, all: string): string[] {
  const name = path.replace(/^.*\//, '').replace(/\.sql$/, '');
  const named = [...text.matchAll(/\{%-?\s*macro\s+(\w+)/g)].map((match) => match[1]);
  if (named.length !== 1 || named[0] !== name)
    return [`${path}: is not the home of a macro ${name}`];
  const uses = all.split(new RegExp(`\\b${name}\\(`)).length - 1;
  return uses > 1 ? [] : [`${path}: nothing uses ${name}`];
}
