import { describe, expect, it } from 'vitest';
import { parseExtracts } from '../../server/domain/extract.ts';

const LUID = '3F2504E0-4F89-41D3-9A0C-0305E82C3301';

describe('the list of extracts', () => {
  it('takes LUIDs and projects with names, each once', () => {
    const list = `datasource:${LUID}, workbook:Alumni/Giving , datasource:Sales/2025/Daily,workbook:Alumni/Giving,`;
    expect(parseExtracts(list)).toEqual([
      { kind: 'datasource', name: LUID, luid: LUID.toLowerCase() },
      { kind: 'workbook', name: 'Alumni/Giving', project: 'Alumni', title: 'Giving' },
      { kind: 'datasource', name: 'Sales/2025/Daily', project: 'Sales/2025', title: 'Daily' },
    ]);
  });

  it('may be empty', () => expect(parseExtracts(' ')).toEqual([]));

  it.each(['flow:A/B', 'datasource:', 'workbook:Name', 'datasource:/Name', 'datasource:A/', 'A/B'])(
    'refuses %j',
    (entry) => expect(parseExtracts(entry)).toBeUndefined(),
  );
});
